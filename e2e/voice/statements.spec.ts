import { expect, test } from "../fixtures";
import { callInLog, stepsInLog } from "../office/call-log";
import { anyNumber, makeAction, makeLine, makeSaying } from "../office/make-line";
import { callParameters, sid } from "../twilio/twilio";

test("a call costs one statement before its answer and one batch after it", async ({ office }) => {
  const { number } = await makeLine(office.db);
  office.database.takeRequests();
  const callSid = sid("CA");
  await office.call({ to: number, callSid });
  await callInLog(office.db, callSid);
  const [before, after, ...more] = office.database.takeRequests();
  expect(before?.statements).toHaveLength(1);
  expect(before?.statements[0]).toMatch(/^select/);
  expect(after?.statements[0]).toContain("insert into");
  expect(more).toEqual([]);
});

test("a call to an unknown number costs no more", async ({ office }) => {
  office.database.takeRequests();
  const callSid = sid("CA");
  await office.call({ to: anyNumber(), callSid });
  await callInLog(office.db, callSid);
  expect(office.database.takeRequests()).toHaveLength(2);
});

test("a later step costs one statement before its answer and one after it", async ({ office }) => {
  const next = await makeSaying(office.db, "The next step.");
  const go = await makeAction(office.db, "go-to-action", { target: { actionId: next.id } });
  const { number } = await makeLine(office.db, { openActionId: go.id });
  const callSid = sid("CA");
  const answer = await office.call({ to: number, callSid });
  await stepsInLog(office.db, callSid, 1);
  office.database.takeRequests();
  const [, url = ""] = /<Redirect>([^<]+)</.exec(answer.body) ?? [];
  await office.post(url, callParameters({ to: number, callSid }));
  await stepsInLog(office.db, callSid, 2);
  expect(office.database.takeRequests()).toHaveLength(2);
});
