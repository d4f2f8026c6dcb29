import { eq } from "drizzle-orm";
import { voicemails } from "@/db/schema";
import { makeLine } from "../office/make-line";
import { makeVoicemail } from "../office/make-voicemail";
import { expect, test } from "./fixtures";

test("a message is listed with its caller, line, time with its zone, and length", async ({
  page,
  signedInAs,
  office,
}) => {
  const line = await makeLine(office.db);
  await makeVoicemail(office.db, {
    from: "+12125550142",
    to: line.number,
    leftAt: new Date("2031-01-15T19:05:00Z"),
    durationSeconds: 67,
  });
  await makeVoicemail(office.db, {
    from: "anonymous",
    to: line.number,
    leftAt: new Date("2031-01-15T19:04:00Z"),
  });
  await signedInAs("staff");
  await page.goto("/voicemails");
  const rows = page.getByRole("main").getByRole("listitem").filter({ hasText: line.name });
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText("(212) 555-0142");
  await expect(rows.nth(0)).toContainText("2031");
  await expect(rows.nth(0)).toContainText(/2:05\sPM EST/);
  await expect(rows.nth(0)).toContainText("1:07");
  await expect(rows.nth(0)).toContainText("New");
  await expect(rows.nth(1)).toContainText("Withheld number");
});

test("staff mark a message as heard, and as new again, without losing their place on the keyboard", async ({
  page,
  signedInAs,
  office,
}) => {
  const line = await makeLine(office.db);
  const { id } = await makeVoicemail(office.db, { to: line.number });
  const heardAt = async () =>
    (await office.db.select({ at: voicemails.heardAt }).from(voicemails).where(eq(voicemails.id, id)))[0]?.at;
  await signedInAs("staff");
  await page.goto("/voicemails");
  const row = page.getByRole("listitem").filter({ hasText: line.name });
  await row.getByRole("button", { name: /^Mark as heard/ }).focus();
  await page.keyboard.press("Enter");
  const undo = row.getByRole("button", { name: /^Mark as new/ });
  await expect(undo).toBeFocused();
  await expect(row.getByText("New", { exact: true })).toBeHidden();
  expect(await heardAt()).toBeInstanceOf(Date);
  await page.keyboard.press("Enter");
  await expect(row.getByRole("button", { name: /^Mark as heard/ })).toBeFocused();
  expect(await heardAt()).toBeNull();
});

test("a message that somebody has deleted meanwhile says so", async ({ page, signedInAs, office }) => {
  const line = await makeLine(office.db);
  const { id } = await makeVoicemail(office.db, { to: line.number });
  await signedInAs("staff");
  await page.goto("/voicemails");
  const row = page.getByRole("listitem").filter({ hasText: line.name });
  await row.getByRole("button", { name: /^Mark as heard/ }).waitFor();
  await office.db.delete(voicemails).where(eq(voicemails.id, id));
  await row.getByRole("button", { name: /^Mark as heard/ }).click();
  await expect(row.getByRole("alert")).toHaveText("This voicemail has been deleted in the meantime.");
});

test("older messages are a page away, and none is shown twice", async ({ page, signedInAs, office }) => {
  const line = await makeLine(office.db);
  // All in one millisecond, so that only the id tells them apart.
  const leftAt = new Date("2001-01-01T00:00:00Z");
  const made = await Promise.all(
    Array.from({ length: 60 }, () => makeVoicemail(office.db, { to: line.number, leftAt })),
  );
  await signedInAs("staff");
  await page.goto("/voicemails");
  const seen: string[] = [];
  for (;;) {
    const heading = page.getByRole("heading", { name: "Voicemails", exact: true });
    await expect(heading).toBeVisible();
    const ids = await page
      .getByRole("main")
      .locator("input[name=id]")
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    seen.push(...ids);
    const older = page.getByRole("link", { name: "Older" });
    if (!(await older.isVisible())) break;
    const href = await older.getAttribute("href");
    await page.goto(href ?? "");
  }
  expect(new Set(seen).size).toBe(seen.length);
  for (const { id } of made) expect(seen).toContain(id);
  await page.getByRole("link", { name: "Newest" }).click();
  await expect(page).toHaveURL("/voicemails");
});
