import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activity, scheduleOverrides, schedules } from "@/db/schema";
import { makeLine } from "../office/make-line";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";

const filename = "app/(office)/_override/mutations.ts";

async function nameOf(db: Database, id: string): Promise<string> {
  const [schedule] = await db.select().from(schedules).where(eq(schedules.id, id));
  return schedule?.name ?? "";
}

const overrideOf = async (db: Database, scheduleId: string) =>
  (await db.select().from(scheduleOverrides).where(eq(scheduleOverrides.scheduleId, scheduleId)))[0];

test.describe("on a phone", () => {
  test.use({ hasOwnBrowser: true, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("staff close the office in two taps, the next call hears the other action, and lifting brings it back", async ({
    page,
    office,
    signedInAs,
  }) => {
    const staff = await signedInAs("staff");
    const line = await makeLine(office.db);
    const call = async () => (await office.call({ to: line.number })).body;
    expect(await call()).toContain("We are open.");

    await page.goto(`/schedules/${line.scheduleId}`);
    await expect(page.getByText("Always open")).toBeVisible();
    await page.getByRole("button", { name: /^Close now/ }).tap();
    await page
      .getByRole("button", { name: /^For 1 hour until (\w{3}, \w{3} \d+, (\d{4}, )?)?\d{1,2}:\d\d [AP]M$/ })
      .tap();
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByText(/: closed until .*\(New York time\)\.$/)).toBeVisible();
    await expect(
      page.getByText(new RegExp(`^Closed until .*\\(set by ${staff.name}\\), then always open`)),
    ).toBeVisible();
    expect(await call()).toContain("We are closed.");
    const override = await overrideOf(office.db, line.scheduleId);
    const minutes = ((override?.until?.getTime() ?? 0) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(57);
    expect(minutes).toBeLessThanOrEqual(61);

    await page.getByRole("button", { name: /^Lift/ }).tap();
    await expect(page.getByText("Always open")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Lift/ })).toHaveCount(0);
    expect(await call()).toContain("We are open.");

    const changes = await office.db
      .select()
      .from(activity)
      .where(eq(activity.subjectId, line.scheduleId))
      .orderBy(activity.id);
    expect(changes.map(({ verb, byName }) => [verb, byName])).toEqual([
      ["closeScheduleUntil", staff.name],
      ["liftOverride", staff.name],
    ]);
    expect(changes[0]?.after?.["For now"]).toMatch(/^Closed until .*\(New York time\)$/);
    expect(changes[1]?.after?.["For now"]).toBe("By its own hours");
  });
});

test("an office that is closed opens until a date and time by its own clocks, with a reason", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const line = await makeLine(office.db, { schedule: { windows: [], timeZone: "Asia/Kolkata" } });
  await page.goto(`/schedules/${line.scheduleId}`);
  await expect(page.getByText("Closed, with no opening ahead")).toBeVisible();
  await page.getByRole("button", { name: /^Open now/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(/Times are Kolkata time, where it is \d{1,2}:\d\d [AP]M now/);
  // Enter must not press the first of the buttons.
  await dialog.getByLabel("Why").fill("Inventory");
  await page.keyboard.press("Enter");
  await dialog.getByLabel("Until the date").fill("2001-01-01");
  await dialog.getByLabel("At", { exact: true }).fill("18:30");
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("Until the date")).toHaveAccessibleDescription(/passed there/);
  await expect(dialog.getByLabel("Until the date")).toBeFocused();
  await expect(dialog.getByLabel("Why")).toHaveValue("Inventory");
  await dialog.getByLabel("Until the date").fill("2031-01-15");
  await dialog.getByRole("button", { name: "Open until this date and time" }).click();
  await expect(page.getByText(/^Open: Inventory, until Wed, Jan 15, 2031, 6:30 PM/)).toBeVisible();
  expect((await overrideOf(office.db, line.scheduleId))?.until?.toISOString()).toBe(
    "2031-01-15T13:00:00.000Z",
  );
  expect((await office.call({ to: line.number })).body).toContain("We are open.");
});

test("an override ends by itself", async ({ page, office, signedInAs }) => {
  await signedInAs("staff");
  const line = await makeLine(office.db);
  await page.goto(`/schedules/${line.scheduleId}`);
  await page.getByRole("button", { name: /^Close now/ }).click();
  await page.getByRole("button", { name: /^The rest of today until midnight/ }).click();
  await expect(page.getByRole("button", { name: /^Lift/ })).toBeVisible();
  expect((await office.call({ to: line.number })).body).toContain("We are closed.");
  // As it will be tomorrow.
  const dayMilliseconds = 86_400_000;
  const made = await overrideOf(office.db, line.scheduleId);
  await office.db
    .update(scheduleOverrides)
    .set({
      setAt: new Date((made?.setAt.getTime() ?? 0) - dayMilliseconds),
      until: new Date((made?.until?.getTime() ?? 0) - dayMilliseconds),
    })
    .where(eq(scheduleOverrides.scheduleId, line.scheduleId));
  expect((await office.call({ to: line.number })).body).toContain("We are open.");
  await page.reload();
  await expect(page.getByText("Always open")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Lift/ })).toHaveCount(0);
});

test("closing until lifted replaces an earlier word, and closing until the next opening names it", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const line = await makeLine(office.db, {
    schedule: {
      windows: ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
        weekday,
        opensAt: "09:00",
        closesAt: "17:00",
      })),
    },
  });
  await page.goto(`/schedules/${line.scheduleId}`);
  await page.getByRole("button", { name: /^Close now/ }).click();
  await page.getByRole("button", { name: /^Until somebody lifts it/ }).click();
  await expect(page.getByText(/^Closed until lifted/)).toBeVisible();
  await page.getByRole("button", { name: /^Close now/ }).click();
  await page
    .getByRole("button", { name: /^Until it opens tomorrow \w{3}, \w{3} \d+(, \d{4})?, 9:00 AM$/ })
    .click();
  await expect(page.getByText(/^Closed until \w{3}, \w{3} \d+(, \d{4})?, 9:00 AM/)).toBeVisible();
  expect((await overrideOf(office.db, line.scheduleId))?.until).not.toBeNull();
});

test("a mutation that is sent by itself is held to the same rules", async ({
  page,
  office,
  signedInAs,
  playwright,
  baseURL,
}) => {
  await signedInAs("staff");
  const line = await makeLine(office.db);
  const name = await nameOf(office.db, line.scheduleId);
  const at = { name: "overrideSchedule", filename, at: "/schedules" };
  const fields = { id: line.scheduleId, as: "closed", until: "lifted", reason: "flood" };
  const past = await callMutation(page, at, { ...fields, until: "2001-01-01T00:00:00Z" });
  expect(await past.text()).toContain("This time has passed");
  expect(await overrideOf(office.db, line.scheduleId)).toBeUndefined();
  const accepted = await callMutation(page, at, fields);
  expect(await accepted.text()).toContain(`${name}: closed until lifted.`);

  const stranger = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  const lift = { name: "liftScheduleOverride", filename, at: "/schedules" };
  const answer = await callMutation({ request: stranger }, lift, {
    id: line.scheduleId,
  });
  expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/sign-in");
  await stranger.dispose();
  expect(await overrideOf(office.db, line.scheduleId)).toMatchObject({ isOpen: false, reason: "flood" });
});
