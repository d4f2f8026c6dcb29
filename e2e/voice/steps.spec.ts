import { eq } from "drizzle-orm";
import { actionTargets } from "@/db/schema";
import { expect, test } from "../fixtures";
import { callInLog, stepsInLog, voicemailsOf } from "../office/call-log";
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
const screens = (body: string) =>
  [...body.matchAll(/<Number url="([^"]+)">([^<]+)</g)].map(([, url = "", number = ""]) => ({ url, number }));

/** The leg on which a phone of the staff rings, as Twilio describes it. */
const leg = (callSid: string, phone: string) => ({
  ...callParameters({ to: phone, callSid: sid("CA") }),
  ParentCallSid: callSid,
  Direction: "outbound-dial",
});

async function teamOfTwo(office: Office, template: "ring-all" | "ring-one" = "ring-all") {
  const ana = await makePerson(office.db, "Ana Lima");
  const ben = await makePerson(office.db, "Ben Ode");
  const next = await makeSaying(office.db, "Nobody is there.");
  const people =
    template === "ring-all" ? [{ personId: ana.id }, { personId: ben.id }] : [{ personId: ana.id }];
  const ring = await makeAction(office.db, template, {
    people: { people },
    unanswered: { actionId: next.id },
  });
  const line = await makeLine(office.db, { openActionId: ring.id });
  const callSid = sid("CA");
  const answer = await office.call({ to: line.number, callSid });
  const fromCaller = (more: Record<string, string>) => ({
    ...callParameters({ to: line.number, callSid }),
    CallStatus: "in-progress",
    ...more,
  });
  return { ana, ben, line, callSid, body: answer.body, fromCaller };
}

test("a team is rung all at once, each phone guarded", async ({ office }) => {
  const { ana, ben, body } = await teamOfTwo(office);
  expect(screens(body).map(({ number }) => number)).toEqual([...ana.numbers, ...ben.numbers]);
});

test("whoever picks up hears the line and the caller, presses 1 and is connected", async ({ office }) => {
  const { ana, line, callSid, body, fromCaller } = await teamOfTwo(office);
  await callInLog(office.db, callSid);
  const [first] = screens(body);
  const onLeg = leg(callSid, ana.numbers[0] ?? "");
  const question = await office.post(first?.url ?? "", onLeg);
  expect(question.body).toContain(`Call for ${line.name}, from 4 1 5, 5 5 5, 0 1 2 3.`);
  const resultUrl = urlIn(question.body, /<Gather[^>]* action="([^"]+)"/);
  const accepted = await office.post(resultUrl, { ...onLeg, Digits: "1" });
  expect(accepted.body).not.toContain("Hangup");
  const over = await office.post(
    dialAction(body),
    fromCaller({ DialCallStatus: "completed", DialBridged: "true", DialCallDuration: "60" }),
  );
  expect(over.body).toContain("<Hangup/>");
  const steps = await stepsInLog(office.db, callSid, 4);
  expect(steps.slice(1).sort()).toEqual(
    ["Ana Lima picked up and was asked to press 1", "Ana Lima pressed 1", "The call was answered"].sort(),
  );
});

test("a personal mailbox presses nothing, its leg ends, and the others ring once more", async ({
  office,
}) => {
  const { ana, ben, callSid, body, fromCaller } = await teamOfTwo(office);
  const [first] = screens(body);
  const onLeg = leg(callSid, ana.numbers[0] ?? "");
  const question = await office.post(first?.url ?? "", onLeg);
  const refused = await office.post(urlIn(question.body, /<Gather[^>]* action="([^"]+)"/), {
    ...onLeg,
    Digits: "",
  });
  expect(refused.body).toContain("<Hangup/>");
  await stepsInLog(office.db, callSid, 3);

  const again = await office.post(
    dialAction(body),
    fromCaller({ DialCallStatus: "completed", DialBridged: "false" }),
  );
  expect(screens(again.body).map(({ number }) => number)).toEqual(ben.numbers);

  const gaveUp = await office.post(
    dialAction(again.body),
    fromCaller({ DialCallStatus: "completed", DialBridged: "false" }),
  );
  const next = await office.post(redirect(gaveUp.body), fromCaller({}));
  expect(next.body).toContain("Nobody is there.");
});

for (const status of ["no-answer", "busy", "failed"]) {
  test(`a ring that ends in ${status} goes on to the next action`, async ({ office }) => {
    const { body, fromCaller } = await teamOfTwo(office, "ring-one");
    const over = await office.post(
      dialAction(body),
      fromCaller({ DialCallStatus: status, DialBridged: "false" }),
    );
    expect((await office.post(redirect(over.body), fromCaller({}))).body).toContain("Nobody is there.");
  });
}

test("a caller who hangs up while it rings is said to have done so", async ({ office }) => {
  const { callSid, body, fromCaller } = await teamOfTwo(office);
  await office.post(dialAction(body), fromCaller({ CallStatus: "completed", DialCallStatus: "canceled" }));
  expect(await stepsInLog(office.db, callSid, 2)).toContain("The caller hung up while it rang");
});

test("somebody who is away is not rung, and nobody to ring is the next action", async ({ office }) => {
  const away = await makePerson(office.db, "Cy Away", { awayUntil: new Date(Date.now() + 3_600_000) });
  const next = await makeSaying(office.db, "Nobody is there.");
  const ring = await makeAction(office.db, "ring-one", {
    people: { people: [{ personId: away.id }] },
    unanswered: { actionId: next.id },
  });
  const { number } = await makeLine(office.db, { openActionId: ring.id });
  const callSid = sid("CA");
  const answer = await office.call({ to: number, callSid });
  expect((await office.post(redirect(answer.body), callParameters({ to: number, callSid }))).body).toContain(
    "Nobody is there.",
  );
});

test("a ring without a next action ends with a polite sentence, never in silence", async ({ office }) => {
  const ring = await makeAction(office.db, "ring-one", { people: { people: [{ number: anyNumber() }] } });
  const { number } = await makeLine(office.db, { openActionId: ring.id });
  const callSid = sid("CA");
  const answer = await office.call({ to: number, callSid });
  const over = await office.post(dialAction(answer.body), {
    ...callParameters({ to: number, callSid }),
    CallStatus: "in-progress",
    DialCallStatus: "no-answer",
  });
  expect(over.body).toContain("nobody can take your call");
});

test("a message is recorded, kept once, and thanked for", async ({ office }) => {
  const voicemail = await makeAction(office.db, "voicemail", {
    afterwards: { value: "We will call you back." },
  });
  const { number } = await makeLine(office.db, { openActionId: voicemail.id });
  const callSid = sid("CA");
  const answer = await office.call({ to: number, callSid });
  expect(answer.body).toContain("<Record");
  const recordingSid = sid("RE");
  const recorded = {
    ...callParameters({ to: number, callSid }),
    RecordingSid: recordingSid,
    RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/${office.account.accountSid}/Recordings/${recordingSid}`,
    RecordingDuration: "17",
    Digits: "#",
  };
  const url = urlIn(answer.body, /<Record[^>]* action="([^"]+)"/);
  const thanks = await office.post(url, recorded);
  expect(thanks.body).toContain("We will call you back.");
  expect(thanks.body).not.toContain("<Record");
  await office.post(url, recorded);
  expect(await stepsInLog(office.db, callSid, 2)).toContain("A message of 17 s was left");
  expect(await voicemailsOf(office.db, callSid)).toMatchObject([
    { recordingSid, durationSeconds: 17, actionId: voicemail.id },
  ]);
});

test("two actions that send to each other go round eight times, and then the fallback takes over", async ({
  office,
}) => {
  const there = await makeSaying(office.db, "Never left like this.");
  const here = await makeAction(office.db, "go-to-action", { target: { actionId: there.id } });
  const back = await makeAction(office.db, "go-to-action", { target: { actionId: here.id } });
  await office.db
    .update(actionTargets)
    .set({ targetActionId: back.id })
    .where(eq(actionTargets.actionId, here.id));
  const { number } = await makeLine(office.db, { openActionId: here.id });
  const callSid = sid("CA");
  let answer = await office.call({ to: number, callSid });
  let steps = 0;
  while (answer.body.includes("<Redirect>")) {
    answer = await office.post(redirect(answer.body), callParameters({ to: number, callSid }));
    steps += 1;
    expect(steps).toBeLessThan(20);
  }
  expect(steps).toBe(8);
  expect(answer.body).toContain("<Dial");
});

test("a step whose action has been deleted since is answered politely", async ({ office }) => {
  const { line, callSid, fromCaller } = await teamOfTwo(office);
  const url = `/api/voice/go/${line.configurationId}/${crypto.randomUUID()}/open/-/-/-/0/1/1/1`;
  expect((await office.post(url, fromCaller({}))).body).toContain("nobody can take your call");
  expect(await stepsInLog(office.db, callSid, 2)).toContain("The next action no longer exists");
});

test("a step that the engine never makes is answered by the fallback, not by an error", async ({
  office,
}) => {
  const { fromCaller } = await teamOfTwo(office);
  for (const path of ["go/x", "go/a/b/c/d/e/f/g", `screen/${crypto.randomUUID()}/-/open/-/1/1/1/9`]) {
    const answer = await office.post(`/api/voice/${path}`, fromCaller({}));
    expect(answer.status, path).toBe(200);
    expect(answer.body, path).toContain("<Dial");
  }
});
