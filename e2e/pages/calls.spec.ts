import { callInLog } from "../office/call-log";
import { anyNumber, makeAction, makeLine, makePerson } from "../office/make-line";
import { callParameters, sid } from "../twilio/twilio";
import { audit } from "./audit";
import { expect, test } from "./fixtures";

test("the log tells why a call came to somebody, and who took it", async ({ page, office, signedInAs }) => {
  const ana = await makePerson(office.db, "Ana Lima");
  const ring = await makeAction(office.db, "ring-one", { people: { people: [{ personId: ana.id }] } });
  const line = await makeLine(office.db, { openActionId: ring.id });
  const call = callParameters({ from: anyNumber(), to: line.number });
  const { body } = await office.post("/api/voice", call);
  const urlIn = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? "";
  const leg = { ...call, CallSid: sid("CA"), ParentCallSid: call.CallSid ?? "", To: ana.numbers[0] ?? "" };
  const asked = await office.post(urlIn(body, /url="([^"]+)"/), leg);
  await office.post(urlIn(asked.body, /action="([^"]+)"/), { ...leg, Digits: "1" });
  await office.post(urlIn(body, /<Dial action="([^"]+)"/), {
    ...call,
    DialCallStatus: "completed",
    DialBridged: "true",
    DialCallDuration: "42",
  });
  await office.post("/api/voice/status", { ...call, CallStatus: "completed", CallDuration: "50" });
  await callInLog(office.db, call.CallSid ?? "");

  await signedInAs("staff");
  await page.goto("/calls");
  await page.getByLabel("Number called").selectOption({ label: line.name });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const row = page.getByRole("listitem").filter({ hasText: line.name });
  await expect(row).toContainText("Answered");
  await expect(row).toContainText("taken by Ana Lima");
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { name: "What happened" })).toBeVisible();
  const story = page.getByRole("main").getByRole("listitem");
  await expect(story.filter({ hasText: "Ana Lima picked up and was asked to press 1" })).toBeVisible();
  await expect(story.filter({ hasText: "Ana Lima took the call" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: line.name })).toBeVisible();
  await expect(page.getByRole("link", { name: "Block this caller" })).toHaveCount(0);
});

test("a manager blocks a caller from the log", async ({ page, office, signedInAs }) => {
  const line = await makeLine(office.db);
  const call = callParameters({ from: anyNumber(), to: line.number });
  await office.post("/api/voice", call);
  await callInLog(office.db, call.CallSid ?? "");
  await signedInAs("manager");
  await page.goto(`/calls/${call.CallSid}`);
  await page.getByRole("link", { name: "Block this caller" }).click();
  await page.getByRole("button", { name: "Block" }).click();
  await expect(page.getByText(/: blocked\.$/)).toBeVisible();
  expect((await office.post("/api/voice", { ...call, CallSid: sid("CA") })).body).toContain("<Reject");
});

test("the export holds the same calls, and nothing that a spreadsheet would run", async ({
  page,
  office,
  signedInAs,
}) => {
  const line = await makeLine(office.db);
  const call: Record<string, string> = {
    ...callParameters({ from: anyNumber(), to: line.number }),
    CallerName: '=HYPERLINK("http://evil")',
  };
  await office.post("/api/voice", call);
  await office.call({ to: anyNumber() });
  await callInLog(office.db, call.CallSid ?? "");
  await signedInAs("staff");
  await page.goto(`/calls?${new URLSearchParams({ to: line.number })}`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  const answer = await page.request.get(
    new URL((await download).url()).pathname + new URL((await download).url()).search,
  );
  const rows = (await answer.text()).trim().split("\r\n");
  expect(rows).toHaveLength(2);
  expect(rows[1]).toContain(call.CallSid);
  expect(rows[1]).toContain(`"'=HYPERLINK(""http://evil"")"`);
  expect(rows[1]).toContain(`'${call.From}`);
});

test("a stranger exports nothing", async ({ playwright, baseURL }) => {
  const stranger = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  expect((await stranger.get("/calls/export")).status()).toBe(401);
  await stranger.dispose();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the log and a call pass axe on a phone and a desk, in ${colorScheme}`, async ({
    page,
    office,
    signedInAs,
  }) => {
    await page.emulateMedia({ colorScheme });
    const line = await makeLine(office.db);
    const call = callParameters({ from: anyNumber(), to: line.number });
    await office.post("/api/voice", call);
    await callInLog(office.db, call.CallSid ?? "");
    await signedInAs("manager");
    for (const path of ["/calls", "/calls?q=nothing-like-it", `/calls/${call.CallSid}`]) {
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        expect(await audit(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
  });
}
