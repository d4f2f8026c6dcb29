import { eq } from "drizzle-orm";
import { blockedCallers, scheduleWindows } from "@/db/schema";
import { anyNumber, makeLine } from "../office/make-line";
import { makeVoicemail } from "../office/make-voicemail";
import { expect, test } from "./fixtures";

/** By finger alone: a tap that something else would get fails. */
test.use({ hasOwnBrowser: true, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

test("staff reach every page by the navigation, and narrow a list", { tag: "@deep" }, async ({
  page,
  office,
  signedInAs,
}) => {
  const line = await makeLine(office.db);
  const { from } = await makeVoicemail(office.db, { to: line.number, note: "About the roof" });
  await signedInAs("owner");
  await page.goto("/");
  const drawer = page.getByRole("dialog", { name: "Navigation" });
  const open = () => page.getByRole("button", { name: "Open the navigation" }).tap();
  await open();
  const names = await drawer.getByRole("navigation").getByRole("link").allTextContents();
  expect(names.length).toBeGreaterThan(15);
  await page.keyboard.press("Escape");
  for (const name of names) {
    await open();
    const link = drawer.getByRole("navigation").getByRole("link", { name, exact: true });
    const target = (await link.getAttribute("href")) ?? "";
    await link.tap();
    await expect(drawer).toBeHidden();
    await expect(page).toHaveURL((url) => url.pathname === target);
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  }
  await page.goto("/voicemails");
  await page.getByLabel("Caller or words").fill(from);
  await page.getByLabel("Show", { exact: true }).selectOption("New ones");
  await page.getByRole("button", { name: "Show", exact: true }).tap();
  await expect(page).toHaveURL(/state=new/);
  await expect(page.getByText("Note: About the roof")).toBeVisible();
  await page.getByRole("button", { name: /^Mark as heard/ }).tap();
  await expect(page.getByText("No voicemail like that")).toBeVisible();
});

test("a manager adds something, changes a week, and answers a dialog", { tag: "@deep" }, async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const number = anyNumber();
  await page.goto("/blocked-callers");
  await page.getByRole("link", { name: "Block a caller" }).tap();
  await page.getByLabel("Phone number").fill(number);
  await page.getByRole("button", { name: "Block", exact: true }).tap();
  await expect(page.getByText(/: blocked\.$/)).toBeVisible();
  expect(await office.db.$count(blockedCallers, eq(blockedCallers.number, number))).toBe(1);

  const { scheduleId } = await makeLine(office.db, {
    schedule: { windows: [{ weekday: 1, opensAt: "09:00", closesAt: "12:00" }] },
  });
  await page.goto(`/schedules/${scheduleId}`);
  await page.getByRole("button", { name: "Add hours on Monday" }).tap();
  await page.getByLabel("Opens: Monday (2)").fill("13:00");
  await page.getByLabel("Closes: Monday (2)").fill("17:30");
  await page.getByRole("button", { name: "Copy Monday to all days" }).tap();
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Add a day or more" }).tap();
  await dialog.getByLabel("What it is").fill("Inventory");
  await dialog.getByRole("button", { name: "Done" }).tap();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Save", exact: true }).tap();
  await expect(page.getByText(/: saved\.$/).last()).toBeVisible();
  const kept = await office.db
    .select()
    .from(scheduleWindows)
    .where(eq(scheduleWindows.scheduleId, scheduleId));
  expect(kept.map(({ weekday, opensAt }) => `${weekday} ${opensAt.slice(0, 5)}`).sort()).toEqual(
    [1, 2, 3, 4, 5, 6, 7].flatMap((day) => [`${day} 09:00`, `${day} 13:00`]),
  );
});
