import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { startOutgoingCall } from "@/db/queries/outgoing-calls/start-outgoing-call";
import { startPhoneRecording } from "@/db/queries/phone-recordings/phone-recordings";
import { staffUsers, textBacks, voicemailNotices } from "@/db/schema";
import { anyNumber, makeAction, makePerson, makeSaying } from "../office/make-line";
import { makeVoicemail } from "../office/make-voicemail";
import type { Office } from "../office/start-office";
import { makeTwilioLine, type TwilioLine } from "../twilio/rest/make-twilio-line";
import { sid } from "../twilio/twilio";

/** Something for every voice route to be about. */
export interface Scene {
  line: TwilioLine;
  menuId: string;
  ringId: string;
  /** The same again: what is remembered of one step is remembered for its action. */
  namedId: string;
  screenId: string;
  screenedId: string;
  voicemailId: string;
  extensionId: string;
  directoryId: string;
  sayId: string;
  personId: string;
  staffId: string;
  /** A call that came in, and was called back. */
  callSid: string;
  outgoingCallId: string;
  phoneRecordingId: string;
  otherPhoneRecordingId: string;
  /** The call's caller, who reached nobody, was sent a text. */
  textedNumber: string;
  /** A message of which somebody was told by a text to that number too. */
  noticedId: string;
}

/** A number whose menu leads to every kind of step, a call back that is going on, and a greeting that is being recorded. */
export async function makeScene(office: Office): Promise<Scene> {
  const { db } = office;
  const person = await makePerson(db, "Ana Lima");
  const say = await makeSaying(db, "The next step.");
  const makeRing = () =>
    makeAction(db, "ring-one", {
      people: { people: [{ personId: person.id }] },
      unanswered: { actionId: say.id },
    });
  const ring = await makeRing();
  const voicemail = await makeAction(db, "voicemail", { greeting: { value: "Leave a message." } });
  const extension = await makeAction(db, "extension");
  const directory = await makeAction(db, "directory");
  const menu = await makeAction(db, "menu", {
    greeting: { value: "Welcome." },
    choices: {
      menu: [ring, voicemail, extension, directory, say].map(({ id }, place) => ({
        menuKey: String(place + 1),
        label: `choice ${place + 1}`,
        actionId: id,
      })),
    },
  });
  const line = await makeTwilioLine(office, {}, { openActionId: menu.id });
  const callSid = sid("CA");
  await office.call({ to: line.number, callSid });
  await office.logWrites.untilTried(callSid, 1);
  const scene = {
    line,
    menuId: menu.id,
    ringId: ring.id,
    namedId: (await makeRing()).id,
    screenId: (await makeRing()).id,
    screenedId: (await makeRing()).id,
    voicemailId: voicemail.id,
    extensionId: extension.id,
    directoryId: directory.id,
    sayId: say.id,
    personId: person.id,
    callSid,
  };
  const textedNumber = anyNumber();
  await db.insert(textBacks).values({ number: textedNumber, day: "2026-02-03", callSid, sentAt: new Date() });
  const { id: noticedId } = await makeVoicemail(db, { to: line.number });
  await db
    .insert(voicemailNotices)
    .values({ voicemailId: noticedId, channel: "text", address: textedNumber, sentAt: new Date() });
  return { ...scene, textedNumber, noticedId, ...(await startCallsOut(office, scene)) };
}

/** The calls that are placed from here: one back to a caller, and one that records a greeting. */
async function startCallsOut(
  { db }: Office,
  { line, callSid }: Pick<Scene, "line" | "callSid">,
): Promise<Pick<Scene, "staffId" | "outgoingCallId" | "phoneRecordingId" | "otherPhoneRecordingId">> {
  const [staff] = await db.select({ id: staffUsers.id }).from(staffUsers).limit(1);
  if (!staff) throw new Error("Nobody is on the staff.");
  const [outgoingCallId, phoneRecordingId, otherPhoneRecordingId] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const [first, ...rest] = startOutgoingCall(db, {
    id: outgoingCallId,
    madeById: staff.id,
    madeByName: "Olive Alder",
    fromPhone: "+15552345678",
    toNumber: "+14155550123",
    phoneNumberId: line.phoneNumberId,
    callSid,
    at: Temporal.Now.instant(),
  });
  if (first) await db.batch([first, ...rest]);
  for (const id of [phoneRecordingId, otherPhoneRecordingId])
    await startPhoneRecording(db, { id, madeById: staff.id, number: "+15552345678" });
  return { staffId: staff.id, outgoingCallId, phoneRecordingId, otherPhoneRecordingId };
}
