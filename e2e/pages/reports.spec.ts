import { calls } from "@/db/schema";
import { anyNumber, makeLine, makePerson } from "../office/make-line";
import { sid } from "../twilio/twilio";
import { choose } from "./choose";
import { expect, type test as fixtures, test } from "./fixtures";
import { expectToLookWell } from "./looks";

type Db = Parameters<Parameters<typeof fixtures>[2]>[0]["office"]["db"];

/** Calls to a line at noon in New York, two days ago by any clock: two taken, one missed, and one while it was closed. */
async function fillLine(db: Db) {
  const [line, ana] = [await makeLine(db), await makePerson(db, "Ana of the report")];
  const noon = new Date();
  noon.setUTCDate(noon.getUTCDate() - 2);
  noon.setUTCHours(17, 0, 0, 0);
  const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
  const call = {
    fromNumber: anyNumber(),
    toNumber: line.number,
    receivedAt: noon,
    endedAt: later(90),
    reasonCode: "open" as const,
    reason: "Open until 17:00",
  };
  const taken = { result: "answered" as const, answeredById: ana.id, answeredByName: "Ana of the report" };
  await db.insert(calls).values([
    { ...call, ...taken, sid: sid("CA"), answeredAt: later(10) },
    { ...call, ...taken, sid: sid("CA"), answeredAt: later(20) },
    { ...call, sid: sid("CA"), result: "missed", rungIds: [ana.id] },
    { ...call, sid: sid("CA"), result: "voicemail", reasonCode: "closed", reason: "Closed" },
  ]);
  return { line, ana };
}

test("a report tells how calls went by hour, weekday, number and person, as charts and as figures", async ({
  page,
  context,
  browser,
  office,
  signedInAs,
}) => {
  const { line } = await fillLine(office.db);
  await signedInAs("staff");
  await page.goto("/");
  await page.getByRole("link", { name: "Reports", exact: true }).click();
  await choose(page, "Number called", line.name);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`to=%2B${line.number.slice(1)}`));
  await expect(page.getByText(/by the clock in New York/)).toBeVisible();
  await page.getByRole("link", { name: "Last 7 days" }).click();
  await expect(page).toHaveURL(/days=7/);
  await expect(page.locator("[name=to]")).toHaveValue(line.number);

  const figure = (term: string) =>
    page
      .getByRole("main")
      .locator("dt", { hasText: new RegExp(`^${term}$`) })
      .locator("xpath=following-sibling::dd");
  await expect(figure("Calls")).toContainText("4");
  await expect(figure("Missed")).toContainText("25% of all");
  await expect(figure("Answered within")).toContainText("15 s");
  await expect(figure("Answered within")).toContainText("within 19 s");
  await expect(figure("Longest wait")).toContainText("1 min 30 s");

  // The chart is drawn, and the same figures stand in its table.
  await expect(page.locator("svg[role=application] .recharts-bar-rectangle path").first()).toBeVisible();
  await page.getByText("Show as a table").first().click();
  const byHour = page.getByRole("table", { name: "Calls by hour, as a table" });
  await expect(byHour.getByRole("row").last()).toHaveText(/4\s*2\s*1\s*1\s*0\s*0\s*0$/);
  // By keyboard: from the table into the next chart, and there from bar to bar.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("region", { name: "Calls by hour, as a table" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("svg[role=application]").last()).toBeFocused();
  const pointedAt = page.locator(".recharts-wrapper").last().locator(".recharts-tooltip-label");
  await expect(pointedAt).toHaveText("Mon");
  await page.keyboard.press("ArrowRight");
  await expect(pointedAt).toHaveText("Tue");
  await page.keyboard.press("ArrowLeft");
  await expect(pointedAt).toHaveText("Mon");

  const byPerson = page.getByRole("table", { name: "By person" });
  await expect(byPerson.getByRole("row", { name: /Ana of the report/ })).toHaveText(/3\s*2\s*1$/);
  await byPerson.getByRole("link", { name: "Ana of the report" }).click();
  await expect(page.getByRole("list", { name: "Calls" }).getByRole("listitem")).toHaveCount(3);

  await page.goto(`/reports?${new URLSearchParams({ from: "2019-01-01", until: "2019-01-31" })}`);
  await expect(page.getByText("No calls in these days")).toBeVisible();
  await expect(page.getByLabel("From", { exact: true })).toHaveValue("2019-01-01");

  // The same for a reader in Germany: the words are English, and dates, times and numbers are their own.
  const receivedAt = new Date("2024-03-06T17:00:00Z");
  const taken = {
    result: "answered" as const,
    receivedAt,
    answeredAt: new Date("2024-03-06T17:00:08.500Z"),
    endedAt: new Date("2024-03-06T17:01:00Z"),
  };
  await office.db.insert(calls).values(
    Array.from({ length: 1234 }, () => ({
      ...taken,
      sid: sid("CA"),
      fromNumber: anyNumber(),
      toNumber: line.number,
      reasonCode: "open" as const,
      reason: "Open until 17:00",
    })),
  );
  const german = await browser.newContext({
    locale: "de-DE",
    reducedMotion: "reduce",
    baseURL: office.app.baseUrl,
    storageState: await context.storageState(),
  });
  const theirs = await german.newPage();
  const complaints: string[] = [];
  theirs.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  theirs.on("pageerror", (error) => complaints.push(error.message));
  const march = { from: "2024-03-06", until: "2024-03-07", to: line.number };
  await theirs.goto(`/reports?${new URLSearchParams(march)}`);
  const main = theirs.getByRole("main");
  await expect(main.getByText("Calls from Wed, 6 Mar 2024 to Thu, 7 Mar 2024.")).toBeVisible();
  await expect(main.getByText("1.234", { exact: true }).first()).toBeVisible();
  await expect(main.getByText("8,5 s", { exact: true }).first()).toBeVisible();
  await expect(main.getByRole("rowheader", { name: "12", exact: true })).toBeVisible();
  // Drawn by the browser alone.
  await expect(theirs.locator(".recharts-yAxis-tick-labels").first()).toContainText(/\d\.\d{3}/);
  await main.getByRole("table", { name: "By number" }).getByRole("link").click();
  await expect(main.getByRole("time").first()).toHaveText(/, 1[23]:00 GMT-[45]$/);
  expect(complaints).toEqual([]);
  await german.close();
});

test("reports pass axe and fit in every look", { tag: "@deep" }, async ({ page, office, signedInAs }) => {
  const { line } = await fillLine(office.db);
  await signedInAs("staff");
  await page.goto(`/reports?${new URLSearchParams({ days: "7", to: line.number })}`);
  await expect(page.locator(".recharts-bar-rectangle path").first()).toBeVisible();
  await page.getByText("Show as a table").first().click();
  await page.getByText("Show as a table").last().click();
  await expectToLookWell(page);
});
