import { asc, eq } from "drizzle-orm";
import { callEvents, people } from "@/db/schema";
import { expect, test } from "../fixtures";
import { callInLog, stepsInLog } from "../office/call-log";
import { anyNumber, makeAction, makeLine, makePerson, makeSaying } from "../office/make-line";
import type { Office } from "../office/start-office";
import { callParameters, sid } from "../twilio/twilio";

/** The URL in an attribute or element of an answer; Twilio reads it with its references resolved. */
function urlIn(body: string, pattern: RegExp): string {
  const found = pattern.exec(body)?.[1];
  if (!found) throw new Error(`${pattern} is not in:\n${body}`);
  return found.replaceAll("&amp;", "&");
}

const dialAction = (body: string) => urlIn(body, /<Dial[^>]* action="([^"]+)"/);
const redirect = (body: string) => urlIn(body, /<Redirect>([^<]+)</);
const rung = (body: string) =>
  [...body.matchAll(/<(Number|Sip) url="([^"]+)">([^<]+)</g)].map(([, noun = "", url = "", number = ""]) => ({
    noun,
    url,
    number,
  }));
const numbersRung = (body: string) => rung(body).map(({ number }) => number);

const missed = { CallStatus: "in-progress", DialCallStatus: "no-answer", DialBridged: "false" };
const talked = { CallStatus: "in-progress", DialCallStatus: "completed", DialBridged: "true" };

/** A call of somebody, step by step. */
async function callTo(office: Office, number: string) {
  const callSid = sid("CA");
  const call = callParameters({ to: number, callSid });
  const post = async (url: string, more: Record<string, string> = {}) =>
    (await office.post(url, { ...call, ...more })).body;
  const first = await post("/api/voice");
  await callInLog(office.db, callSid);
  /** The leg on which a phone rings, as Twilio describes it. */
  const onLeg = (phone: string) => ({
    ...callParameters({ to: phone, callSid: sid("CA") }),
    ParentCallSid: callSid,
    Direction: "outbound-dial",
  });
  /** Picks up, and presses a key when asked. */
  const answer = async (body: string, phone: string, Digits: string) => {
    const { url } = rung(body).find(({ number: each }) => each === phone) ?? { url: "" };
    const leg = onLeg(phone);
    const question = (await office.post(url, leg)).body;
    const resultUrl = urlIn(question, /<Gather[^>]* action="([^"]+)"/);
    return { question, result: (await office.post(resultUrl, { ...leg, Digits })).body };
  };
  return { callSid, first, post, answer };
}

test("whoever took a call longest ago is rung first, and a call keeps its order to the end", async ({
  office,
}) => {
  const { db } = office;
  const [ana, ben] = [await makePerson(db, "Ana Idle"), await makePerson(db, "Ben Idle")];
  const bare = anyNumber();
  const next = await makeSaying(db, "Nobody is there.");
  const ring = await makeAction(db, "ring-in-turn", {
    people: { people: [{ personId: ana.id }, { personId: ben.id }, { number: bare }] },
    order: { value: "idleLongest" },
    unanswered: { actionId: next.id },
  });
  const { number } = await makeLine(db, { openActionId: ring.id });
  const [anas = "", bens = ""] = [ana.numbers[0], ben.numbers[0]];

  // Nobody has taken any: as listed. Ana does.
  const one = await callTo(office, number);
  expect(numbersRung(one.first)).toEqual([anas]);
  await one.answer(one.first, anas, "1");
  await one.post(dialAction(one.first), talked);
  await stepsInLog(db, one.callSid, 4);

  // While this call goes through them, Ben takes another: its own order stays, and the bare number has its turn.
  const two = await callTo(office, number);
  expect(numbersRung(two.first)).toEqual([bens]);
  const three = await callTo(office, number);
  await three.answer(three.first, bens, "1");
  await three.post(dialAction(three.first), talked);
  await stepsInLog(db, three.callSid, 4);
  const second = await two.post(dialAction(two.first), missed);
  expect(numbersRung(second)).toEqual([bare]);
  const third = await two.post(dialAction(second), missed);
  expect(numbersRung(third)).toEqual([anas]);
  const over = await two.post(dialAction(third), missed);
  expect(await two.post(redirect(over))).toContain("Nobody is there.");

  // The next one begins with the number that has taken none; it takes it without a word of a screening.
  const four = await callTo(office, number);
  expect(numbersRung(four.first)).toEqual([bare]);
  await four.post(dialAction(four.first), talked);
  await stepsInLog(db, four.callSid, 2);
  const five = await callTo(office, number);
  expect(numbersRung(five.first)).toEqual([anas]);

  const [, , taken] = await db
    .select({ detail: callEvents.detail })
    .from(callEvents)
    .where(eq(callEvents.callSid, one.callSid))
    .orderBy(asc(callEvents.at), asc(callEvents.id));
  expect(taken?.detail).toMatchObject({ personId: ana.id, number: anas, isTaken: true });
});

test("whoever is off duty by their own hours is passed over, and nobody on duty is the next action", async ({
  office,
}) => {
  const { db } = office;
  const night = await makeLine(db, { schedule: { windows: [] } });
  const day = await makeLine(db);
  const [ana, ben] = [await makePerson(db, "Ana Night"), await makePerson(db, "Ben Day")];
  const onDutyBy = (personId: string, dutyScheduleId: string) =>
    db.update(people).set({ dutyScheduleId }).where(eq(people.id, personId));
  await onDutyBy(ana.id, night.scheduleId);
  await onDutyBy(ben.id, day.scheduleId);
  const next = await makeSaying(db, "Nobody is there.");
  const ring = await makeAction(db, "ring-all", {
    people: { people: [{ personId: ana.id }, { personId: ben.id }] },
    unanswered: { actionId: next.id },
  });
  const { number } = await makeLine(db, { openActionId: ring.id });
  const first = await callTo(office, number);
  expect(numbersRung(first.first)).toEqual(ben.numbers);

  await onDutyBy(ben.id, night.scheduleId);
  const second = await callTo(office, number);
  expect(await second.post(redirect(second.first))).toContain("Nobody is there.");
});

test("numbers and SIP addresses ring one after the other, each guarded, and then the next action", async ({
  office,
}) => {
  const { db } = office;
  const mobile = anyNumber();
  const desk = `sip:ana.${sid("CA").slice(2, 10)}@pbx.example.com`;
  const ana = await makePerson(db, "Ana Both", { numbers: [desk, mobile] });
  const next = await makeSaying(db, "Nobody is there.");
  const ring = await makeAction(db, "ring-all", {
    people: { people: [{ personId: ana.id }, { number: "sip:front@pbx.example.com" }] },
    ringTone: { value: "uk" },
    unanswered: { actionId: next.id },
  });
  const { number } = await makeLine(db, { openActionId: ring.id });
  const call = await callTo(office, number);
  expect(call.first).toContain('ringTone="uk"');
  expect(rung(call.first).map(({ noun, number: each }) => [noun, each])).toEqual([
    ["Sip", desk],
    ["Sip", "sip:front@pbx.example.com"],
  ]);
  const { question, result } = await call.answer(call.first, desk, "");
  expect(question).toContain("from 4 1 5, 5 5 5, 0 1 2 3. To take it, press 1.");
  expect(result).toContain("<Hangup/>");
  await stepsInLog(db, call.callSid, 3);

  // A desk that was picked up and not taken: the other rings once more, then the numbers, then it goes on.
  const refused = { ...missed, DialCallStatus: "completed" };
  const again = await call.post(dialAction(call.first), refused);
  expect(numbersRung(again)).toEqual(["sip:front@pbx.example.com"]);
  const numbers = await call.post(dialAction(again), missed);
  expect(rung(numbers).map(({ noun, number: each }) => [noun, each])).toEqual([["Number", mobile]]);
  const over = await call.post(dialAction(numbers), missed);
  expect(await call.post(redirect(over))).toContain("Nobody is there.");
});

const nameUrl = (body: string) => urlIn(body, /<Record action="([^"]+)"/);
const recordingUrl = "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1";

async function lineThatAsks(office: Office) {
  const ana = await makePerson(office.db, "Ana Asked");
  const next = await makeSaying(office.db, "Nobody is there.");
  const ring = await makeAction(office.db, "ring-one", {
    people: { people: [{ personId: ana.id }] },
    askForName: { value: true },
    nameQuestion: { value: "Who is it, please?" },
    introduction: { value: "One moment." },
    unanswered: { actionId: next.id },
  });
  return { phone: ana.numbers[0] ?? "", ...(await makeLine(office.db, { openActionId: ring.id })) };
}

test("a caller says their name, and whoever picks up hears it", async ({ office }) => {
  const { number, name, phone } = await lineThatAsks(office);
  const call = await callTo(office, number);
  expect(call.first).toContain("Who is it, please?");
  expect(call.first).not.toContain("<Dial");

  office.database.takeRequests();
  const said = { RecordingUrl: recordingUrl, RecordingDuration: "2" };
  const ringing = await call.post(nameUrl(call.first), said);
  expect(ringing).toContain("One moment.");
  await stepsInLog(office.db, call.callSid, 2);
  expect(office.database.takeRequests()).toHaveLength(2);
  // Twilio may ask twice.
  expect(await call.post(nameUrl(call.first), said)).toBe(ringing);

  const { question } = await call.answer(ringing, phone, "1");
  expect(question).toContain(`Call for ${name}, from</Say><Play>${recordingUrl}</Play>`);
  expect(question).toContain("4 1 5, 5 5 5, 0 1 2 3. To take it, press 1.");
  expect(await callInLog(office.db, call.callSid)).toMatchObject({ spokenNameUrl: recordingUrl });
  expect(await stepsInLog(office.db, call.callSid, 4)).toContain("The caller said their name");
});

test("a caller who says nothing is put through as usual, and one who hangs up rings nobody", async ({
  office,
}) => {
  const { number, phone } = await lineThatAsks(office);
  const call = await callTo(office, number);
  // Without a recording Twilio goes on below the <Record>.
  const ringing = await call.post(redirect(call.first));
  expect(numbersRung(ringing)).toEqual([phone]);
  const { question } = await call.answer(ringing, phone, "2");
  expect(question).toContain("from 4 1 5, 5 5 5, 0 1 2 3. To take it, press 1.");
  expect(question).not.toContain("<Play>");
  await stepsInLog(office.db, call.callSid, 4);
  const over = await call.post(dialAction(ringing), missed);
  expect(await call.post(redirect(over))).toContain("Nobody is there.");

  const gone = await callTo(office, number);
  const nothing = await gone.post(nameUrl(gone.first), {
    RecordingUrl: recordingUrl,
    Digits: "hangup",
    CallStatus: "completed",
  });
  expect(nothing).not.toContain("<Dial");
  expect(await stepsInLog(office.db, gone.callSid, 2)).toContain(
    "The caller hung up when asked for their name",
  );
});

test("a call goes on by what was last known of it while the database is away", async ({ office }) => {
  const { number, phone } = await lineThatAsks(office);
  const before = await callTo(office, number);
  await before.post(nameUrl(before.first), { RecordingUrl: recordingUrl });
  await stepsInLog(office.db, before.callSid, 2);
  const call = await callTo(office, number);
  office.database.setFault("down");
  const ringing = await call.post(nameUrl(call.first));
  office.database.setFault("none");
  expect(numbersRung(ringing)).toEqual([phone]);
});
