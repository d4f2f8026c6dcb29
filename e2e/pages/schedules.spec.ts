import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  activity,
  configurations,
  scheduleExceptions,
  scheduleExceptionWindows,
  schedules,
  scheduleWindows,
} from "@/db/schema";
import type { WeeklyWindow } from "@/lib/schedule/types";
import { makeLine } from "../office/make-line";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

const filename = "app/(office)/schedules/mutations.ts";
const anyName = () => `Hours ${randomUUID().slice(0, 8)}`;

const monday: WeeklyWindow = { weekday: 1, opensAt: "09:00", closesAt: "17:00" };

async function makeSchedule(
  db: Database,
  { windows = [monday], timeZone = "America/New_York" }: { windows?: WeeklyWindow[]; timeZone?: string } = {},
) {
  const made = { id: randomUUID(), name: anyName() };
  await db.insert(schedules).values({ ...made, timeZone });
  if (windows.length > 0)
    await db.insert(scheduleWindows).values(windows.map((window) => ({ ...window, scheduleId: made.id })));
  return made;
}

/** "1 09:00-17:00", in the order of the week. */
async function weekOf(db: Database, scheduleId: string): Promise<string[]> {
  const rows = await db
    .select()
    .from(scheduleWindows)
    .where(eq(scheduleWindows.scheduleId, scheduleId))
    .orderBy(asc(scheduleWindows.weekday), asc(scheduleWindows.opensAt));
  return rows.map(
    ({ weekday, opensAt, closesAt }) => `${weekday} ${opensAt.slice(0, 5)}-${closesAt.slice(0, 5)}`,
  );
}

async function openEditor(page: Page, id: string): Promise<void> {
  await page.goto(`/schedules/${id}`);
  // Disabled until the page is alive.
  await expect(page.getByRole("button", { name: "Add hours on Monday" })).toBeEnabled();
}

const bar = (page: Page, words: string): Locator => page.getByRole("button", { name: words, exact: true });
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
/** An earlier save may still be spoken of, so the page that follows is what tells. */
async function expectSaved(page: Page, path: RegExp = /\/schedules$/): Promise<void> {
  await expect(page).toHaveURL(path);
  await expect(page.getByText(/: saved\.$/).last()).toBeVisible();
}
const onePath = /\/schedules\/[0-9a-f-]{36}$/;

test("a manager makes a schedule, finds it, changes it, copies it and deletes it", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const name = anyName();
  await page.goto("/schedules");
  await page.getByRole("link", { name: "New schedule" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await save(page);
  await expectSaved(page, onePath);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText(/^(Open|Closed) until .+, then (open|closed) until/)).toBeVisible();
  await expect(page.getByText(/^New York time, where it is \d{1,2}:\d\d [AP]M$/)).toBeVisible();
  const id = page.url().split("/").at(-1) ?? "";
  expect(await weekOf(office.db, id)).toEqual([1, 2, 3, 4, 5].map((day) => `${day} 09:00-17:00`));

  await page.getByLabel("Opens: Monday").fill("08:30");
  await save(page);
  await expectSaved(page);
  await page.getByRole("searchbox").fill(name);
  await page.getByRole("search").getByRole("button", { name: "Search" }).click();
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText(/(Open|Closed) until/);
  await row.getByRole("link", { name }).click();
  await expect(page.getByLabel("Opens: Monday")).toHaveValue("08:30");

  await page.getByRole("link", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`Copy of ${name}`);
  await save(page);
  await expectSaved(page, onePath);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Copy of ${name}`);
  const copyId = page.url().split("/").at(-1) ?? "";
  expect(await weekOf(office.db, copyId)).toEqual(await weekOf(office.db, id));

  await page.getByRole("link", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`Copy of ${name}: deleted.`)).toBeVisible();
  expect(await office.db.select().from(schedules).where(eq(schedules.id, copyId))).toEqual([]);

  const changes = await office.db
    .select()
    .from(activity)
    .where(eq(activity.subjectId, id))
    .orderBy(activity.id);
  expect(changes.map(({ verb, before, after }) => [verb, before?.Monday, after?.Monday])).toEqual([
    ["createSchedule", undefined, "09:00–17:00"],
    ["saveSchedule", "09:00–17:00", "08:30–17:00"],
  ]);
  expect(Object.keys(changes[1]?.after ?? {})).toEqual(["Monday"]);
});

test("the week is edited with the keyboard alone, and says what it does", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const { id } = await makeSchedule(office.db);
  // What the server writes for an American is what stands there once the browser has taken it over.
  const served = await page.goto(`/schedules/${id}`);
  expect(await served?.text()).toContain("Monday, 9:00 AM to 5:00 PM");
  await expect(page.getByText(/^Open until .*[AP]M|^Closed until .*[AP]M/)).toBeVisible();
  await bar(page, "Monday, 9:00 AM to 5:00 PM").focus();
  await page.keyboard.press("ArrowRight");
  await expect(bar(page, "Monday, 9:15 AM to 5:15 PM")).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Monday, 9:15 AM to 5:15 PM" })).toBeAttached();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(bar(page, "Monday, 9:00 AM to 5:30 PM")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(bar(page, "Tuesday, 9:00 AM to 5:30 PM")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Opens: Tuesday")).toBeFocused();

  await page.getByRole("button", { name: "Add hours on Sunday" }).press("Enter");
  await bar(page, "Sunday, 9:00 AM to 5:00 PM").focus();
  await page.keyboard.press("Delete");
  await expect(bar(page, "Tuesday, 9:00 AM to 5:30 PM")).toBeFocused();
  await expect(page.getByRole("group", { name: "Sunday" })).toContainText("Closed");
  await save(page);
  await expectSaved(page);
  expect(await weekOf(office.db, id)).toEqual(["2 09:00-17:30"]);
});

test("bars are drawn, moved and stretched with the mouse", async ({ page, office, signedInAs }) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await signedInAs("manager");
  const { id } = await makeSchedule(office.db);
  await openEditor(page, id);
  const week = page.getByRole("region", { name: "The week as bars" });
  await week.scrollIntoViewIfNeeded();
  const drag = async (from: [day: number, hour: number], to: [day: number, hour: number]) => {
    const box = await week.boundingBox();
    if (!box) throw new Error("The week is not to be seen.");
    const at = ([day, hour]: [number, number]) =>
      [box.x + (hour / 24) * box.width, box.y + ((day - 0.5) / 7) * box.height] as const;
    await page.mouse.move(...at(from));
    await page.mouse.down();
    await page.mouse.move(...at([to[0], (from[1] + to[1]) / 2]));
    await page.mouse.move(...at(to));
    await page.mouse.up();
  };
  await drag([6, 10], [6, 14]);
  await expect(bar(page, "Saturday, 10:00 AM to 2:00 PM")).toBeFocused();
  await expect(page.getByLabel("Closes: Saturday")).toHaveValue("14:00");
  // Its middle to Sunday, an hour later.
  await drag([6, 12], [7, 13]);
  await expect(bar(page, "Sunday, 11:00 AM to 3:00 PM")).toBeVisible();
  // Its end, beyond the end of the day.
  await drag([1, 16.95], [1, 25.95]);
  await expect(bar(page, "Monday, 9:00 AM to 2:00 AM on Tuesday")).toBeVisible();
  // Its beginning.
  await drag([1, 9.05], [1, 7.05]);
  await expect(bar(page, "Monday, 7:00 AM to 2:00 AM on Tuesday")).toBeVisible();
  // Escape gives a drag up.
  const box = await bar(page, "Sunday, 11:00 AM to 3:00 PM").boundingBox();
  if (!box) throw new Error("The bar is not to be seen.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width, box.y - 60);
  await expect(bar(page, "Sunday, 11:00 AM to 3:00 PM")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(bar(page, "Sunday, 11:00 AM to 3:00 PM")).toBeVisible();
  await save(page);
  await expectSaved(page);
  expect(await weekOf(office.db, id)).toEqual(["1 07:00-02:00", "7 11:00-15:00"]);
});

test("hours run past midnight and to midnight, several a day, and those that overlap count as one", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const { id } = await makeSchedule(office.db, { windows: [] });
  await openEditor(page, id);
  await page.getByRole("button", { name: "Add hours on Friday" }).click();
  await page.getByLabel("Opens: Friday").fill("22:00");
  await page.getByLabel("Closes: Friday").fill("06:00");
  await expect(page.getByText("until 6:00 AM on Saturday")).toBeVisible();
  await expect(bar(page, "Friday, 10:00 PM to 6:00 AM on Saturday")).toBeVisible();
  await page.getByRole("button", { name: "Whole day on Sunday" }).click();
  await expect(bar(page, "Sunday, all day")).toBeVisible();
  await page.getByRole("button", { name: "Add hours on Saturday" }).click();
  await page.getByLabel("Opens: Saturday").fill("05:00");
  await page.getByLabel("Closes: Saturday").fill("00:00");
  await expect(page.getByRole("group", { name: "Saturday" }).getByText("to midnight")).toBeVisible();
  await expect(page.getByText(/overlap\. That is fine: they count as one/)).toBeVisible();
  await save(page);
  await expectSaved(page);
  expect(await weekOf(office.db, id)).toEqual(["5 22:00-06:00", "6 05:00-24:00", "7 00:00-24:00"]);
});

test("Monday is copied to the working days, and to all", async ({ page, office, signedInAs }) => {
  await signedInAs("manager");
  const saturday: WeeklyWindow = { weekday: 6, opensAt: "10:00", closesAt: "12:00" };
  const { id } = await makeSchedule(office.db, {
    windows: [{ ...monday, closesAt: "12:00" }, { ...monday, opensAt: "13:00" }, saturday],
  });
  await openEditor(page, id);
  await page.getByRole("button", { name: "Copy Monday to Tuesday–Friday" }).click();
  await expect(bar(page, "Friday, 1:00 PM to 5:00 PM")).toBeVisible();
  await expect(bar(page, "Saturday, 10:00 AM to 12:00 PM")).toBeVisible();
  await page.getByRole("button", { name: "Copy Monday to all days" }).click();
  await expect(bar(page, "Saturday, 10:00 AM to 12:00 PM")).toHaveCount(0);
  await save(page);
  await expectSaved(page);
  expect(await weekOf(office.db, id)).toEqual(
    [1, 2, 3, 4, 5, 6, 7].flatMap((day) => [`${day} 09:00-12:00`, `${day} 13:00-17:00`]),
  );
});

test("what is missing is said beside its field, and nothing is lost", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const { id, name } = await makeSchedule(office.db);
  const other = await makeSchedule(office.db);
  await openEditor(page, id);
  await page.getByLabel("Name", { exact: true }).fill(other.name);
  await page.getByRole("button", { name: "Add hours on Monday" }).click();
  await page.getByLabel("Closes: Monday (2)").fill("");
  await save(page);
  const closes = page.getByLabel("Closes: Monday (2)");
  await expect(closes).toHaveAccessibleDescription("Enter the time at which it closes.");
  await expect(closes).toBeFocused();
  await expect(page.getByLabel("Closes: Monday (1)")).toHaveValue("17:00");
  await closes.fill("22:00");
  await save(page);
  const nameField = page.getByLabel("Name", { exact: true });
  await expect(nameField).toHaveAccessibleDescription("Another schedule has this name.");
  await expect(closes).toHaveValue("22:00");
  await nameField.fill(name);
  await save(page);
  await expectSaved(page);
  expect(await weekOf(office.db, id)).toEqual(["1 09:00-17:00", "1 18:00-22:00"]);
});

test("holidays and special hours are added, refused where they overlap, changed and removed", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const { id } = await makeSchedule(office.db);
  await openEditor(page, id);
  const dialog = page.getByRole("dialog");
  const add = async (label: string, first: string, last: string) => {
    await page.getByRole("button", { name: "Add a day or more" }).click();
    await dialog.getByLabel("What it is").fill(label);
    await dialog.getByLabel("First day").fill(first);
    await dialog.getByLabel("Last day").fill(last);
    await dialog.getByRole("button", { name: "Done" }).click();
  };
  await add("Repairs", "2031-03-03", "2031-03-07");
  await expect(dialog).toBeHidden();
  await add("Inventory", "2031-03-07", "2031-03-08");
  await expect(dialog.getByLabel("First day")).toHaveAccessibleDescription(/overlap with “Repairs”/);
  await expect(dialog.getByLabel("First day")).toBeFocused();
  await dialog.getByLabel("First day").fill("2031-03-08");
  await dialog.getByLabel("Open at these hours").check();
  await dialog.getByLabel("Opens: these days").fill("08:00");
  await dialog.getByLabel("Closes: these days").fill("00:00");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
  await save(page);
  await expectSaved(page);
  const stored = () =>
    office.db
      .select({
        label: scheduleExceptions.label,
        startsOn: scheduleExceptions.startsOn,
        endsOn: scheduleExceptions.endsOn,
        closesAt: scheduleExceptionWindows.closesAt,
      })
      .from(scheduleExceptions)
      .leftJoin(scheduleExceptionWindows, eq(scheduleExceptionWindows.exceptionId, scheduleExceptions.id))
      .where(eq(scheduleExceptions.scheduleId, id))
      .orderBy(scheduleExceptions.startsOn);
  expect(await stored()).toEqual([
    { label: "Repairs", startsOn: "2031-03-03", endsOn: "2031-03-07", closesAt: null },
    { label: "Inventory", startsOn: "2031-03-08", endsOn: "2031-03-08", closesAt: "24:00:00" },
  ]);

  await openEditor(page, id);
  await page.getByRole("button", { name: /^Remove Repairs/ }).click();
  await page.getByRole("button", { name: /^Edit Inventory/ }).click();
  await dialog.getByLabel("Closed").check();
  await dialog.getByRole("button", { name: "Done" }).click();
  await save(page);
  await expectSaved(page);
  expect(await stored()).toEqual([
    { label: "Inventory", startsOn: "2031-03-08", endsOn: "2031-03-08", closesAt: null },
  ]);
});

test("a day is picked on the calendar, and shows in the next two weeks before it is saved", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const { id } = await makeSchedule(office.db, { timeZone: "UTC" });
  await openEditor(page, id);
  const calendar = page.getByRole("application", { name: /Holidays and special hours/ });
  await calendar.getByRole("button", { name: /^Today/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What it is").fill("Outing");
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Outing" })).toHaveCount(2);
  await expect(page.getByText("You have changes that are not saved yet.")).toBeVisible();
  await calendar.getByRole("button", { name: /^Today/ }).click();
  await expect(dialog.getByLabel("What it is")).toHaveValue("Outing");
});

test("a country's holidays are added at once, but for days that have their rule already", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const { id } = await makeSchedule(office.db);
  const year = new Date().getFullYear() + 1;
  await office.db.insert(scheduleExceptions).values({
    scheduleId: id,
    startsOn: `${year}-12-24`,
    endsOn: `${year}-12-31`,
    label: "Winter break",
  });
  await openEditor(page, id);
  await page.getByRole("button", { name: "Add public holidays" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Country").selectOption("DE");
  await dialog.getByLabel("State or region").selectOption("BY");
  await dialog.getByLabel("Year").selectOption(String(year));
  await expect(dialog.getByLabel(/^Epiphany/)).toBeChecked();
  await expect(dialog.getByLabel(/^Christmas Day/)).toBeDisabled();
  await dialog.getByLabel(/^Epiphany/).uncheck();
  await dialog.getByRole("button", { name: /^Add \d+ holidays$/ }).click();
  await expect(page.getByText(/Left out: .*Christmas Day \(Winter break is there already\)/)).toBeVisible();
  await save(page);
  await expectSaved(page);
  const labels = (
    await office.db.select().from(scheduleExceptions).where(eq(scheduleExceptions.scheduleId, id))
  ).map(({ label, startsOn }) => `${startsOn} ${label}`);
  expect(labels).toContain(`${year}-10-03 National Holiday`);
  expect(labels.join()).not.toContain("Epiphany");
  expect(labels.join()).not.toContain("Christmas");
});

test("a time zone is found by what people call it, and by its offset", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const { id } = await makeSchedule(office.db);
  await openEditor(page, id);
  const field = page.getByRole("combobox", { name: "Time zone" });
  const options = page.getByRole("option");
  await field.fill("pacific time los");
  await expect(options).toHaveCount(1);
  await field.fill("UTC+5:45");
  await expect(options.first()).toContainText("UTC+05:45");
  await field.fill("berlin");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("Berlin");
  // Of the week, of the holidays and of the two weeks ahead.
  await expect(page.getByText("By the clocks of Berlin.")).toHaveCount(3);
  await save(page);
  await expectSaved(page);
  const [saved] = await office.db.select().from(schedules).where(eq(schedules.id, id));
  expect(saved?.timeZone).toBe("Europe/Berlin");
});

test("two people editing the same schedule are told, and neither loses work", async ({
  page,
  office,
  signedInAs,
  pageOf,
}) => {
  await signedInAs("manager");
  const { id } = await makeSchedule(office.db);
  await openEditor(page, id);
  await page.getByLabel("Closes: Monday").fill("18:00");
  const theirs = await pageOf("owner", "Ben Finch");
  await openEditor(theirs, id);
  await theirs.getByLabel("Closes: Monday").fill("20:00");
  await save(theirs);
  await expectSaved(theirs);

  await save(page);
  await expect(page.getByRole("alert").filter({ hasText: "Ben Finch saved this" })).toBeVisible();
  await expect(page.getByLabel("Closes: Monday")).toHaveValue("18:00");
  expect(await weekOf(office.db, id)).toEqual(["1 09:00-20:00"]);
  await page.getByRole("button", { name: "Save over it" }).click();
  await expectSaved(page);
  expect(await weekOf(office.db, id)).toEqual(["1 09:00-18:00"]);
});

test("a schedule that is in use names each configuration, and cannot be deleted", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const line = await makeLine(office.db);
  const [configuration] = await office.db
    .select()
    .from(configurations)
    .where(eq(configurations.id, line.configurationId));
  await page.goto(`/schedules/${line.scheduleId}/delete`);
  const link = page.getByRole("link", { name: new RegExp(configuration?.name ?? "nothing") });
  await expect(link).toHaveAttribute("href", `/configurations/${line.configurationId}`);
  await expect(link).toContainText(line.name);
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);
  const answer = await callMutation(
    page,
    { name: "deleteSchedule", filename, at: "/schedules" },
    { id: line.scheduleId, version: "1" },
  );
  expect(await answer.text()).toContain("A configuration uses this schedule");
  expect(await office.db.select().from(schedules).where(eq(schedules.id, line.scheduleId))).toHaveLength(1);
});

test("the server refuses what the form would not send", async ({ page, office, signedInAs }) => {
  await signedInAs("manager");
  const { id, name } = await makeSchedule(office.db);
  const day = { startsOn: "2031-01-01", endsOn: "2031-01-02", windows: [] };
  const hours = { timeZone: "America/New_York", windows: [monday], exceptions: [] as object[] };
  const send = async (changed: object) => {
    const answer = await callMutation(
      page,
      { name: "saveSchedule", filename, at: "/schedules" },
      { id, version: "1", name, hours: JSON.stringify({ ...hours, ...changed }) },
    );
    return answer.text();
  };
  expect(
    await send({
      exceptions: [
        { ...day, label: "One" },
        { ...day, startsOn: "2031-01-02", label: "Two" },
      ],
    }),
  ).toContain("Two and One share a date.");
  expect(await send({ timeZone: "EST" })).toContain("Choose a time zone from the list.");
  expect(await send({ windows: [{ ...monday, weekday: 8 }] })).toContain("refused");
  expect(await send({ windows: [{ ...monday, opensAt: "24:00" }] })).toContain("time at which it opens");
  expect(await weekOf(office.db, id)).toEqual(["1 09:00-17:00"]);
});

test("staff see the hours, and can change none of them, whatever they send", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const { id, name } = await makeSchedule(office.db);
  await page.goto(`/schedules/${id}`);
  await expect(page.getByRole("definition").filter({ hasText: "9:00 AM–5:00 PM" })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Delete" })).toHaveCount(0);
  const hours = JSON.stringify({ timeZone: "UTC", windows: [], exceptions: [] });
  const fields = { id, version: "1", name: `${name} changed`, hours };
  for (const mutation of ["createSchedule", "saveSchedule", "deleteSchedule"]) {
    const answer = await callMutation(page, { name: mutation, filename, at: "/schedules" }, fields);
    expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/not-allowed");
  }
  const holidays = await page.request.get("/schedules/holidays?country=US&region=&year=2027", {
    maxRedirects: 0,
  });
  expect(holidays.headers().location).toContain("/not-allowed");
  expect(await office.db.select().from(schedules).where(eq(schedules.id, id))).toMatchObject([
    { name, version: 1 },
  ]);
  expect(await weekOf(office.db, id)).toEqual(["1 09:00-17:00"]);
});

test("a hundred schedules are two pages, found by their names", async ({ page, office, signedInAs }) => {
  await signedInAs("staff");
  const prefix = anyName();
  const made = Array.from({ length: 100 }, (_, i) => ({
    name: `${prefix} ${String(i).padStart(3, "0")}`,
    timeZone: "Europe/Berlin",
  }));
  await office.db.insert(schedules).values(made);
  await page.goto(`/schedules?q=${encodeURIComponent(prefix)}`);
  await expect(page.getByText("Page 1 of 2, 100 in all")).toBeVisible();
  await expect(page.getByRole("link", { name: `${prefix} 000` })).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("link", { name: `${prefix} 099` })).toBeVisible();
  await page.getByRole("link", { name: /^Name/ }).click();
  await expect(page.getByRole("columnheader", { name: /^Name/ })).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByRole("link", { name: `${prefix} 099` })).toBeVisible();
});

test("a schedule and its dialogs pass axe and fit in every look", { tag: "@deep" }, async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const line = await makeLine(office.db, {
    schedule: {
      windows: [monday, { weekday: 5, opensAt: "22:00", closesAt: "06:00" }],
      exceptions: [
        { startsOn: "2001-01-01", endsOn: "2001-01-01", label: "Long past" },
        { startsOn: "2031-01-01", endsOn: "2031-01-03", label: "New Year, and some days after it" },
      ],
      override: { isOpen: false, reason: "A burst pipe", setByName: "Dana Reyes" },
    },
  });
  const check = async () => {
    await expectToLookWell(page);
  };
  for (const path of ["", `/${line.scheduleId}`]) {
    await page.goto(`/schedules${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    if (path !== "") await expect(page.getByRole("button", { name: "Add hours on Monday" })).toBeEnabled();
    await check();
  }
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Add a day or more" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog.getByLabel("What it is")).toBeFocused();
  await check();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Add public holidays" }).click();
  await expect(dialog.getByRole("checkbox").first()).toBeVisible();
  await check();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: /^Open now/ }).click();
  await expect(dialog).toBeVisible();
  await check();
});
