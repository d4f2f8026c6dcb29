import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { blockedCallers, callEvents, calls, phoneNumbers } from "@/db/schema";
import { expect, test } from "../fixtures";
import { callInLog } from "../office/call-log";
import { anyNumber, deactivate, makeAction, makeLine } from "../office/make-line";
import { callParameters, sid } from "../twilio/twilio";

const today = (timeZone: string) => Temporal.Now.plainDateISO(timeZone);

test("a number that is open says what its open action says", async ({ office }) => {
  const { number } = await makeLine(office.db);
  const callSid = sid("CA");
  const answer = await office.call({ to: number, callSid });
  expect(answer.status).toBe(200);
  expect(answer.contentType).toContain("text/xml");
  expect(answer.body).toContain("We are open.");
  const call = await callInLog(office.db, callSid);
  expect(call).toMatchObject({
    toNumber: number,
    fromNumber: "+14155550123",
    reasonCode: "open",
    degradedTo: null,
  });
  expect(call.reason).toContain("pen");
});

test("a number that is closed says what its closed action says, and the log says why", async ({ office }) => {
  const { number } = await makeLine(office.db, { schedule: { windows: [] } });
  const callSid = sid("CA");
  const answer = await office.call({ to: number, callSid });
  expect(answer.body).toContain("We are closed.");
  expect(await callInLog(office.db, callSid)).toMatchObject({ reasonCode: "closed" });
});

test("a holiday closes an office that would be open, under its own name", async ({ office }) => {
  const date = today("Pacific/Auckland").toString();
  const { number } = await makeLine(office.db, {
    schedule: {
      timeZone: "Pacific/Auckland",
      exceptions: [{ startsOn: date, endsOn: date, label: "Founders’ Day" }],
    },
  });
  const callSid = sid("CA");
  expect((await office.call({ to: number, callSid })).body).toContain("We are closed.");
  expect((await callInLog(office.db, callSid)).reason).toContain("Founders’ Day");
});

test("yesterday's holiday no longer closes", async ({ office }) => {
  const yesterday = today("UTC").subtract({ days: 1 }).toString();
  const { number } = await makeLine(office.db, {
    schedule: { timeZone: "UTC", exceptions: [{ startsOn: yesterday, endsOn: yesterday, label: "Over" }] },
  });
  expect((await office.call({ to: number })).body).toContain("We are open.");
});

test("an override closes an open office, and the log names who set it", async ({ office }) => {
  const { number } = await makeLine(office.db, {
    schedule: {
      override: {
        isOpen: false,
        until: new Date(Date.now() + 3_600_000),
        reason: "Burst pipe",
        setByName: "Dana Reyes",
      },
    },
  });
  const callSid = sid("CA");
  expect((await office.call({ to: number, callSid })).body).toContain("We are closed.");
  const { reason } = await callInLog(office.db, callSid);
  expect(reason).toContain("Burst pipe");
  expect(reason).toContain("Dana Reyes");
});

test("an override opens a closed office", async ({ office }) => {
  const { number } = await makeLine(office.db, {
    schedule: { windows: [], override: { isOpen: true, reason: "Sale", setByName: "Dana Reyes" } },
  });
  expect((await office.call({ to: number })).body).toContain("We are open.");
});

test("a number that is none of ours is rejected", async ({ office }) => {
  const callSid = sid("CA");
  const answer = await office.call({ to: anyNumber(), callSid });
  expect(answer.body).toContain("<Reject");
  expect(await callInLog(office.db, callSid)).toMatchObject({
    reasonCode: "numberUnknown",
    configurationId: null,
  });
});

test("a number without an active configuration is rejected", async ({ office }) => {
  const { number, configurationId } = await makeLine(office.db);
  await deactivate(office.db, configurationId);
  const callSid = sid("CA");
  expect((await office.call({ to: number, callSid })).body).toContain("<Reject");
  expect(await callInLog(office.db, callSid)).toMatchObject({ reasonCode: "configurationInactive" });
});

test("a blocked caller is rejected, others are answered", async ({ office }) => {
  const { number } = await makeLine(office.db);
  const from = anyNumber();
  await office.db.insert(blockedCallers).values({ number: from });
  expect((await office.call({ to: number, from })).body).toContain("<Reject");
  expect((await office.call({ to: number })).body).toContain("We are open.");
});

test("all who withhold their number can be blocked, however their carrier spells it", async ({ office }) => {
  const { number } = await makeLine(office.db);
  expect((await office.call({ to: number, from: "+266696687" })).body).toContain("We are open.");
  await office.db.insert(blockedCallers).values({ number: "anonymous" });
  try {
    for (const from of ["anonymous", "Anonymous", "+266696687", "+7378742833"]) {
      expect((await office.call({ to: number, from })).body, from).toContain("<Reject");
    }
  } finally {
    await office.db.delete(blockedCallers).where(eq(blockedCallers.number, "anonymous"));
  }
});

test("what is no call is rejected, and leaves no row", async ({ office }) => {
  const { number } = await makeLine(office.db);
  const { CallSid: _, ...parameters } = callParameters({ to: number });
  const answer = await office.post("/api/voice", { ...parameters, MessageSid: sid("SM"), Body: "hello" });
  expect(answer.status).toBe(200);
  expect(answer.body).toContain("<Reject");
  await expect(office.db.$count(calls, eq(calls.toNumber, number))).resolves.toBe(0);
});

test("a caller's name and number never become markup", async ({ office }) => {
  const spoken = await makeAction(office.db, "say", { text: { value: "Hello." } });
  const { number } = await makeLine(office.db, { openActionId: spoken.id });
  const hostile = '"/><Dial>+19005550100</Dial><Say x="';
  const callSid = sid("CA");
  const answer = await office.call({ to: number, from: hostile, callSid }, { CallerName: hostile });
  expect(answer.body).not.toContain("<Dial");
  expect(await callInLog(office.db, callSid)).toMatchObject({ fromNumber: hostile, fromName: hostile });
});

test("a call that Twilio asks about twice is answered twice and logged once", async ({ office }) => {
  const { number } = await makeLine(office.db);
  const callSid = sid("CA");
  const answers = await Promise.all(Array.from({ length: 10 }, () => office.call({ to: number, callSid })));
  for (const answer of answers) expect(answer.body).toContain("We are open.");
  await callInLog(office.db, callSid);
  await expect(office.db.$count(callEvents, eq(callEvents.callSid, callSid))).resolves.toBe(1);
});

test("a change of the set-up is heard by the very next caller", async ({ office }) => {
  const { number, phoneNumberId, configurationId } = await makeLine(office.db);
  expect((await office.call({ to: number })).body).toContain("We are open.");
  await deactivate(office.db, configurationId);
  expect((await office.call({ to: number })).body).toContain("<Reject");
  await office.db
    .update(phoneNumbers)
    .set({ friendlyName: `Renamed ${randomUUID()}` })
    .where(eq(phoneNumbers.id, phoneNumberId));
});
