import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { blockedCallers, scheduleOverrides } from "@/db/schema";
import { anyNumber, makeAction, makeLine, makePerson, makeSaying } from "../office/make-line";
import { choose } from "./choose";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

const tryPath = (query: Record<string, string>) => `/try?${new URLSearchParams(query)}`;

/** The TwiML that the page says a call would first be answered with. */
async function twimlOf(page: Page): Promise<string> {
  await page.getByText("For those who ask: the TwiML").first().click();
  return (await page.getByRole("region", { name: "TwiML" }).first().textContent()) ?? "";
}

const fact = (page: Page, term: string) =>
  page
    .getByRole("definition")
    .nth(["Why", "When", "Caller", "Called", "Configuration", "Would ring", "Schedule"].indexOf(term));

const withoutSpace = (text: string) => text.replace(/\s+/g, "");

test("what a try says is what a signed call gets: open, closed, blocked, withheld, nothing active, unknown", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const { db } = office;
  const [from, blocked] = [anyNumber(), anyNumber()];
  await db.insert(blockedCallers).values({ number: blocked });
  await db.insert(blockedCallers).values({ number: "anonymous" }).onConflictDoNothing();
  const ana = await makePerson(db, "Ana Lima");
  const ring = await makeAction(db, "ring-one", { people: { people: [{ personId: ana.id }] } });
  const open = await makeLine(db, { openActionId: ring.id });
  const closed = await makeLine(db, { schedule: { windows: [] } });
  const idle = await makeLine(db, { isActive: false });
  const stranger = anyNumber();
  for (const { number, caller, outcome, why } of [
    { number: open.number, caller: from, outcome: ring.name, why: "Always open" },
    { number: closed.number, caller: from, outcome: /^say /, why: "Closed, with no opening ahead" },
    { number: open.number, caller: blocked, outcome: "Turned away", why: "The caller is blocked" },
    { number: open.number, caller: "anonymous", outcome: "Turned away", why: "The caller is blocked" },
    {
      number: idle.number,
      caller: from,
      outcome: "Turned away",
      why: "The number has no active configuration",
    },
    { number: stranger, caller: from, outcome: "Turned away", why: "No number of ours was called" },
  ]) {
    const query = caller === "anonymous" ? { number, withheld: "on" } : { number, from: caller };
    await page.goto(tryPath(query));
    const result = page.getByRole("region", { name: "What would happen" });
    await expect(result.getByRole("heading").first()).toHaveText(outcome);
    await expect(result).toContainText(why);
    const { body } = await office.call({ to: number, from: caller });
    expect(withoutSpace(await twimlOf(page))).toBe(withoutSpace(body));
  }
  // Other tests call without a number too.
  await db.delete(blockedCallers).where(eq(blockedCallers.number, "anonymous"));
});

test("a call at another time is tried in the schedule's own zone, and the address can be sent to somebody", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const day = await makeSaying(office.db, "Good day.");
  const night = await makeSaying(office.db, "Good night.");
  const line = await makeLine(office.db, {
    openActionId: day.id,
    closedActionId: night.id,
    schedule: {
      timeZone: "Australia/Sydney",
      windows: [{ weekday: 1, opensAt: "09:00", closesAt: "17:00" }],
    },
  });
  await page.goto("/try");
  await choose(page, "Number that is called", line.name);
  await expect(page.getByRole("group", { name: "When, in Sydney time" })).toBeVisible();
  await page.getByLabel("Caller").fill("+1 212 555 0142");
  // A Monday.
  await page.getByLabel("Date").fill("2027-02-01");
  await page.getByLabel("Time").fill("16:59");
  await page.getByRole("button", { name: "Try" }).click();
  await expect(page.getByRole("heading", { name: day.name, exact: true })).toBeVisible();
  // The keyboard is where it was, and the fields are those that were filled in.
  await expect(page.getByRole("button", { name: "Try", exact: true })).toBeFocused();
  await expect(page.getByLabel("Time")).toHaveValue("16:59");
  await expect(fact(page, "Why")).toHaveText("Open until 5:00 PM (Sydney time)");
  await expect(fact(page, "When")).toHaveText(/Mon, Feb 1, 2027, 4:59\sPM GMT\+11/);
  await expect(fact(page, "Caller")).toHaveText(/\(212\)\s555-0142/);
  await expect(fact(page, "Schedule")).toContainText(/open; it closes Mon, Feb 1, 2027, 5:00\sPM GMT\+11/);

  const url = new URL(page.url());
  expect(Object.fromEntries(url.searchParams)).toEqual({
    number: line.number,
    from: "+1 212 555 0142",
    date: "2027-02-01",
    time: "16:59",
  });
  url.searchParams.set("time", "17:00");
  await page.goto(url.href);
  await expect(page.getByLabel("Time")).toHaveValue("17:00");
  await expect(page.getByRole("heading", { name: night.name, exact: true })).toBeVisible();
  await expect(fact(page, "Why")).toHaveText("Closed until Mon, Feb 8, 9:00 AM (Sydney time)");
});

test("the whole way of a call is told: who is rung, and what follows when nobody takes it", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const { db } = office;
  const [ana, ben] = [await makePerson(db, "Ana Lima"), await makePerson(db, "Ben Odell")];
  const message = await makeAction(db, "voicemail", { afterwards: { value: "Bye for now." } });
  const ring = await makeAction(db, "ring-all", {
    people: { people: [{ personId: ana.id }, { personId: ben.id }] },
    unanswered: { actionId: message.id },
  });
  const line = await makeLine(db, { openActionId: ring.id });
  await page.goto(tryPath({ number: line.number }));
  await expect(fact(page, "Would ring")).toHaveText("Ana Lima and Ben Odell");
  const titles = page.getByRole("region", { name: "What would happen" }).getByRole("heading");
  await expect(titles).toHaveText([
    ring.name,
    `The call is answered: “${ring.name}”`,
    `If nobody takes the call: “${message.name}”`,
    `Once a message is left: “${message.name}”`,
  ]);
  await expect(page.getByText(/^Rings Ana Lima and Ben Odell at once/)).toBeVisible();
  await expect(page.getByText("Says “Bye for now.”")).toHaveCount(2);
});

test("closed for now does not reach back to before it was said", async ({ page, office, signedInAs }) => {
  await signedInAs("staff");
  const line = await makeLine(office.db, { schedule: { timeZone: "UTC" } });
  await office.db.insert(scheduleOverrides).values({
    scheduleId: line.scheduleId,
    isOpen: false,
    reason: "fire drill",
    setByName: "Olive Alder",
  });
  await page.goto(tryPath({ number: line.number }));
  await expect(fact(page, "Why")).toContainText("fire drill");
  const dayBefore = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await page.goto(tryPath({ number: line.number, date: dayBefore, time: "12:00" }));
  await expect(fact(page, "Why")).toHaveText("Always open");
});

test("what cannot be tried is said beside its field, and kept", async ({ page, office, signedInAs }) => {
  await signedInAs("staff");
  const line = await makeLine(office.db);
  await page.goto(tryPath({ number: line.number, from: "Mr Smith" }));
  await expect(page.getByLabel("Caller")).toHaveAccessibleDescription(/Enter a phone number/);
  await expect(page.getByLabel("Caller")).toHaveValue("Mr Smith");
  await expect(page.getByRole("region", { name: "What would happen" })).toHaveCount(0);
  await page.goto("/try?number=the+office");
  await expect(page.getByRole("combobox", { name: "Number that is called" })).toHaveAccessibleDescription(
    "Choose a phone number.",
  );
});

test("a call costs as many statements to try, however much it leads to", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const last = await makeAction(office.db, "voicemail");
  let next = last;
  for (let count = 0; count < 4; count += 1) {
    next = await makeAction(office.db, "go-to-action", { target: { actionId: next.id } });
  }
  const statementsFor = async (number: string) => {
    office.database.takeRequests();
    expect((await page.request.get(tryPath({ number }))).status()).toBe(200);
    return office.database.takeRequests().flatMap(({ statements }) => statements).length;
  };
  const [short, long] = [await makeLine(office.db), await makeLine(office.db, { openActionId: next.id })];
  // Who is signed in, the firm, the number, the choices, what a call looks up, and the actions.
  expect(await statementsFor(short.number)).toBe(6);
  expect(await statementsFor(long.number)).toBe(6);
});

test("what would happen passes axe and fits in every look", { tag: "@deep" }, async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const line = await makeLine(office.db);
  for (const path of [
    tryPath({ number: line.number }),
    tryPath({ number: anyNumber() }),
    tryPath({ number: line.number, from: "x", date: "x" }),
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectToLookWell(page);
  }
});
