import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activity, signInAttempts, staffUsers } from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import { makePerson } from "../office/make-line";
import { startOwnFirm } from "../office/start-own-firm";
import { callMutation } from "./call-mutation";
import { choose } from "./choose";
import { expect, test } from "./fixtures";

// Two people at a time, each with a browser: that takes a while on a busy machine.
test.describe.configure({ timeout: 60_000 });

const filename = "app/(office)/team/mutations.ts";
const userWith = async (db: Database, id: string) =>
  (await db.select().from(staffUsers).where(eq(staffUsers.id, id)))[0];
const signInHeading = (page: Page) => page.getByRole("heading", { name: "Sign in to Switchboard" });

test("an owner finds somebody, and changes their name, role and person, which counts at the next request", async ({
  page,
  office,
  signedInAs,
  pageOf,
}) => {
  const name = `Ben ${randomUUID().slice(0, 8)}`;
  const theirs = await pageOf("manager", name);
  const [{ email = "" } = {}] = await office.db.select().from(staffUsers).where(eq(staffUsers.name, name));
  await office.db.insert(signInAttempts).values({ email, address: "198.18.0.1", hasSucceeded: true });
  const person = await makePerson(office.db, `${name} of the workshop`);
  await signedInAs("owner");
  await page.goto("/team");
  await page.getByRole("searchbox").fill(name);
  await page.getByRole("button", { name: "Search" }).click();
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("Manager");
  await expect(row).toContainText(/\d\s[AP]M\sE[SD]T/);
  await row.getByRole("link", { name }).click();

  await theirs.goto("/blocked-callers/new");
  await expect(theirs.getByRole("heading", { name: "Block a caller" })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill(`${name} Finch`);
  await page.getByLabel("Staff").check();
  await choose(page, "Their phones are those of", person.name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`${name} Finch: saved.`)).toBeVisible();
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/not-allowed/);

  const [changed] = await office.db
    .select()
    .from(staffUsers)
    .where(eq(staffUsers.name, `${name} Finch`));
  expect(changed).toMatchObject({ role: "staff", personId: person.id, version: 2 });
  const [record] = await office.db
    .select()
    .from(activity)
    .where(eq(activity.subjectId, changed?.id ?? ""));
  expect(record).toMatchObject({
    verb: "saveTeamMember",
    before: { Name: name, Role: "manager", "Phones of": "nobody" },
    after: { Name: `${name} Finch`, Role: "staff", "Phones of": person.name },
  });
});

test("somebody who is disabled is out at the next request, and in again only when they are enabled and sign in", async ({
  page,
  makeStaff,
  signedInAs,
  browser,
  baseURL,
  address,
}) => {
  const staff = await makeStaff("manager", "Ben Finch");
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { "x-forwarded-for": address },
  });
  const theirs = await context.newPage();
  const enter = async () => {
    await theirs.goto("/sign-in");
    await theirs.getByLabel("E-mail address").fill(staff.email);
    await theirs.getByLabel("Password").fill(staff.password);
    await theirs.getByRole("button", { name: "Sign in" }).click();
  };
  const today = theirs.getByRole("heading", { name: "Today", exact: true });
  await enter();
  await expect(today).toBeVisible();

  await signedInAs("owner");
  await page.goto(`/team/${staff.id}`);
  await page.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByText("Ben Finch cannot sign in any longer.")).toBeVisible();
  await theirs.reload();
  await expect(signInHeading(theirs)).toBeVisible();
  await enter();
  await expect(theirs.getByRole("alert").filter({ hasText: "do not match" })).toBeVisible();

  await page.getByRole("button", { name: "Enable again" }).click();
  await expect(page.getByText("Ben Finch can sign in again.")).toBeVisible();
  // The session from before stays ended.
  await theirs.goto("/voicemails");
  await expect(signInHeading(theirs)).toBeVisible();
  await enter();
  await expect(today).toBeVisible();

  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByText("Ben Finch is signed out everywhere.")).toBeVisible();
  await theirs.reload();
  await expect(signInHeading(theirs)).toBeVisible();
  await context.close();
});

test("removing somebody says first what comes of it, and keeps what they did", async ({
  page,
  office,
  makeStaff,
  signedInAs,
}) => {
  const staff = await makeStaff("manager", "Ben Finch");
  const person = await makePerson(office.db, `Ben ${randomUUID().slice(0, 8)}`);
  await office.db.update(staffUsers).set({ personId: person.id }).where(eq(staffUsers.id, staff.id));
  await office.db.insert(activity).values({
    staffUserId: staff.id,
    byName: "Ben Finch",
    verb: "test",
    subject: "schedule",
    subjectId: staff.id,
    subjectName: "Hours",
    after: {},
  });
  await signedInAs("owner");
  await page.goto(`/team/${staff.id}`);
  await page.getByRole("link", { name: "Remove" }).click();
  await expect(page.getByText(`${person.name} stays among the people`)).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Ben Finch is no longer in the team.")).toBeVisible();
  expect(await userWith(office.db, staff.id)).toBeUndefined();
  const ofThem = await office.db
    .select()
    .from(activity)
    .where(eq(activity.subjectId, staff.id))
    .orderBy(activity.id);
  expect(ofThem.map(({ verb, byName, staffUserId }) => [verb, byName, staffUserId !== null])).toEqual([
    ["test", "Ben Finch", false],
    ["removeTeamMember", "Olive Alder", true],
  ]);
});

test("an owner who removes themselves is out, while another one is left", async ({
  page,
  office,
  signedInAs,
}) => {
  const me = await signedInAs("owner");
  await page.goto(`/team/${me.id}/remove`);
  await expect(page.getByText("This is you")).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(signInHeading(page)).toBeVisible();
  expect(await userWith(office.db, me.id)).toBeUndefined();
});

test("two owners editing the same one are told, and neither loses work", async ({
  page,
  office,
  makeStaff,
  signedInAs,
  pageOf,
}) => {
  const staff = await makeStaff("staff", "Ann");
  await signedInAs("owner");
  await page.goto(`/team/${staff.id}`);
  await page.getByLabel("Name", { exact: true }).fill("Mine");
  const theirs = await pageOf("owner", "Ben Finch");
  await theirs.goto(`/team/${staff.id}`);
  await theirs.getByLabel("Name", { exact: true }).fill("Theirs");
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(theirs.getByText("Theirs: saved.")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Ben Finch saved this" })).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Mine");
  expect((await userWith(office.db, staff.id))?.name).toBe("Theirs");
});

test("the last owner can be neither demoted nor disabled nor removed, nor two of them at the same time", async ({
  page,
  office,
}) => {
  const firm = await startOwnFirm(office);
  const at = `${firm.app.baseUrl}/team`;
  const password = "walnut bridge copper violin";
  const owner = { id: randomUUID(), email: "olive@example.com", name: "Olive Alder", role: "owner" as const };
  await firm.db.insert(staffUsers).values({ ...owner, passwordHash: await hashPassword(password) });
  await page.goto(`${firm.app.baseUrl}/sign-in`);
  await page.getByLabel("E-mail address").fill(owner.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();

  const refusal = page.getByRole("alert").filter({ hasText: "This is the last owner who can sign in." });
  await page.goto(`${at}/${owner.id}`);
  await page.getByLabel("Manager").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(refusal).toBeVisible();
  await expect(page.getByLabel("Manager")).toBeChecked();
  await page.goto(`${at}/${owner.id}`);
  await page.getByRole("button", { name: "Disable" }).click();
  await expect(refusal).toBeVisible();
  await page.goto(`${at}/${owner.id}/remove`);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(refusal).toBeVisible();
  expect(await userWith(firm.db, owner.id)).toMatchObject({ role: "owner", isDisabled: false, version: 1 });

  const other = { id: randomUUID(), email: "ben@example.com", name: "Ben Finch", role: "owner" as const };
  await firm.db.insert(staffUsers).values(other);
  await Promise.all([
    callMutation(page, { name: "disableMember", filename, at }, { id: other.id, version: "1" }),
    callMutation(
      page,
      { name: "saveTeamMember", filename, at },
      { id: owner.id, version: "1", name: owner.name, role: "staff", personId: "" },
    ),
  ]);
  const left = and(eq(staffUsers.role, "owner"), eq(staffUsers.isDisabled, false));
  expect(await firm.db.$count(staffUsers, left)).toBe(1);
  await firm.close();
});
