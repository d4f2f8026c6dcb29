import { blockedCallers, knownCallers } from "@/db/schema";
import { expect, test } from "../fixtures";
import { callInLog, stepsInLog } from "../office/call-log";
import { anyNumber, makeAction, makeLine, makePerson, makeSaying } from "../office/make-line";
import type { Office } from "../office/start-office";
import { callParameters, sid } from "../twilio/twilio";

async function makeKnown(office: Office, actionId: string | null = null): Promise<string> {
  const number = anyNumber();
  await office.db.insert(knownCallers).values({ number, name: "Ana Ruiz", actionId });
  return number;
}

const shut = { windows: [] };

test("a known caller is called by name in the log, and to whoever picks up", async ({ office }) => {
  const from = await makeKnown(office);
  const ben = await makePerson(office.db, "Ben Odell");
  const ring = await makeAction(office.db, "ring-one", { people: { people: [{ personId: ben.id }] } });
  const { number } = await makeLine(office.db, { openActionId: ring.id });
  const callSid = sid("CA");
  const { body } = await office.call({ from, to: number, callSid });
  expect(await callInLog(office.db, callSid)).toMatchObject({ fromName: "Ana Ruiz", reasonCode: "open" });
  const [, screen = ""] = /<Number url="([^"]+)">/.exec(body) ?? [];
  const leg = { ...callParameters({ to: ben.numbers[0] ?? "" }), ParentCallSid: callSid };
  expect((await office.post(screen, leg)).body).toContain("from Ana Ruiz, 5 5 5");
});

test("a known caller with an action of their own goes straight to it, open or closed, but not when blocked", async ({
  office,
}) => {
  const vip = await makeSaying(office.db, "Straight through.");
  const from = await makeKnown(office, vip.id);
  const [open, closed] = [await makeLine(office.db), await makeLine(office.db, { schedule: shut })];
  for (const { number } of [open, closed]) {
    const callSid = sid("CA");
    expect((await office.call({ from, to: number, callSid })).body).toContain("Straight through.");
    expect(await callInLog(office.db, callSid)).toMatchObject({
      reasonCode: "knownCaller",
      reason: "A known caller, Ana Ruiz",
      actionId: vip.id,
    });
    expect(await stepsInLog(office.db, callSid, 1)).toEqual([
      `A known caller, Ana Ruiz: straight to “${vip.name}”`,
    ]);
  }
  expect((await office.call({ to: closed.number })).body).toContain("We are closed.");
  await office.db.insert(blockedCallers).values({ number: from });
  expect((await office.call({ from, to: open.number })).body).toContain("<Reject/>");
});

test("where only known callers are taken, whoever is not known gets the closed action", async ({
  office,
}) => {
  const from = await makeKnown(office);
  const { number } = await makeLine(office.db, { takesKnownCallersOnly: true });
  expect((await office.call({ from, to: number })).body).toContain("We are open.");
  for (const stranger of [anyNumber(), "anonymous"]) {
    const callSid = sid("CA");
    expect((await office.call({ from: stranger, to: number, callSid })).body).toContain("We are closed.");
    expect(await callInLog(office.db, callSid)).toMatchObject({
      reasonCode: "callerNotKnown",
      degradedTo: null,
    });
  }
});

test("in an outage nobody can be told from anybody: all are put through as the number was last set up", async ({
  office,
}) => {
  const vip = await makeSaying(office.db, "Straight through.");
  const from = await makeKnown(office, vip.id);
  const only = await makeLine(office.db, { takesKnownCallersOnly: true });
  await office.call({ from, to: only.number });
  office.database.setFault("down");
  for (const caller of [from, anyNumber()]) {
    const answer = await office.call({ from: caller, to: only.number });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain("We are open.");
  }
});

test("a known caller costs one statement before the answer, like anybody", async ({ office }) => {
  const vip = await makeSaying(office.db, "Straight through.");
  const from = await makeKnown(office, vip.id);
  const { number } = await makeLine(office.db);
  office.database.takeRequests();
  const callSid = sid("CA");
  await office.call({ from, to: number, callSid });
  await callInLog(office.db, callSid);
  expect(office.database.takeRequests().map(({ statements }) => statements.length)).toEqual([1, 1]);
});
