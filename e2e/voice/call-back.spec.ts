import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { listOutgoingCalls } from "@/db/queries/outgoing-calls/list-outgoing-calls";
import { startOutgoingCall } from "@/db/queries/outgoing-calls/start-outgoing-call";
import { staffUsers } from "@/db/schema";
import { expect, test } from "../fixtures";
import { callInLog, stepsInLog } from "../office/call-log";
import { anyNumber, makeLine } from "../office/make-line";
import { fallbackNumber, type Office } from "../office/start-office";
import { placedParameters } from "../twilio/rest/calls";
import { sid } from "../twilio/twilio";

async function begin(office: Office) {
  const { db, account } = office;
  const line = await makeLine(db);
  const callSid = sid("CA");
  const [from, phone, id] = [anyNumber(), anyNumber(), randomUUID()];
  await office.call({ from, to: line.number, callSid });
  await callInLog(db, callSid);
  const [staff] = await db.select({ id: staffUsers.id }).from(staffUsers).limit(1);
  const [first, ...rest] = startOutgoingCall(db, {
    id,
    madeById: staff?.id ?? "",
    madeByName: "Olive Alder",
    fromPhone: phone,
    toNumber: from,
    phoneNumberId: line.phoneNumberId,
    callSid,
    at: Temporal.Now.instant(),
  });
  if (first) await db.batch([first, ...rest]);
  const call = placedParameters({ sid: sid("CA"), to: phone, from: line.number, url: "", statusUrl: "" });
  const post = async (step: string, more: Record<string, string> = {}) =>
    (await office.post(`${account.baseUrl}/api/voice/${step.replace("ID", id)}`, { ...call, ...more })).body;
  const state = async () => (await listOutgoingCalls(db, callSid))[0];
  return { line, from, callSid, post, state };
}

test("whoever presses 1 is connected, as the work number, and the log says how long they talked", async ({
  office,
}) => {
  const { line, from, callSid, post, state } = await begin(office);
  await post("call-back-status/ID/own", { CallStatus: "in-progress" });
  const asked = await post("call-back/ID");
  expect(asked).toMatch(/To call .*, press 1\./);
  expect(asked).not.toContain("<Dial");
  const dial = await post("call-back/ID/pressed", { Digits: "1" });
  expect(dial).toContain(`<Dial callerId="${line.number}"`);
  expect(dial).toContain(`>${from}</Number>`);
  await expect.poll(async () => (await state())?.dialStatus).toBe("ringing");
  await post("call-back-status/ID/other", { CallStatus: "in-progress" });
  expect((await state())?.dialStatus).toBe("in-progress");
  const over = await post("call-back/ID/dialled", {
    DialCallStatus: "completed",
    DialBridged: "true",
    DialCallDuration: "80",
  });
  expect(over).not.toContain("<Say>");
  await post("call-back-status/ID/own", { CallStatus: "completed" });
  await expect
    .poll(state)
    .toMatchObject({ status: "completed", dialStatus: "completed", durationSeconds: 80 });
  await expect
    .poll(async () => (await stepsInLog(office.db, callSid, 2)).at(-1))
    .toBe("Olive Alder called back. They talked for 1:20.");
});

test("a mailbox that picks up presses nothing, and calls nobody", async ({ office }) => {
  const { callSid, post } = await begin(office);
  expect(await post("call-back/ID")).toMatch(/<\/Gather><Hangup\/>/);
  expect(await post("call-back/ID/pressed", { Digits: "5" })).not.toContain("<Dial");
  await post("call-back-status/ID/own", { CallStatus: "completed" });
  expect((await stepsInLog(office.db, callSid, 2)).at(-1)).toBe(
    "Olive Alder called back. The phone was picked up, and nobody pressed 1.",
  );
});

test("whoever cannot be connected is told so, and never sent to the fallback number", async ({ office }) => {
  const { post, state } = await begin(office);
  expect(await post("call-back/ID/dialled", { DialCallStatus: "busy" })).toContain("The line was busy.");
  await expect.poll(async () => (await state())?.dialStatus).toBe("busy");
  office.database.setFault("down");
  const away = await post("call-back/ID");
  expect(away).toContain("cannot be placed right now");
  expect(away).not.toContain(fallbackNumber);
});
