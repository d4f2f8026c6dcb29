import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { getFirm } from "@/db/queries/firm/get-firm";
import { people, personPhones, staffUsers } from "@/db/schema";
import { anyNumber, makeLine, makePerson } from "../office/make-line";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";

// Two people at a time, each with a browser: that takes a while on a busy machine.
test.describe.configure({ timeout: 60_000 });

const filename = "app/(office)/profile/mutations.ts";
const noPhones = { extension: "", email: "", dutyScheduleId: "", awayUntil: "", phones: "[]" };
const newPassword = "walnut bridge copper violin";

test("everybody can change their name, from the menu on", async ({ page, office, signedInAs }) => {
  const me = await signedInAs("staff");
  await page.goto("/");
  await page.getByRole("button", { name: `Menu of ${me.name}` }).click();
  await page.getByRole("menuitem", { name: "My profile" }).click();
  await expect(page.getByRole("heading", { name: "My profile" })).toBeVisible();
  await page.getByLabel("Your name").fill("Olive Finch");
  await page.getByRole("button", { name: "Save my name" }).click();
  await expect(page.getByText("Your name is saved.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Menu of Olive Finch" })).toBeVisible();
  const [user] = await office.db.select().from(staffUsers).where(eq(staffUsers.id, me.id));
  expect(user).toMatchObject({ name: "Olive Finch", version: 2 });
});

test("a password is changed by whoever knows the present one, and ends every other session", async ({
  page,
  signedInAs,
  browser,
  baseURL,
  address,
}) => {
  const me = await signedInAs("staff");
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { "x-forwarded-for": address },
  });
  const elsewhere = await context.newPage();
  await context.addCookies(await page.context().cookies());
  await elsewhere.goto("/");
  await expect(elsewhere.getByRole("heading", { name: "Today", exact: true })).toBeVisible();

  await page.goto("/profile");
  const current = page.getByLabel("Your password now");
  await current.fill("not it");
  await page.getByLabel("New password").fill(newPassword);
  await page.getByRole("button", { name: "Change my password" }).click();
  await expect(current).toHaveAccessibleDescription("This is not your password.");
  await expect(current).toBeFocused();
  await current.fill(me.password);
  await page.getByLabel("New password").fill("qwertyuiop12");
  await page.getByRole("button", { name: "Change my password" }).click();
  await expect(page.getByLabel("New password")).toHaveAccessibleDescription(/guessed first/);
  await current.fill(me.password);
  await page.getByLabel("New password").fill(newPassword);
  await page.getByRole("button", { name: "Show the password" }).click();
  await expect(page.getByLabel("New password")).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Change my password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await page.goto("/voicemails");
  await expect(page.getByRole("heading", { name: "Voicemails", exact: true })).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere.getByRole("heading", { name: "Sign in to Switchboard" })).toBeVisible();
  await context.close();
});

test("guessing at the present password is slowed down", async ({ page, signedInAs }) => {
  await signedInAs("staff");
  const guess = async () =>
    (
      await callMutation(
        page,
        { name: "changeMyPassword", filename, at: "/profile" },
        { currentPassword: "not it", newPassword },
      )
    ).text();
  for (let count = 0; count < 4; count++) expect(await guess()).toContain("This is not your password.");
  expect(await guess()).toContain("Too many tries.");
});

test("signing out everywhere ends this session too", async ({ page, office, signedInAs }) => {
  const me = await signedInAs("staff");
  await page.goto("/profile");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to Switchboard" })).toBeVisible();
  const [user] = await office.db.select().from(staffUsers).where(eq(staffUsers.id, me.id));
  expect(user?.sessionVersion).toBe(2);
});

test("staff change the phones of the person that they are, and say when they are away", async ({
  page,
  office,
  signedInAs,
  pageOf,
}) => {
  const me = await signedInAs("staff");
  const person = await makePerson(office.db, `Olive ${randomUUID().slice(0, 8)}`);
  await office.db.update(staffUsers).set({ personId: person.id }).where(eq(staffUsers.id, me.id));
  const line = await makeLine(office.db);
  await page.goto("/profile");
  await page.getByLabel("Number").fill(line.number);
  await page.getByRole("button", { name: "Save my phones" }).click();
  await expect(page.getByLabel("Number")).toHaveAccessibleDescription(/a call would go round/);
  const number = anyNumber();
  await page.getByLabel("Number").fill(number);
  await page.getByLabel("Away until").fill("2099-01-15T09:00");
  // A manager changes the same person meanwhile: that is told, and what was typed here goes over it once it is seen.
  const theirs = await callMutation(
    await pageOf("manager", "Ben Finch"),
    { name: "savePerson", filename: "app/(office)/people/mutations.ts", at: "/people" },
    { ...noPhones, id: person.id, version: "1", name: person.name },
  );
  expect(theirs.headers()["x-action-redirect"]).toContain("/people");
  await page.getByRole("button", { name: "Save my phones" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Ben Finch saved this" })).toBeVisible();
  await expect(page.getByLabel("Number")).toHaveValue(number);
  await expect(page.getByLabel("Away until")).toHaveValue("2099-01-15T09:00");
  expect(await office.db.$count(personPhones, eq(personPhones.personId, person.id))).toBe(0);
  await page.getByRole("button", { name: "Save my phones over it" }).click();
  await expect(page.getByText("Your phones are saved.")).toBeVisible();
  const phones = await office.db.select().from(personPhones).where(eq(personPhones.personId, person.id));
  expect(phones.map((phone) => phone.number)).toEqual([number]);
  const [row] = await office.db.select().from(people).where(eq(people.id, person.id));
  const { timeZone } = await getFirm(office.db);
  const until = Temporal.PlainDateTime.from("2099-01-15T09:00").toZonedDateTime(timeZone);
  expect(row?.awayUntil?.getTime()).toBe(until.epochMilliseconds);
});

test("nobody changes the phones of anybody else by way of their profile", async ({
  page,
  office,
  signedInAs,
}) => {
  const person = await makePerson(office.db, `Olive ${randomUUID().slice(0, 8)}`);
  await signedInAs("staff");
  await page.goto("/profile");
  await expect(page.getByText("ask an owner of your office to choose")).toBeVisible();
  const answer = await callMutation(
    page,
    { name: "saveMyPhones", filename, at: "/profile" },
    { id: person.id, version: "1", awayUntil: "", phones: "[]" },
  );
  expect(await answer.text()).toContain("An owner has to choose");
  expect(await office.db.$count(personPhones, eq(personPhones.personId, person.id))).toBe(1);
});
