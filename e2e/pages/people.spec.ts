import { randomInt, randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { activity, people, personPhones, schedules, staffUsers } from "@/db/schema";
import { anyNumber, makeAction, makeLine, makePerson } from "../office/make-line";
import { callMutation } from "./call-mutation";
import { choose } from "./choose";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

const filename = "app/(office)/people/mutations.ts";
const anyPerson = () => `Person ${randomUUID().slice(0, 8)}`;
const anyExtension = () => String(randomInt(10_000, 99_999));
const national = (number: string) => formatPhoneNumber(number, "US");

test("a manager adds a person, finds them, changes them and deletes them", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const [name, extension, mobile, desk] = [anyPerson(), anyExtension(), anyNumber(), anyNumber()];
  const rows = () => office.db.select().from(people).where(eq(people.name, name));

  await page.goto("/people");
  await page.getByRole("link", { name: "Add a person" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Extension", { exact: true }).fill(extension);
  await page.getByLabel("E-mail address").fill("ana@example.com");
  await page.getByLabel("Number").fill(mobile.replace(/^\+1(...)(...)(....)$/, "$1.$2.$3"));
  await page.getByRole("button", { name: "Add a phone" }).click();
  const second = page.getByRole("group", { name: "Phone 2 of 2" });
  await expect(second.getByLabel("Number")).toBeFocused();
  await second.getByLabel("Kind").fill("Desk");
  await second.getByLabel("Number").fill(desk);
  await second.getByLabel("Ring this phone").uncheck();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText(`${name}: added.`)).toBeVisible();

  for (const search of [name, extension, mobile.slice(5), national(desk).replaceAll("\u00a0", " ")]) {
    await page.getByRole("searchbox").fill(search);
    await page.getByRole("search").getByRole("button").click();
    await expect(page).toHaveURL((url) => url.searchParams.get("q") === search);
    const row = page.getByRole("row").filter({ hasText: name });
    await expect(row, search).toContainText(national(mobile));
    await expect(row).toContainText("Desk, not rung");
  }

  await page.getByRole("link", { name }).click();
  await expect(page.getByLabel("Number").first()).toHaveValue(national(mobile));
  await expect(page.getByLabel("Ring this phone").last()).not.toBeChecked();
  await page.getByRole("button", { name: "Move Desk up" }).press("Enter");
  await expect(page.getByRole("button", { name: "Move Desk down" })).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Desk is now number 1 of 2." })).toHaveCount(1);
  await page.getByLabel("E-mail address").fill("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`${name}: saved.`)).toBeVisible();

  const [person] = await rows();
  expect(person).toMatchObject({ extension, email: null, version: 2 });
  const phones = await office.db
    .select({ label: personPhones.label, number: personPhones.number, isRung: personPhones.isRung })
    .from(personPhones)
    .where(eq(personPhones.personId, person?.id ?? ""))
    .orderBy(asc(personPhones.position));
  expect(phones).toEqual([
    { label: "Desk", number: desk, isRung: false },
    { label: "Mobile", number: mobile, isRung: true },
  ]);

  await page.goto(`/people/${person?.id}/delete`);
  await expect(page.getByText("Their 2 phones are deleted with them.")).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`${name}: deleted.`)).toBeVisible();
  expect(await rows()).toEqual([]);

  const changes = await office.db
    .select()
    .from(activity)
    .where(eq(activity.subjectId, person?.id ?? ""))
    .orderBy(activity.id);
  expect(
    changes.map(({ verb, before, after }) => [verb, before?.["E-mail address"], after?.["E-mail address"]]),
  ).toEqual([
    ["addPerson", undefined, "ana@example.com"],
    ["savePerson", "ana@example.com", ""],
    ["deletePerson", "", undefined],
  ]);
});

test("a person is duplicated with their phones, and without what is theirs alone", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const { id, name, numbers } = await makePerson(office.db, anyPerson(), {
    numbers: [anyNumber(), anyNumber()],
  });
  await office.db.update(people).set({ extension: anyExtension() }).where(eq(people.id, id));
  await page.goto(`/people/${id}`);
  await page.getByRole("link", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`Copy of ${name}`);
  await expect(page.getByLabel("Extension", { exact: true })).toHaveValue("");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText(`Copy of ${name}: added.`)).toBeVisible();
  const copied = await office.db
    .select({ number: personPhones.number })
    .from(personPhones)
    .innerJoin(people, eq(people.id, personPhones.personId))
    .where(eq(people.name, `Copy of ${name}`))
    .orderBy(asc(personPhones.position));
  expect(copied.map(({ number }) => number)).toEqual(numbers);
});

test("whatever is wrong is said beside its field, and nothing typed is lost", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const line = await makeLine(office.db);
  const extension = anyExtension();
  const holder = await makePerson(office.db, anyPerson());
  await office.db.update(people).set({ extension }).where(eq(people.id, holder.id));
  const good = anyNumber();

  await page.goto("/people/new");
  await page.getByLabel("Name", { exact: true }).fill("Ana");
  await page.getByLabel("Extension", { exact: true }).fill(extension);
  await page.getByLabel("Number").fill(good);
  for (const number of ["12", good, line.number]) {
    await page.getByRole("button", { name: "Add a phone" }).click();
    await page.getByLabel("Kind").last().fill("Other");
    await page.getByLabel("Number").last().fill(number);
  }
  await page.getByLabel("Ring this phone").last().uncheck();
  await page.getByLabel("Away until").fill("2020-01-01T09:00");
  await page.getByRole("button", { name: "Add", exact: true }).click();

  await expect(page.getByLabel("Extension", { exact: true })).toHaveAccessibleDescription(
    new RegExp(`extension of ${holder.name}`),
  );
  await expect(page.getByLabel("Extension", { exact: true })).toBeFocused();
  const numbers = page.getByLabel("Number");
  await expect(numbers.nth(0)).toHaveAccessibleDescription("");
  await expect(numbers.nth(1)).toHaveAccessibleDescription(/Enter a phone number/);
  await expect(numbers.nth(2)).toHaveAccessibleDescription(/in the list already/);
  await expect(numbers.nth(3)).toHaveAccessibleDescription(new RegExp(`your own line “${line.name}”`));
  await expect(page.getByLabel("Away until")).toHaveAccessibleDescription(/has passed/);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ana");
  await expect(numbers.nth(1)).toHaveValue("12");
  await expect(page.getByLabel("Ring this phone").last()).not.toBeChecked();
  await expect(page.getByLabel("Away until")).toHaveValue("2020-01-01T09:00");

  // What was said goes with its phone.
  await page.getByRole("button", { name: "Remove Mobile" }).click();
  await expect(page.getByRole("button", { name: "Remove Other" }).first()).toBeFocused();
  await expect(numbers.nth(2)).toHaveAccessibleDescription(/your own line/);
});

test("somebody keeps hours of their own, has a SIP phone, and chooses how they learn of voicemails", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const { scheduleId } = await makeLine(office.db, { schedule: { windows: [] } });
  const [{ name: hours = "" } = {}] = await office.db
    .select({ name: schedules.name })
    .from(schedules)
    .where(eq(schedules.id, scheduleId));
  const name = anyPerson();
  const duty = page.getByRole("combobox", { name: "On duty" });

  await page.goto("/people/new");
  await expect(duty).toHaveAttribute("placeholder", "Always on duty");
  await expect(duty).toHaveValue("");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Number").fill("ana@example.com");
  await choose(page, "On duty", hours);
  await page.getByLabel("Tell them by e-mail").uncheck();
  await page.getByLabel("Tell them by text").check();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByLabel("Number")).toHaveAccessibleDescription(/SIP address in full/);
  await expect(duty).toHaveValue(hours);
  await expect(page.getByLabel("Tell them by e-mail")).not.toBeChecked();
  await expect(page.getByLabel("Tell them by text")).toBeChecked();
  await page.getByLabel("Number").fill(" SIP:Ana@Example.com");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText(`${name}: added.`)).toBeVisible();

  const person = async () => (await office.db.select().from(people).where(eq(people.name, name)))[0];
  const { id = "", ...added } = (await person()) ?? {};
  expect(added).toMatchObject({ dutyScheduleId: scheduleId, isToldByEmail: false, isToldByText: true });
  await page.goto(`/people?q=${encodeURIComponent("Ana@Example")}`);
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("sip:Ana@Example.com");
  await expect(row).toContainText(`${hours}Off duty`);

  await page.goto(`/schedules/${scheduleId}/delete`);
  await expect(page.getByRole("link", { name: `${name} is on duty by it` })).toHaveAttribute(
    "href",
    `/people/${id}`,
  );
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);

  await page.goto(`/people/${id}`);
  await expect(duty).toHaveValue(hours);
  await page.getByRole("button", { name: "Clear: On duty" }).click();
  await expect(duty).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(duty).toHaveValue("");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`${name}: saved.`)).toBeVisible();
  expect(await person()).toMatchObject({ dutyScheduleId: null, isToldByEmail: false, isToldByText: true });
  const changes = await office.db
    .select()
    .from(activity)
    .where(eq(activity.subjectId, id))
    .orderBy(activity.id);
  expect(changes.map(({ after }) => [after?.["On duty"], after?.["Told of voicemails"]])).toEqual([
    [hours, "By text"],
    // What stays the same is left out of a change.
    ["Always", undefined],
  ]);
});

test("half a date is not taken for none", async ({ page, office, signedInAs }) => {
  await signedInAs("manager");
  const awayUntil = new Date("2100-01-01T14:00:00Z");
  const { id } = await makePerson(office.db, anyPerson(), { awayUntil });
  await page.goto(`/people/${id}`);
  await expect(page.getByLabel("Away until")).toHaveValue("2100-01-01T09:00");
  // Only once the page is alive does it tell half a date from none.
  await expect(page.getByRole("button", { name: "Not away" })).toBeEnabled();
  await page.getByLabel("Away until").press("Delete");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Away until")).toHaveAccessibleDescription(/whole date/);
  expect((await office.db.select().from(people).where(eq(people.id, id)))[0]?.awayUntil).toEqual(awayUntil);
});

test("a mobile number is changed once, and the next call rings the new one, until they are away", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const person = await makePerson(office.db, anyPerson());
  const [old = "", fresh] = [...person.numbers, anyNumber()];
  const ring = await makeAction(office.db, "ring-one", { people: { people: [{ personId: person.id }] } });
  const line = await makeLine(office.db, { openActionId: ring.id });
  const rung = async () => (await office.call({ to: line.number })).body;
  expect(await rung()).toContain(old);

  await page.goto(`/people/${person.id}`);
  await expect(page.getByRole("link", { name: ring.name })).toBeVisible();
  await page.getByLabel("Number").fill(fresh ?? "");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`${person.name}: saved.`)).toBeVisible();
  const after = await rung();
  expect(after).toContain(fresh);
  expect(after).not.toContain(old);

  await page.goto(`/people/${person.id}`);
  await expect(page.getByLabel("Away until")).toHaveAccessibleDescription(/clock in New York/);
  await page.getByRole("button", { name: "A week" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`${person.name}: saved.`)).toBeVisible();
  expect(await rung()).not.toContain(fresh);

  await page.goto(`/people/${person.id}`);
  await expect(page.getByText(/Away until .* E[SD]T\./)).toBeVisible();
  await page.getByRole("button", { name: "Not away" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`${person.name}: saved.`)).toBeVisible();
  expect(await rung()).toContain(fresh);
});

test("whom an action rings cannot be deleted, and each action is named with its link", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const person = await makePerson(office.db, anyPerson());
  const rings = await Promise.all(
    [1, 2].map(() => makeAction(office.db, "ring-one", { people: { people: [{ personId: person.id }] } })),
  );
  const tells = await makeAction(office.db, "voicemail", { notify: { people: [{ personId: person.id }] } });
  await page.goto(`/people/${person.id}/delete`);
  for (const { id, name, does } of [
    ...rings.map((one) => ({ ...one, does: "rings them" })),
    { ...tells, does: "tells them of voicemails" },
  ]) {
    const link = page.getByRole("link", { name: `The action “${name}” ${does}` });
    await expect(link).toHaveAttribute("href", `/actions/${id}`);
  }
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);
  const fields = { id: person.id, version: "1" };
  const answer = await callMutation(
    page,
    { name: "deletePerson", filename, at: `/people/${person.id}/delete` },
    fields,
  );
  expect(await answer.text()).toContain("is still needed");
  expect(await office.db.select().from(people).where(eq(people.id, person.id))).toHaveLength(1);
});

test("the user that a person is, and their messages, are named before they are deleted", async ({
  page,
  office,
  makeStaff,
  signedInAs,
}) => {
  await signedInAs("owner");
  const person = await makePerson(office.db, anyPerson());
  const user = await makeStaff("staff", "Ben Finch");
  await office.db.update(staffUsers).set({ personId: person.id }).where(eq(staffUsers.id, user.id));
  await page.goto(`/people/${person.id}/delete`);
  await expect(page.getByText("signs in as this person")).toBeVisible();
  await expect(page.getByRole("link", { name: "Ben Finch" })).toHaveAttribute("href", `/team/${user.id}`);
});

test("two people editing the same person are told, and neither loses work", async ({
  page,
  office,
  pageOf,
  signedInAs,
}) => {
  await signedInAs("manager");
  const { id, numbers } = await makePerson(office.db, anyPerson());
  const mine = anyNumber();
  await page.goto(`/people/${id}`);
  await page.getByLabel("Number").fill(mine);

  const theirs = await pageOf("owner", "Ben Finch");
  await theirs.goto(`/people/${id}`);
  await theirs.getByLabel("Name", { exact: true }).fill("Theirs");
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(theirs.getByText("Theirs: saved.")).toBeVisible();

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Ben Finch saved this" })).toBeVisible();
  await expect(page.getByLabel("Number")).toHaveValue(mine);
  const number = async () =>
    (await office.db.select().from(personPhones).where(eq(personPhones.personId, id)))[0]?.number;
  expect(await number()).toBe(numbers[0]);
  await page.getByRole("button", { name: "Save over it" }).click();
  await expect(page.getByText(/: saved\.$/)).toBeVisible();
  expect(await number()).toBe(mine);
});

test("staff see people, and can change nothing, whatever they send", async ({ page, office, signedInAs }) => {
  await signedInAs("staff");
  const { id, name, numbers } = await makePerson(office.db, anyPerson());
  await page.goto(`/people?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole("link", { name: "Add a person" })).toHaveCount(0);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText(`Phone 1: ${national(numbers[0] ?? "")}`)).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  const before = await office.db.select().from(people);
  const fields = { id, version: "1", name: "Changed", extension: "", email: "", awayUntil: "", phones: "[]" };
  for (const mutation of ["addPerson", "savePerson", "deletePerson"]) {
    const answer = await callMutation(page, { name: mutation, filename, at: "/people" }, fields);
    expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/not-allowed");
  }
  expect(await office.db.select().from(people)).toEqual(before);
  expect(await office.db.select().from(personPhones).where(eq(personPhones.personId, id))).toHaveLength(1);
});

test("a hundred people are two pages, in the order that is asked for", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const family = randomUUID().slice(0, 8);
  await office.db
    .insert(people)
    .values(
      Array.from({ length: 100 }, (_, index) => ({ name: `${family} ${String(index).padStart(3, "0")}` })),
    );
  await page.goto(`/people?q=${family}`);
  const first = page.getByRole("row").nth(1);
  await expect(first).toContainText(`${family} 000`);
  await expect(page.getByText("Page 1 of 2, 100 in all")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(first).toContainText(`${family} 050`);
  await page.getByRole("columnheader", { name: "Name" }).getByRole("link").click();
  await expect(first).toContainText(`${family} 099`);
});

test("a person's page asks the database no more often for many phones and actions", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const few = await makePerson(office.db, anyPerson());
  const many = await makePerson(office.db, anyPerson(), { numbers: Array.from({ length: 8 }, anyNumber) });
  for (let index = 0; index < 4; index += 1) {
    await makeAction(office.db, "ring-one", { people: { people: [{ personId: many.id }] } });
  }
  const statementsOf = async (id: string) => {
    office.database.takeRequests();
    // Without a browser, which would fetch what the page leads to beforehand.
    expect((await page.request.get(`/people/${id}`)).status()).toBe(200);
    return office.database.takeRequests().flatMap(({ statements }) => statements).length;
  };
  // The browser's own page may still be fetching.
  await page.goto("about:blank");
  await statementsOf(few.id);
  expect(await statementsOf(many.id)).toBe(await statementsOf(few.id));
});

test("a long name, and what would be lost with somebody, pass axe and fit in every look", {
  tag: "@deep",
}, async ({ page, office, signedInAs }) => {
  await signedInAs("manager");
  const name = `Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh ${"von und zu ".repeat(9)}`.trim();
  const person = await makePerson(office.db, name, { awayUntil: new Date("2100-01-01") });
  const used = await makePerson(office.db, anyPerson());
  await makeAction(office.db, "ring-one", { people: { people: [{ personId: used.id }] } });
  const paths = ["?q=Wolfe", `/${person.id}`, `/${used.id}/delete`];
  for (const path of paths) {
    await page.goto(`/people${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectToLookWell(page);
  }
});
