import { randomUUID } from "node:crypto";
import { activity } from "@/db/schema";
import { makePerson } from "../office/make-line";
import { choose } from "./choose";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

const anyPerson = () => `Person ${randomUUID().slice(0, 8)}`;

test("a change is told with who, when, and how it was before and after", async ({
  page,
  office,
  signedInAs,
}) => {
  const { name: byName } = await signedInAs("manager");
  const person = await makePerson(office.db, anyPerson());
  const renamed = anyPerson();
  await page.goto(`/people/${person.id}`);
  await page.getByLabel("Name").fill(renamed);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`${renamed}: saved.`)).toBeVisible();

  await page.goto("/activity");
  await page.getByRole("searchbox", { name: "Words" }).fill(renamed);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(renamed).replaceAll("%20", "(\\+|%20)")}`));
  const change = page.getByRole("list", { name: "Changes" }).getByRole("listitem");
  await expect(change).toHaveCount(1);
  await expect(change).toContainText(`${byName} changed the person ${renamed}`);
  await expect(change).toContainText(`before: ${person.name} → ; now: ${renamed}`);
  await expect(change.getByRole("time")).toContainText(/E[SD]T$/);
  await change.getByRole("link", { name: renamed }).click();
  await expect(page.getByRole("heading", { level: 1, name: renamed })).toBeVisible();

  await page.getByRole("link", { name: "Changes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Changes of ${renamed}` })).toBeVisible();
  await expect(change).toHaveCount(1);
});

test("what is gone is told without a link, and what it was can be seen", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const { id, name } = await makePerson(office.db, anyPerson());
  await page.goto(`/people/${id}/delete`);
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`${name}: deleted.`)).toBeVisible();
  await page.goto(`/activity?subject=person&id=${id}`);
  const change = page.getByRole("list", { name: "Changes" }).getByRole("listitem");
  await expect(change).toContainText(`deleted the person ${name}`);
  await expect(change.getByRole("link")).toHaveCount(0);
  await change.getByText("As it was").click();
  await expect(change.getByRole("definition").filter({ hasText: name })).toBeVisible();
});

test("changes are found by who, what and when, and told in pages", async ({
  page,
  office,
  makeStaff,
  signedInAs,
}) => {
  await signedInAs("staff");
  const maker = await makeStaff("manager", `Maker ${randomUUID().slice(0, 8)}`);
  const word = randomUUID();
  const add = (subject: string, count: number, at: string) =>
    office.db.insert(activity).values(
      Array.from({ length: count }, (_, index) => ({
        staffUserId: maker.id,
        byName: maker.name,
        verb: "saveSchedule",
        subject,
        subjectId: randomUUID(),
        subjectName: `Thing ${word} ${index}`,
        before: { Name: "One" },
        after: { Name: "Another" },
        at: new Date(at),
      })),
    );
  // The last minute of the first of May in New York, and the first of the second.
  await add("schedule", 60, "2026-05-02T03:59:00Z");
  await add("person", 1, "2026-05-02T04:00:00Z");

  await page.goto("/activity");
  await choose(page, "Who", maker.name);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/by=/);
  const changes = page.getByRole("list", { name: "Changes" }).getByRole("listitem");
  await expect(changes).toHaveCount(50);
  await expect(changes.first()).toContainText("the person");
  await page.getByRole("link", { name: "Older" }).click();
  await expect(changes).toHaveCount(11);
  await expect(changes.last()).toContainText(`${word} 0`);
  await page.getByRole("link", { name: "Newest" }).click();
  await expect(changes).toHaveCount(50);

  await page.getByRole("combobox", { name: "What" }).selectOption({ label: "People" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(changes).toHaveCount(1);
  await page.getByLabel("Until").fill("2026-05-01");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("No change matches")).toBeVisible();
  await page.getByLabel("Until").fill("2026-05-02");
  await page.getByLabel("From").fill("2026-05-02");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(changes).toHaveCount(1);
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(page).toHaveURL(/\/activity$/);
  await expect(page.getByRole("combobox", { name: "Who" })).toHaveValue("");
});

test("staff are led to no page that they may not open", async ({ page, office, signedInAs }) => {
  await signedInAs("staff");
  const subjectName = `Firm ${randomUUID()}`;
  await office.db.insert(activity).values({
    byName: "Somebody",
    verb: "saveSettings",
    subject: "firm",
    subjectId: "1",
    subjectName,
    before: { Name: "One" },
    after: { Name: "Another" },
  });
  await page.goto(`/activity?q=${encodeURIComponent(subjectName)}`);
  const change = page.getByRole("list", { name: "Changes" }).getByRole("listitem");
  await expect(change).toContainText(`Somebody changed the settings of ${subjectName}`);
  await expect(change.getByRole("link")).toHaveCount(0);
});

test("the page passes axe and fits in every look, with long words", { tag: "@deep" }, async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const word = randomUUID();
  const long = `${word} ${"Donaudampfschifffahrtsgesellschaft".repeat(4)}`;
  const change = { byName: long, subject: "person", subjectId: randomUUID(), subjectName: long };
  await office.db.insert(activity).values([
    { ...change, verb: "savePerson", before: { [long]: long }, after: { [long]: `${long}\n${long}` } },
    { ...change, verb: "addPerson", after: { Name: long } },
  ]);
  for (const path of [
    `?q=${word}`,
    `?subject=person&id=${change.subjectId}`,
    "?q=nothing-at-all-like-this",
  ]) {
    await page.goto(`/activity${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectToLookWell(page);
  }
});
