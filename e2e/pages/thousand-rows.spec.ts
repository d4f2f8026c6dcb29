import { expect, test } from "@playwright/test";
import { staffUsers, voicemails } from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import { type Office, startOffice } from "../office/start-office";
import { choose } from "./choose";
import { fillOffice } from "./fill-office";
import { listPages } from "./list-pages";

const [few, many] = [30, 1000];
const rowsPerPage = 50;
/** A list to choose from is searched once there are more than forty; beside it stand lists that do not grow. */
const mostOptions = 60;

const countOf = (tag: string, html: string): number =>
  html.match(new RegExp(`<${tag}[ >]`, "g"))?.length ?? 0;

/** Rows of its tables, without their headings; or else what it has more in lists than a page that lists nothing. */
const rowsOf = (html: string, bare: string): number =>
  countOf("table", html) > 0
    ? countOf("tr", html) - countOf("table", html)
    : countOf("li", html) - countOf("li", bare);

let office: Office;
test.beforeAll(async () => {
  // An office of its own: a thousand numbers would push those of other tests off the first page.
  office = await startOffice();
});
test.afterAll(() => office.close());

test("with a thousand of each, no list asks the database more often, shows more than a page, nor offers all to choose from", {
  tag: "@deep",
}, async ({ browser }) => {
  test.setTimeout(120_000);
  const owner = { email: "owner@example.com", name: "Olive Alder", role: "owner" as const };
  const password = "correct horse battery";
  await office.db.insert(staffUsers).values({ ...owner, passwordHash: await hashPassword(password) });
  await fillOffice(office.db, { first: 1, last: few });
  const context = await browser.newContext({ baseURL: office.app.baseUrl });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(owner.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();

  const statementsOf = async (path: string) => {
    // Without a browser, which would fetch the pages that the navigation leads to beforehand.
    office.database.takeRequests();
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(200);
    const statements = office.database.takeRequests().flatMap((request) => request.statements);
    return { count: statements.length, html: await answer.text() };
  };
  const bare = (await statementsOf("/profile")).html;
  const before = new Map<string, number>();
  for (const path of listPages) {
    const { count, html } = await statementsOf(path);
    expect(rowsOf(html, bare), path).toBeGreaterThanOrEqual(few);
    before.set(path, count);
  }
  // In parts: the database looks up each time zone among all that there are, which takes it a while.
  for (let first = few + 1; first <= many; first += 250) {
    await fillOffice(office.db, { first, last: Math.min(many, first + 249) });
  }
  for (const path of listPages) {
    const { count, html } = await statementsOf(path);
    expect(count, path).toBe(before.get(path));
    expect(rowsOf(html, bare), path).toBeGreaterThanOrEqual(rowsPerPage);
    if (countOf("table", html) > 0)
      expect(rowsOf(html, bare), path).toBe(rowsPerPage * countOf("table", html));
    expect(countOf("option", html), path).toBeLessThan(mostOptions);
  }

  // Whoever is not among the first is found by typing, and stands in the field of the page that follows.
  const show = page.getByRole("button", { name: "Show", exact: true });
  await page.goto("/activity");
  const who = page.getByRole("combobox", { name: "Who", exact: true });
  for (const [name, query] of [
    [`User ${many - 1}`, /by=[0-9a-f-]{36}/],
    ["Switchboard itself", /by=app/],
  ] as const) {
    await choose(page, "Who", name);
    await show.click();
    await expect(page).toHaveURL(query);
    await expect(who).toHaveValue(name);
  }
  await page.goto("/voicemails");
  const last = `Person ${many - 1}`;
  const assignedTo = page.getByRole("combobox", { name: "Assigned to", exact: true });
  await choose(page, "Assigned to", last);
  await show.click();
  await expect(page).toHaveURL(/person=[0-9a-f-]{36}/);
  await expect(assignedTo).toHaveValue(last);
  const [voicemail] = await office.db.select({ id: voicemails.id }).from(voicemails).limit(1);
  const { html } = await statementsOf(`/voicemails/${voicemail?.id}`);
  expect(countOf("option", html)).toBeLessThan(mostOptions);
  await page.goto(`/voicemails/${voicemail?.id}`);
  await choose(page, "Assigned to", last);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(assignedTo).toHaveValue(last);
  await context.close();
});
