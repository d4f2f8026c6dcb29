import { calls, knownCallers, people } from "@/db/schema";
import { callInLog } from "../office/call-log";
import { anyNumber, makeAction, makeLine, makePerson } from "../office/make-line";
import { callParameters, sid } from "../twilio/twilio";
import { choose } from "./choose";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

test("the log tells why a call came to somebody, and who took it", async ({ page, office, signedInAs }) => {
  const ana = await makePerson(office.db, "Ana Lima", { numbers: [anyNumber(), anyNumber()] });
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
    DialCallSid: leg.CallSid,
    DialCallStatus: "completed",
    DialBridged: "true",
    DialCallDuration: "42",
  });
  await office.post("/api/voice/status", { ...call, CallStatus: "completed", CallDuration: "50" });
  await callInLog(office.db, call.CallSid ?? "");

  await signedInAs("staff");
  await page.goto("/calls");
  await choose(page, "Number called", line.name);
  await page.getByLabel("What came of it").selectOption({ label: "Answered" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  // Every list has the row: it is the filters' own once their address is there.
  await expect(page).toHaveURL(/result=answered/);
  await expect(page.getByRole("link", { name: "Show all" })).toBeVisible();
  // The keyboard is where it was, and how many there are is told.
  await expect(page.getByRole("button", { name: "Show", exact: true })).toBeFocused();
  await expect(page.getByRole("main").getByRole("status")).toHaveText("1 call");
  const row = page.getByRole("list", { name: "Calls" }).getByRole("listitem").filter({ hasText: line.name });
  await expect(row).toContainText("Answered");
  await expect(row).toContainText("taken by Ana Lima");
  // By keyboard: through the filters to the call, and into it.
  await page.getByLabel("Caller or words").focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "Number called", exact: true })).toBeFocused();
  await page.getByRole("button", { name: "Show", exact: true }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Show all" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(row.getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "What happened" })).toBeVisible();
  await expect(page.getByText("Times are by the clock in New York.")).toBeVisible();
  const story = page.getByRole("main").getByRole("listitem");
  await expect(story.filter({ hasText: "Ana Lima picked up and was asked to press 1" })).toContainText(
    "Asked",
  );
  const taken = story.filter({ hasText: "Ana Lima took the call" });
  await expect(story.filter({ hasText: "Ana Lima pressed 1" })).not.toContainText("Answered");
  await expect(taken).toContainText("Answered");
  await expect(taken).toContainText("On Phone 1, (");
  await expect(story.last()).toContainText("The call ended: ended as usual");
  const facts = page.getByRole("main").getByRole("definition");
  await expect(facts.filter({ hasText: ", version 1" })).toBeVisible();
  await expect(facts.filter({ hasText: "0:50" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: line.name })).toBeVisible();
  await expect(page.getByRole("link", { name: "Block this caller" })).toHaveCount(0);
});

test("the log is narrowed by person and by a known caller's name, and walked both ways", async ({
  page,
  office,
  signedInAs,
}) => {
  const [ana, line] = [await makePerson(office.db, "Ana of the log"), await makeLine(office.db)];
  const known = { number: anyNumber(), name: `Grace ${sid("CA").slice(2, 10)}` };
  await office.db.insert(knownCallers).values(known);
  const made = Array.from({ length: 101 }, (_, minute) => ({
    sid: sid("CA"),
    fromNumber: minute === 7 ? known.number : anyNumber(),
    toNumber: line.number,
    receivedAt: new Date(Date.UTC(2025, 0, 1, 0, minute)),
    endedAt: new Date(Date.UTC(2025, 0, 1, 0, minute, 30)),
    reasonCode: "open" as const,
    reason: `Open, minute ${minute}.`,
    ...(minute === 3 && {
      answeredById: ana.id,
      answeredByName: "Ana of the log",
      result: "answered" as const,
    }),
    ...(minute === 5 && { rungIds: [ana.id], result: "missed" as const }),
  }));
  await office.db.insert(calls).values(made);
  // So many that their box is one to search in.
  await office.db.insert(people).values(Array.from({ length: 41 }, (_, index) => ({ name: `Zz ${index}` })));
  await signedInAs("staff");
  await page.goto(`/calls?${new URLSearchParams({ to: line.number })}`);
  const rows = page.getByRole("list", { name: "Calls" }).getByRole("listitem");
  const pages = page.getByRole("navigation", { name: "Pages of this list" });
  await expect(rows.first()).toContainText("minute 100.");
  await pages.getByRole("link", { name: "Older" }).click();
  await expect(rows.first()).toContainText("minute 50.");
  await pages.getByRole("link", { name: "Older" }).click();
  await expect(rows).toHaveCount(1);
  await pages.getByRole("link", { name: "Newer" }).click();
  await expect(rows.first()).toContainText("minute 50.");
  await pages.getByRole("link", { name: "Newest" }).click();
  await expect(rows.first()).toContainText("minute 100.");

  await choose(page, "Who took it or was rung", "Ana of the log");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("Missed");
  await expect(rows.last()).toContainText("taken by Ana of the log");
  const person = page.getByRole("combobox", { name: "Who took it or was rung", exact: true });
  await expect(person).toHaveValue("Ana of the log");
  // What the filters show follows the address.
  await page.getByLabel("Caller or words").fill("of no use");
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page).toHaveURL("/calls");
  await expect(person).toHaveValue("");
  await expect(person).toHaveAttribute("placeholder", "Anybody");
  await page.goBack();
  await expect(person).toHaveValue("Ana of the log");
  await expect(page.getByLabel("Caller or words")).toHaveValue("");
  // Begun afresh: what is typed is all that is looked for, and without it nobody is chosen.
  await page.getByRole("button", { name: "Clear: Who took it or was rung" }).click();
  await expect(person).toBeFocused();
  await page.keyboard.type("Zz 40");
  await expect(page.getByRole("option")).toHaveText(["Zz 40"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(person).toHaveValue("Zz 40");
  for (const _ of "Zz 40") await page.keyboard.press("Backspace");
  await expect(page.locator("[name=person]")).toHaveValue("");
  await page.keyboard.press("Tab");
  await expect(person).toHaveValue("");
  await page.goto(`/calls?${new URLSearchParams({ q: known.name.toLowerCase() })}`);
  await expect(rows).toHaveCount(1);
  await rows.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(known.name);
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
  expect(rows[1]).toContain("(+1) ");
  expect(rows[1]?.replace(/\D/g, "")).toContain(call.From?.slice(1));
});

test("a stranger exports nothing", async ({ playwright, baseURL }) => {
  const stranger = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  expect((await stranger.get("/calls/export")).status()).toBe(401);
  await stranger.dispose();
});

test("an empty search, and a call that was answered, pass axe and fit in every look", {
  tag: "@deep",
}, async ({ page, office, signedInAs }) => {
  const line = await makeLine(office.db);
  const call = callParameters({ from: anyNumber(), to: line.number });
  await office.post("/api/voice", call);
  await callInLog(office.db, call.CallSid ?? "");
  await signedInAs("manager");
  for (const path of ["/calls?q=nothing-like-it", `/calls/${call.CallSid}`]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectToLookWell(page);
  }
});
