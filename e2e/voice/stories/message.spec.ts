import type { NewActionValue } from "@/db/queries/actions/insert-action-values";
import { expect, test } from "../../fixtures";
import { voicemailsOf } from "../../office/call-log";
import { makeAction, makeLine, makeSaying } from "../../office/make-line";
import type { Office } from "../../office/start-office";
import { hangsUp, leavesMessage, staysSilent } from "../../player/caller";
import { playInOffice } from "../../player/play-in-office";
import { answeredBy } from "./told";

const greeting = "Please leave a message.";
const afterwards = "We will call you back.";

async function mailbox({ db }: Office, values: Record<string, NewActionValue> = {}) {
  const action = await makeAction(db, "voicemail", {
    greeting: { value: greeting },
    afterwards: { value: afterwards },
    ...values,
  });
  return { action, line: await makeLine(db, { openActionId: action.id }) };
}

for (const endsWith of ["#", "silence"]) {
  test(`a message that ends with ${endsWith} is kept, and the caller is thanked`, async ({ office }) => {
    const { action, line } = await mailbox(office);
    const call = await playInOffice(office, line, { caller: [leavesMessage(17, endsWith)] });
    expect(call.heard).toEqual([greeting, afterwards]);
    expect(call.ended).toBe("left a message of 17 s");
    expect(call.log).toMatchObject({ result: "voicemail", voicemails: [{ durationSeconds: 17 }] });
    expect(call.story).toEqual([answeredBy(action), "A message of 17 s was left"]);
    expect(await voicemailsOf(office.db, call.callSid)).toMatchObject([
      { recordingSid: call.messages[0]?.recordingSid, actionId: action.id },
    ]);
  });
}

test("a caller who hangs up at the end of the message has left it", async ({ office }) => {
  const { action, line } = await mailbox(office);
  const call = await playInOffice(office, line, { caller: [leavesMessage(9, "hanging up")] });
  expect(call.heard).toEqual([greeting]);
  expect(call.endedBy).toBe("the caller");
  expect(call.log).toMatchObject({ result: "voicemail", voicemails: [{ durationSeconds: 9 }] });
  expect(call.story).toEqual([answeredBy(action), "A message of 9 s was left"]);
});

test("a message of a second is a message", async ({ office }) => {
  const { action, line } = await mailbox(office);
  const call = await playInOffice(office, line, { caller: [leavesMessage(1)] });
  expect(call.heard).toEqual([greeting, afterwards]);
  expect(call.log).toMatchObject({ result: "voicemail", voicemails: [{ durationSeconds: 1 }] });
  expect(call.story).toEqual([answeredBy(action), "A message of 1 s was left"]);
});

test("silence is no message, and is not answered with silence", async ({ office }) => {
  const { action, line } = await mailbox(office);
  const call = await playInOffice(office, line, { caller: [staysSilent()] });
  expect(call.heard).toEqual([greeting, afterwards]);
  expect(call.ended).toBe("hung up by the app");
  expect(call.asked.map(({ step }) => step)).toEqual(["entry"]);
  expect(call.log).toMatchObject({ result: "told", voicemails: [] });
  expect(call.story).toEqual([answeredBy(action)]);
});

test("a caller who hangs up without a word leaves nothing", async ({ office }) => {
  const { action, line } = await mailbox(office);
  const call = await playInOffice(office, line, { caller: [hangsUp("in the message", 0)] });
  expect(call.heard).toEqual(["Please leave a message."]);
  expect(call.ended).toBe("the caller hung up");
  expect(call.log).toMatchObject({ result: "told", voicemails: [] });
  expect(call.story).toEqual([answeredBy(action)]);
});

test("a caller who hangs up in the greeting has heard it", async ({ office }) => {
  const { action, line } = await mailbox(office);
  const call = await playInOffice(office, line, { caller: [hangsUp("in the greeting")] });
  expect(call.heard).toEqual([greeting]);
  expect(call.ended).toBe("the caller hung up");
  expect(call.log).toMatchObject({ result: "told", voicemails: [], status: "completed" });
  expect(call.story).toEqual([answeredBy(action)]);
});

test("a message that is longer than allowed is cut off, and kept", async ({ office }) => {
  const { action, line } = await mailbox(office, { maxSeconds: { value: 30 } });
  const call = await playInOffice(office, line, { caller: [leavesMessage(200)] });
  expect(call.heard).toEqual([greeting, afterwards]);
  expect(call.log).toMatchObject({ result: "voicemail", voicemails: [{ durationSeconds: 30 }] });
  expect(call.story).toEqual([answeredBy(action), "A message of 30 s was left"]);
});

test("after the message the call goes on where it is meant to", async ({ office }) => {
  const next = await makeSaying(office.db, "Our address is 12 Elm Street.");
  const { action, line } = await mailbox(office, { next: { actionId: next.id } });
  const call = await playInOffice(office, line, { caller: [leavesMessage(5)] });
  expect(call.heard).toEqual([greeting, afterwards, "Our address is 12 Elm Street."]);
  expect(call.log).toMatchObject({ result: "voicemail" });
  expect(call.story).toEqual([answeredBy(action), "A message of 5 s was left", `Went on to “${next.name}”`]);
});

test("a recorded greeting is played in place of the spoken one", async ({ office }) => {
  const { action, line } = await mailbox(office, { recordedGreeting: { value: "/sounds/chime.wav" } });
  const call = await playInOffice(office, line, { caller: [leavesMessage(5)] });
  expect(call.heard).toEqual([`${office.app.baseUrl}/sounds/chime.wav`, afterwards]);
  expect(call.log).toMatchObject({ result: "voicemail" });
  expect(call.story).toEqual([answeredBy(action), "A message of 5 s was left"]);
});
