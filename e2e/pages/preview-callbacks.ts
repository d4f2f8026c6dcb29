import { randomInt, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { startPhoneRecording } from "@/db/queries/phone-recordings/phone-recordings";
import { calls, firmSettings, phoneNumbers, textBacks, voicemailNotices, voicemails } from "@/db/schema";
import { callInLog } from "../office/call-log";
import { makeAction, makePerson, makeSaying } from "../office/make-line";
import { makeVoicemail } from "../office/make-voicemail";
import type { RunningApp } from "../office/start-app";
import { cronSecret, type Office } from "../office/start-office";
import { placedParameters } from "../twilio/rest/calls";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";
import { callParameters, postAsTwilio, sid } from "../twilio/twilio";

export interface ToldOffice {
  /** Who should get an e-mail of a message. */
  email: string;
  /** Who should get a text: whoever is told of the message, and the caller who reached nobody. */
  mobiles: { told: string; missed: string };
  /** At Twilio: a greeting that has been brought here, and a message that is older than the firm keeps. */
  recordings: { greeting: string; old: string };
  /** What the two crons answered. */
  crons: { notices: unknown; nightly: unknown };
  /** Why each of the notices, and the text to the caller, did not go out; null for one that did. */
  failures: () => Promise<(string | null)[]>;
}

/** May be a mobile's, as far as anybody knows, and is nobody's. */
const anyMobile = () => `+1${randomInt(201, 209)}555${String(randomInt(9999)).padStart(4, "0")}`;

/**
 * What Twilio and the crons tell an app of, signed and all, that makes it send a text or an e-mail or delete a recording:
 * no page and no mutation has any part in it. The firm's settings are left changed.
 */
export async function tellOffice(office: Office, app: RunningApp, madeById: string): Promise<ToldOffice> {
  const { db, twilio } = office;
  const post = async (url: string, parameters: Record<string, string>) => {
    const answer = await postAsTwilio(office.account, new URL(url, app.baseUrl).href, parameters);
    if (answer.status > 204) throw new Error(`${url} answered ${answer.status}.`);
    return answer.body;
  };
  const cron = async (name: string) => {
    const headers = { authorization: `Bearer ${cronSecret}` };
    return (await fetch(`${app.baseUrl}/api/cron/${name}`, { headers })).json();
  };
  await db.update(firmSettings).set({ textBack: "Sorry that we missed you.", keepsVoicemailsDays: 3000 });

  // A message, of which Ana is told both ways.
  const [email, told, missed] = [`${randomUUID()}@example.com`, anyMobile(), anyMobile()];
  const ana = await makePerson(db, "Ana Lima", { email, isToldByText: true, numbers: [told] });
  const taking = await makeAction(db, "voicemail", { notify: { people: [{ personId: ana.id }] } });
  const line = await textingLine(office, taking.id);
  const call = callParameters({ to: line.number, callSid: sid("CA") });
  const body = await post("/api/voice", call);
  const [, recorded = ""] = / recordingStatusCallback="([^"]+)"/.exec(body) ?? [];
  await callInLog(db, call.CallSid ?? "");
  const recording = ({ sid: own }: { sid: string }) => ({
    RecordingSid: own,
    RecordingUrl: `https://api.twilio.com/Recordings/${own}`,
    RecordingStatus: "completed",
    RecordingDuration: "7",
  });
  await post(recorded.replaceAll("&amp;", "&"), {
    CallSid: call.CallSid ?? "",
    ...recording(twilio.addRecording()),
  });

  // A caller who reaches nobody.
  const saying = await makeSaying(db, "Nobody is there.");
  const second = await textingLine(office, saying.id);
  const ended = callParameters({ to: second.number, from: missed, callSid: sid("CA") });
  await post("/api/voice", ended);
  await callInLog(db, ended.CallSid ?? "");
  await post("/api/voice/status", { ...ended, CallStatus: "completed", CallDuration: "5" });
  await db
    .update(calls)
    .set({ endedAt: new Date(Date.now() - 3 * 60_000) })
    .where(eq(calls.sid, ended.CallSid ?? ""));

  // A greeting that was spoken into a phone.
  const spoken = { id: randomUUID(), madeById };
  await startPhoneRecording(db, { ...spoken, number: told });
  const greeting = twilio.addRecording();
  const placed = placedParameters({ sid: sid("CA"), to: told, from: line.number, url: "", statusUrl: "" });
  await post(`/api/voice/greeting-recorded/${spoken.id}`, { ...placed, ...recording(greeting) });

  // What is older than the firm keeps, and what is due again.
  const old = twilio.addRecording();
  await makeVoicemail(db, { recordingSid: old.sid, leftAt: new Date("2012-01-01T12:00:00Z") });
  const crons = { nightly: await cron("nightly"), notices: await cron("notices") };
  const failures = async () => {
    const notices = await db
      .select({ failure: voicemailNotices.failure, sentAt: voicemailNotices.sentAt })
      .from(voicemailNotices)
      .innerJoin(voicemails, eq(voicemails.id, voicemailNotices.voicemailId))
      .where(eq(voicemails.callSid, call.CallSid ?? ""));
    const texts = await db
      .select({ failure: textBacks.failure, sentAt: textBacks.sentAt })
      .from(textBacks)
      .where(eq(textBacks.callSid, ended.CallSid ?? ""));
    return [...notices, ...texts]
      .filter(({ failure, sentAt }) => failure !== null || sentAt !== null)
      .map(({ failure }) => failure);
  };
  return {
    email,
    mobiles: { told, missed },
    recordings: { greeting: greeting.sid, old: old.sid },
    crons,
    failures,
  };
}

async function textingLine(office: Office, openActionId: string) {
  const line = await makeTwilioLine(office, {}, { openActionId });
  await office.db.update(phoneNumbers).set({ canSms: true }).where(eq(phoneNumbers.id, line.phoneNumberId));
  return line;
}
