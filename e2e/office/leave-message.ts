import { randomInt, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { phoneNumbers } from "@/db/schema";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";
import { type Answer, callParameters, sid } from "../twilio/twilio";
import { makeAction, makePerson } from "./make-line";
import type { Office } from "./start-office";

/** Posts to a URL that an answer named, or to a path of the app that takes the call. */
export type PostAsTwilio = (url: string, parameters: Record<string, string>) => Promise<Answer>;

/** A number that may be a mobile's, as far as anybody knows, and is nobody's. */
export const anyMobile = () => `+1${randomInt(201, 209)}555${String(randomInt(9999)).padStart(4, "0")}`;

/** A line that can text and takes messages, of which Ana is told both ways, and a bare number by text. */
export async function lineWithMessages(office: Office, values: Parameters<typeof makeAction>[2] = {}) {
  const [email, mobile, bare] = [`${randomUUID()}@example.com`, anyMobile(), anyMobile()];
  const ana = await makePerson(office.db, "Ana Lima", { email, isToldByText: true, numbers: [mobile] });
  const action = await makeAction(office.db, "voicemail", {
    notify: { people: [{ personId: ana.id }, { number: bare }] },
    ...values,
  });
  const line = await makeTwilioLine(office, {}, { openActionId: action.id });
  await office.db.update(phoneNumbers).set({ canSms: true }).where(eq(phoneNumbers.id, line.phoneNumberId));
  return { line, action, email, mobile, bare };
}

/** A call that has come to its recording, and what Twilio then says of the message. */
export async function callWithMessage(office: Office, { post }: { post: PostAsTwilio }, to: string) {
  const [callSid, recordingSid] = [sid("CA"), sid("RE")];
  const { body } = await post("/api/voice", callParameters({ to, callSid, from: "+12125550142" }));
  const urlOf = (name: string) =>
    new RegExp(`<Record[^>]* ${name}="([^"]+)"`).exec(body)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const recording = {
    RecordingSid: recordingSid,
    RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/${office.account.accountSid}/Recordings/${recordingSid}`,
  };
  const fromCaller = callParameters({ to, callSid, from: "+12125550142" });
  return {
    callSid,
    recordingSid,
    body,
    afterRecord: () =>
      post(urlOf("action"), { ...fromCaller, ...recording, RecordingDuration: "67", Digits: "#" }),
    // Source: Twilio, "TwiML Voice: Record", recordingStatusCallback: it does not tell who called.
    recorded: () =>
      post(urlOf("recordingStatusCallback"), {
        CallSid: callSid,
        ...recording,
        RecordingStatus: "completed",
        RecordingDuration: "67",
        RecordingChannels: "1",
        RecordingSource: "RecordVerb",
      }),
    transcribed: (text: string | null) =>
      post(urlOf("transcribeCallback"), {
        ...fromCaller,
        ...recording,
        TranscriptionSid: `TR${recordingSid.slice(2)}`,
        TranscriptionStatus: text === null ? "failed" : "completed",
        ...(text !== null && { TranscriptionText: text }),
      }),
  };
}
