import { listOutgoingCalls } from "@/db/queries/outgoing-calls/list-outgoing-calls";
import { callInLog } from "../office/call-log";
import { givePhone } from "../office/give-phone";
import { anyNumber } from "../office/make-line";
import { placedParameters } from "../twilio/rest/calls";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";
import { sid } from "../twilio/twilio";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

test("staff call somebody back from the page of the call, which follows how it goes", async ({
  page,
  office,
  signedInAs,
}) => {
  const { id: staffId, name } = await signedInAs("staff");
  const line = await makeTwilioLine(office);
  const [from, callSid] = [anyNumber(), sid("CA")];
  await office.call({ from, to: line.number, callSid });
  await callInLog(office.db, callSid);
  const back = page.getByRole("region", { name: "Call back" });
  await page.goto(`/calls/${callSid}`);
  await expect(back).toContainText(/Calls do not ring you/);

  const phone = await givePhone(office.db, staffId);
  await page.reload();
  const call = back.getByRole("button", { name: /^Call .* back$/ });
  office.twilio.fail(/^POST .*\/Calls/, { kind: "status", status: 400, code: 21219 }, 1);
  await call.click();
  await expect(back.getByRole("alert")).toContainText(/verified numbers alone .* Nobody was called/);
  await call.click();
  await expect(back.getByText("The phone is ringing")).toBeVisible();
  const placed = office.twilio.callsTo(phone).at(-1);
  if (!placed) throw new Error("Nobody was rung.");
  expect(placed.from).toBe(line.number);
  const post = async (url: string, more: Record<string, string>) =>
    (await office.post(url, { ...placedParameters(placed), ...more })).body;
  await post(placed.statusUrl, { CallStatus: "in-progress" });
  const [, pressed = ""] = /action="([^"]+)"/.exec(await post(placed.url, {})) ?? [];
  const [, dialled = ""] = /action="([^"]+)"/.exec(await post(pressed, { Digits: "1" })) ?? [];
  await expect(back.getByText("The other side is ringing")).toBeVisible();
  await post(dialled, { DialCallStatus: "completed", DialBridged: "true", DialCallDuration: "65" });
  await post(placed.statusUrl, { CallStatus: "completed" });
  await expect(back.getByText("They talked for 1:05")).toBeVisible();
  await expect(page.getByText(`${name} called back. They talked for 1:05.`)).toBeVisible();
  await expectToLookWell(page);
  await page.goto("/activity");
  await expect(page.getByRole("listitem").filter({ hasText: name }).first()).toContainText(
    "returned the call of",
  );
});

test("nobody calls back a withheld number, from somebody else's phone, or twice by one press", async ({
  page,
  office,
  signedInAs,
}) => {
  const { id: staffId } = await signedInAs("staff");
  const phone = await givePhone(office.db, staffId);
  const line = await makeTwilioLine(office);
  const begin = async (from: string) => {
    const callSid = sid("CA");
    await office.call({ from, to: line.number, callSid });
    await callInLog(office.db, callSid);
    return callSid;
  };
  const withheld = await begin("anonymous");
  await page.goto(`/calls/${withheld}`);
  const back = page.getByRole("region", { name: "Call back" });
  await expect(back).toContainText("The caller withheld their number");
  await expect(back.getByRole("button")).toHaveCount(0);

  const filename = "app/(office)/_call-back/mutations.ts";
  const at = `/calls/${withheld}`;
  const send = async (fields: Record<string, string>) =>
    (await callMutation(page, { name: "callBack", filename, at }, fields)).text();
  const id = crypto.randomUUID();
  expect(await send({ id, callSid: withheld, phone })).toContain("withheld their number");
  const callSid = await begin(anyNumber());
  expect(await send({ id, callSid, phone: anyNumber() })).toContain("no phone of yours");
  await send({ id, callSid, phone });
  expect(await send({ id, callSid, phone })).toContain("being rung already");
  expect(office.twilio.callsTo(phone)).toHaveLength(1);
  expect(await listOutgoingCalls(office.db, callSid)).toHaveLength(1);
});
