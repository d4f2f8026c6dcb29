import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { insertTemplate } from "@/db/queries/templates/write-template";
import {
  actions,
  activity,
  blockedCallers,
  callEvents,
  calls,
  configurations,
  firmSettings,
  greetings,
  invitations,
  knownCallers,
  passwordResetTokens,
  people,
  personPhones,
  phoneNumbers,
  scheduleExceptions,
  scheduleOverrides,
  schedules,
  sounds,
  staffUsers,
  templates,
} from "@/db/schema";
import { hashLinkToken, makeLinkToken } from "@/lib/auth/link-token";
import { makeGreeting } from "../../office/make-greeting";
import { anyNumber, makeAction, makePerson } from "../../office/make-line";
import { makeVoicemail } from "../../office/make-voicemail";
import type { Office } from "../../office/start-office";
import { makeTwilioLine } from "../../twilio/rest/make-twilio-line";

/** What a caller, a file's name or a member of the team could bring: markup, a script, a formula, a template. */
export const hostile = `=1+1 "'><img src=x onerror="window.broken=1"><svg/onload=window.broken=1></textarea></title><script>window.broken=1</script><a href="javascript:window.broken=1">{{ 7 | times: 7 }}`;

export interface HostileOffice {
  /** One of each, by the pattern of its page: what stands in the place of each bracket. */
  samples: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** One of everything that people and callers can name, named in the worst way that the database lets pass. */
export async function makeHostileOffice(office: Office): Promise<HostileOffice> {
  const { db, twilio } = office;
  const named = () => `${hostile} ${randomUUID().slice(0, 8)}`;
  const number = anyNumber();
  const [firm] = await db.select().from(firmSettings);
  const action = await makeAction(db, "say", { text: { value: hostile } });
  const line = await makeTwilioLine(office, {}, { openActionId: action.id, closedActionId: action.id });
  const person = await makePerson(db, named(), { extension: null });
  const greeting = await makeGreeting(db);
  const voicemail = await makeVoicemail(db, {
    to: line.number,
    from: number,
    transcription: hostile,
    note: hostile,
    actionId: action.id,
    assignedToId: person.id,
    recordingSid: twilio.addRecording().sid,
  });
  const template = {
    id: randomUUID(),
    name: named(),
    description: hostile,
    body: `<Response><Say>${hostile.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</Say></Response>`,
    parameters: [
      {
        key: "text",
        label: hostile,
        help: hostile,
        type: "choice" as const,
        isRequired: false,
        defaultValue: null,
        bounds: { options: [{ value: "a", label: hostile }] },
      },
    ],
  };
  const token = makeLinkToken();
  const resetToken = makeLinkToken();
  const id = () => randomUUID();
  const [blockedId, knownId, memberId, invitationId] = [id(), id(), id(), id()];
  const forSale = anyNumber();
  twilio.offer({ number: forSale, country: "US", type: "Local", locality: hostile });
  const inAnHour = new Date(Date.now() + 3_600_000);
  await db.batch([
    db.update(firmSettings).set({ name: hostile }),
    db.update(phoneNumbers).set({ friendlyName: hostile }).where(eq(phoneNumbers.id, line.phoneNumberId)),
    db.update(configurations).set({ name: named() }).where(eq(configurations.id, line.configurationId)),
    db.update(schedules).set({ name: named() }).where(eq(schedules.id, line.scheduleId)),
    db.insert(scheduleExceptions).values({
      scheduleId: line.scheduleId,
      startsOn: "2030-01-01",
      endsOn: "2030-01-01",
      label: hostile,
    }),
    db
      .insert(scheduleOverrides)
      .values({ scheduleId: line.scheduleId, isOpen: false, reason: hostile, setByName: hostile }),
    db.update(actions).set({ name: named() }).where(eq(actions.id, action.id)),
    ...insertTemplate(db, template),
    db.update(greetings).set({ name: named() }).where(eq(greetings.id, greeting.id)),
    db
      .update(sounds)
      .set({ fileName: hostile })
      .where(eq(sounds.id, greeting.soundIds[0] ?? "")),
    db.update(personPhones).set({ label: hostile }).where(eq(personPhones.personId, person.id)),
    db.insert(blockedCallers).values({ id: blockedId, number: anyNumber(), note: hostile }),
    db.insert(knownCallers).values({ id: knownId, number: anyNumber(), name: hostile, note: hostile }),
    db
      .update(calls)
      .set({ fromName: hostile, reason: hostile, actionName: hostile, answeredByName: hostile })
      .where(eq(calls.sid, voicemail.callSid)),
    db.insert(callEvents).values({
      callSid: voicemail.callSid,
      stepKey: "entry",
      kind: "answer",
      at: new Date(),
      words: hostile,
      actionName: hostile,
      detail: { said: hostile },
    }),
    db.insert(activity).values({
      byName: hostile,
      verb: "saveSchedule",
      subject: "schedule",
      subjectId: line.scheduleId,
      subjectName: hostile,
      before: { [hostile]: "before" },
      after: { [hostile]: hostile },
    }),
    db.insert(staffUsers).values({
      id: memberId,
      name: hostile,
      email: `"><script>x</script>${memberId}@example.com`,
      role: "staff",
    }),
    db
      .insert(passwordResetTokens)
      .values({ staffUserId: memberId, tokenHash: hashLinkToken(resetToken), expiresAt: inAnHour }),
    db.insert(invitations).values({
      id: invitationId,
      email: `"><script>x</script>${invitationId}@example.com`,
      role: "staff",
      tokenHash: hashLinkToken(token),
      expiresAt: inAnHour,
    }),
  ]);
  return {
    samples: {
      "/actions/[id]": action.id,
      "/blocked-callers/[id]": blockedId,
      "/calls/[sid]": voicemail.callSid,
      "/configurations/[id]": line.configurationId,
      "/greetings/[id]": greeting.id,
      "/known-callers/[id]": knownId,
      "/people/[id]": person.id,
      "/phone-numbers/[id]": line.phoneNumberId,
      "/phone-numbers/buy/[number]": forSale.slice(1),
      "/schedules/[id]": line.scheduleId,
      "/templates/[id]": template.id,
      "/team/[id]": memberId,
      "/team/invitations/[id]": invitationId,
      "/voicemails/[id]": voicemail.id,
      "/invite/[token]": token,
      "/reset-password/[token]": resetToken,
      "/audio/[id]": greeting.soundIds[0] ?? "",
      "/greetings/phone-recordings/[id]": randomUUID(),
    },
    // The other tests' lists are theirs again.
    close: async () => {
      await db.batch([
        db.update(firmSettings).set({ name: firm?.name ?? "" }),
        db.delete(calls).where(eq(calls.sid, voicemail.callSid)),
        db.delete(configurations).where(eq(configurations.id, line.configurationId)),
        db.delete(phoneNumbers).where(eq(phoneNumbers.id, line.phoneNumberId)),
        db.delete(schedules).where(eq(schedules.id, line.scheduleId)),
        db.delete(actions).where(eq(actions.id, action.id)),
        db.delete(templates).where(eq(templates.id, template.id)),
        db.delete(greetings).where(eq(greetings.id, greeting.id)),
        db.delete(people).where(eq(people.id, person.id)),
        db.delete(blockedCallers).where(eq(blockedCallers.id, blockedId)),
        db.delete(knownCallers).where(eq(knownCallers.id, knownId)),
        db.delete(activity).where(eq(activity.byName, hostile)),
        db.delete(staffUsers).where(eq(staffUsers.id, memberId)),
        db.delete(invitations).where(eq(invitations.id, invitationId)),
      ]);
      twilio.removeNumber(line.sid);
    },
  };
}

/** An address with one of each in the place of its brackets. */
export function addressOf(pattern: string, samples: Readonly<Record<string, string>>): string {
  const step = pattern
    .replace("[...step]", "a/b/open/-/1/1/1")
    .replace("[...nextauth]", "session")
    .replace("[...unknown]", "nothing");
  const of = Object.keys(samples)
    .filter((sample) => step.startsWith(sample))
    .sort((one, other) => other.length - one.length)[0];
  return of === undefined ? step : of.replace(/\[[^\]]+\]/, samples[of] ?? "") + step.slice(of.length);
}
