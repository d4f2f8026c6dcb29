import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { configurations, invitations, phoneNumbers, staffUsers } from "@/db/schema";
import { previewSettings } from "@/lib/twilio/rest/preview-address";
import { wantedSettings } from "@/lib/twilio/rest/voice-settings";
import { anyNumber, makePerson } from "../office/make-line";
import { makeVoicemail } from "../office/make-voicemail";
import type { Office } from "../office/start-office";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";

interface PreviewCast {
  /** Of the app that is asked. */
  origin: string;
  ownerId: string;
  member: { id: string; email: string };
}

/**
 * Fields with which a mutation has something to do, and as often as not something to tell Twilio or a mailbox. One bag for
 * all: each takes from it what it knows. The line is a new one, pointed at nobody yet.
 */
export async function plausibleFields(
  office: Office,
  { name, filename }: { name: string; filename: string },
  { origin, ownerId, member }: PreviewCast,
): Promise<Record<string, string>> {
  const isBack = name === "takeNumberBack";
  const previewOrigin = "https://switchboard-git-branch.vercel.app";
  const wanted = isBack ? previewSettings(previewOrigin, null) : wantedSettings(origin);
  // What is let go has been pointed at the app before; what is taken over has not.
  const isEnding = isBack || /^(deactivate|deleteConf|letGo|release)/.test(name);
  const line = await makeTwilioLine(office, isEnding ? wanted : {}, {
    isActive: !/^(letGo|activate)/.test(name),
  });
  if (isEnding) {
    await office.db
      .update(phoneNumbers)
      .set({ settingsWanted: wanted })
      .where(eq(phoneNumbers.id, line.phoneNumberId));
  }
  if (isBack || name === "pointNumberAtPreview") {
    await office.db
      .update(phoneNumbers)
      .set({ isTestNumber: true, ...(isBack && { previewOrigin, previewSince: new Date() }) })
      .where(eq(phoneNumbers.id, line.phoneNumberId));
  }
  const [parts] = await office.db
    .select({ openActionId: configurations.openActionId, closedActionId: configurations.closedActionId })
    .from(configurations)
    .where(eq(configurations.id, line.configurationId));
  const forSale = anyNumber();
  office.twilio.offer({ number: forSale, country: "US", type: "Local" });
  const invitation = { id: randomUUID(), email: `${randomUUID()}@example.com` };
  await office.db.insert(invitations).values({
    ...invitation,
    role: "staff",
    tokenHash: randomUUID(),
    invitedById: ownerId,
    expiresAt: new Date(Date.now() + 86_400_000),
  });
  const voicemail = await makeVoicemail(office.db, { to: line.number });
  const ownPhone = await makePerson(office.db, "Olive Alder");
  await office.db.update(staffUsers).set({ personId: ownPhone.id }).where(eq(staffUsers.id, ownerId));

  const idByFolder: Record<string, string> = {
    "phone-numbers": line.phoneNumberId,
    configurations: line.configurationId,
    schedules: line.scheduleId,
    _override: line.scheduleId,
    voicemails: voicemail.id,
    team: filename.includes("invitation") ? invitation.id : member.id,
  };
  const folder = filename.split("/").find((part) => part in idByFolder);
  const [number, confirmation] = filename.includes("/buy/")
    ? [forSale, forSale]
    : filename.includes("/caller-data/")
      ? [voicemail.from, voicemail.from]
      : [anyNumber(), line.number];
  return {
    id: idByFolder[folder ?? ""] ?? randomUUID(),
    version: "1",
    name: `Preview ${randomUUID().slice(0, 8)}`,
    friendlyName: "Preview",
    number,
    confirmation,
    callSid: voicemail.callSid,
    phone: ownPhone.numbers[0] ?? "",
    previewUrl: previewOrigin,
    bypassSecret: "",
    addressSid: "",
    bundleSid: "",
    phoneNumberId: line.phoneNumberId,
    scheduleId: line.scheduleId,
    ...parts,
    isActive: "on",
    email: filename.includes("invitation") ? `${randomUUID()}@example.com` : member.email,
    role: "manager",
    note: "From a preview",
  };
}
