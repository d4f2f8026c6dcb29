import { actions, templates } from "@/db/schema";
import { faults } from "../faults/fault";
import { expect, test } from "../fixtures";
import { callInLog, stepsInLog } from "../office/call-log";
import { makeAction, makeLine } from "../office/make-line";
import { fallbackNumber, type Office } from "../office/start-office";
import { type Answer, callParameters, postAsTwilio, sid } from "../twilio/twilio";

/** Waits until both of a call's requests have been lost: the look-up before the answer, and the record after it. */
async function loseTheRecordOf(office: Office, call: () => Promise<Answer>): Promise<Answer> {
  office.database.takeRequests();
  const answer = await call();
  let lost = 0;
  await expect.poll(() => (lost += office.database.takeRequests().length)).toBe(2);
  return answer;
}

for (const fault of faults) {
  test(`database ${fault}: a number that was answered before is answered from memory`, async ({ office }) => {
    const { number } = await makeLine(office.db);
    await office.call({ to: number });
    office.database.setFault(fault);
    const callSid = sid("CA");
    const answer = await office.call({ to: number, callSid });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain("We are open.");
    office.database.setFault("none");
  });

  test(`database ${fault}: a number that this process has never answered goes to the fallback number`, async ({
    office,
  }) => {
    const { number } = await makeLine(office.db);
    office.database.setFault(fault);
    const answer = await office.call({ to: number });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain(`>${fallbackNumber}</Number>`);
    expect(answer.body).not.toContain("<Reject");
  });

  test(`database ${fault}: the next step of a call still does something`, async ({ office }) => {
    const next = await makeAction(office.db, "say", { text: { value: "The next step." } });
    const first = await makeAction(office.db, "go-to-action", { target: { actionId: next.id } });
    const { number } = await makeLine(office.db, { openActionId: first.id });
    const callSid = sid("CA");
    const [, url = ""] =
      /<Redirect[^>]*>([^<]+)</.exec((await office.call({ to: number, callSid })).body) ?? [];
    const parameters = callParameters({ to: number, callSid });

    office.database.setFault(fault);
    const cold = await office.post(url, parameters);
    expect(cold.status).toBe(200);
    expect(cold.body).toContain(`>${fallbackNumber}</Number>`);

    office.database.setFault("none");
    expect((await office.post(url, parameters)).body).toContain("The next step.");

    office.database.setFault(fault);
    expect((await office.post(url, parameters)).body).toContain("The next step.");
  });
}

test("without a fallback number a polite sentence is what holds", async ({ office }) => {
  const { number } = await makeLine(office.db);
  const other = await office.startAnotherApp({ FALLBACK_PHONE_NUMBER: "" });
  office.database.setFault("down");
  const answer = await postAsTwilio(
    office.account,
    `${other.baseUrl}/api/voice`,
    callParameters({ to: number }),
  );
  expect(answer.status).toBe(200);
  expect(answer.body).toContain("<Say>We are sorry");
  expect(answer.body).toContain("<Hangup/>");
});

test("memory is decided afresh: an office that closes while the database is away is closed", async ({
  office,
}) => {
  const until = new Date(Date.now() + 3000);
  const { number } = await makeLine(office.db, {
    schedule: {
      windows: [],
      override: { isOpen: true, until, reason: "Until now", setByName: "Dana Reyes" },
    },
  });
  expect((await office.call({ to: number })).body).toContain("We are open.");
  office.database.setFault("down");
  await expect(async () => {
    expect((await office.call({ to: number })).body).toContain("We are closed.");
  }).toPass({ timeout: 10_000 });
});

test("a call answered in an outage is completed in the log by its next step", async ({ office }) => {
  const next = await makeAction(office.db, "say", { text: { value: "The next step." } });
  const first = await makeAction(office.db, "go-to-action", { target: { actionId: next.id } });
  const { number, configurationId } = await makeLine(office.db, { openActionId: first.id });
  await office.call({ to: number });

  const callSid = sid("CA");
  office.database.setFault("down");
  const answer = await loseTheRecordOf(office, () => office.call({ to: number, callSid }));
  const [, url = ""] = /<Redirect[^>]*>([^<]+)</.exec(answer.body) ?? [];
  office.database.setFault("none");
  await office.post(url, callParameters({ to: number, callSid }));
  expect(await callInLog(office.db, callSid)).toMatchObject({
    configurationId,
    reasonCode: "open",
    toNumber: number,
  });
});

test("a call of which nothing else was kept gets its row from the final status callback", async ({
  office,
}) => {
  const { number } = await makeLine(office.db);
  const callSid = sid("CA");
  office.database.setFault("down");
  await loseTheRecordOf(office, () => office.call({ to: number, callSid }));
  office.database.setFault("none");
  const ended = { ...callParameters({ to: number, callSid }), CallStatus: "completed", CallDuration: "42" };
  expect((await office.post("/api/voice/status", ended)).status).toBe(204);
  expect(await callInLog(office.db, callSid)).toMatchObject({
    reasonCode: "recordLost",
    reason: "Answered while the database was away",
    status: "completed",
    durationSeconds: 42,
  });
});

test("a template that fails to render falls back, and the log says so", async ({ office }) => {
  const broken = crypto.randomUUID();
  const [{ templateId } = { templateId: "" }] = await office.db
    .insert(templates)
    .values({ name: `Broken ${broken}`, body: "<Response>{{ nobodyKnows }}</Response>" })
    .returning({ templateId: templates.id });
  await office.db.insert(actions).values({ id: broken, name: `Broken ${broken}`, templateId });
  const { number } = await makeLine(office.db, { openActionId: broken });
  const callSid = sid("CA");
  const answer = await office.call({ to: number, callSid });
  expect(answer.status).toBe(200);
  expect(answer.body).toContain(`>${fallbackNumber}</Number>`);
  const call = await callInLog(office.db, callSid);
  expect(call).toMatchObject({ reasonCode: "open", degradedTo: "fallbackNumber" });
  // Whoever has the call's sid, from Twilio's console say, finds the reason by it: one line, which names nobody.
  const told = office.app.output().split("\n");
  const [line = "", ...more] = told.filter((printed) => printed.includes(callSid));
  expect(more).toEqual([]);
  expect(JSON.parse(line)).toMatchObject({
    level: "error",
    callSid,
    message: expect.stringContaining("nobodyKnows"),
  });
  expect(line).not.toContain(number);
});

test("the fallback URL answers without a database, and never apologises after a conversation", async ({
  office,
}) => {
  office.database.setFault("down");
  const parameters = callParameters({ to: "+15550000001" });
  const first = await office.post("/api/voice/fallback", { ...parameters, ErrorCode: "11200" });
  expect(first.body).toContain(`>${fallbackNumber}</Number>`);
  const phone = { ...parameters, CallSid: sid("CA"), ParentCallSid: parameters.CallSid ?? "" };
  expect((await office.post("/api/voice/fallback", phone)).body).toContain("press 1");
  expect((await office.post("/api/voice/fallback", { ...phone, Digits: "1" })).body).toContain("Connecting");
  expect((await office.post("/api/voice/fallback", { ...phone, Digits: "2" })).body).toContain("<Hangup/>");
  const talked = await office.post("/api/voice/fallback", {
    ...parameters,
    DialCallStatus: "completed",
    DialBridged: "true",
  });
  expect(talked.body).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<Response><Hangup/></Response>');
  const nobody = await office.post("/api/voice/fallback", {
    ...parameters,
    DialCallStatus: "no-answer",
    DialBridged: "false",
  });
  expect(nobody.body).toContain("We are sorry");
});

test("what became of a call at the fallback number is in the log", async ({ office }) => {
  const { number } = await makeLine(office.db);
  const parameters = callParameters({ to: number });
  await office.post("/api/voice/fallback", { ...parameters, ErrorCode: "11200" });
  await stepsInLog(office.db, parameters.CallSid ?? "", 1);
  const phone = { CallSid: sid("CA"), ParentCallSid: parameters.CallSid ?? "", To: fallbackNumber };
  await office.post("/api/voice/fallback", { ...parameters, ...phone });
  await stepsInLog(office.db, parameters.CallSid ?? "", 2);
  await office.post("/api/voice/fallback", { ...parameters, ...phone, Digits: "1" });
  await stepsInLog(office.db, parameters.CallSid ?? "", 3);
  await office.post("/api/voice/fallback", {
    ...parameters,
    DialCallStatus: "completed",
    DialBridged: "true",
    DialCallDuration: "30",
  });
  const words = await stepsInLog(office.db, parameters.CallSid ?? "", 4);
  expect(words).toEqual([
    "Switchboard did not answer (Twilio error 11200), so the fallback took over",
    "Whoever picked up at the fallback number was asked to press 1",
    "Whoever picked up at the fallback number pressed 1",
    "The fallback number took the call",
  ]);
  expect(await callInLog(office.db, parameters.CallSid ?? "")).toMatchObject({
    result: "answered",
    answeredByName: fallbackNumber,
    degradedTo: "fallbackNumber",
  });
});

test("with the database away only a caller in need is sent to the fallback number", async ({ office }) => {
  const { number, configurationId } = await makeLine(office.db);
  const callSid = sid("CA");
  const step = (kind: string) =>
    `/api/voice/${kind}/${configurationId}/${crypto.randomUUID()}/open/unanswered/1/1/1`;
  const caller = { ...callParameters({ to: number, callSid }), CallStatus: "in-progress" };
  const phone = { ...callParameters({ to: "+15550000002" }), ParentCallSid: callSid, Digits: "" };
  office.database.setFault("down");
  for (const kind of ["screen", "screened"])
    expect((await office.post(step(kind), phone)).body, kind).toContain("<Hangup/>");
  const talked = { ...caller, DialCallStatus: "completed", DialBridged: "true" };
  expect((await office.post(step("after-dial"), talked)).body).toContain("<Hangup/>");
  const unanswered = { ...caller, DialCallStatus: "no-answer", DialBridged: "false" };
  expect((await office.post(step("after-dial"), unanswered)).body).toContain(`>${fallbackNumber}</Number>`);
});
