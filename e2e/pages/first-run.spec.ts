import type { Page } from "@playwright/test";
import { staffUsers } from "@/db/schema";
import { sessionCookie } from "@/lib/auth/session-cookies";
import { sessionOf } from "../office/session-of";
import { startOwnFirm } from "../office/start-own-firm";
import { expect, test } from "./fixtures";
import { listPages } from "./list-pages";
import { expectToLookWell } from "./looks";

test.describe.configure({ timeout: 300_000 });

/** What a list says while it is empty, and the way on from there; by its address. Of the others it is enough that they look well. */
const empty: Readonly<Record<string, { title: string; way: string | null; unlike: string }>> = {
  "/voicemails": { title: "No voicemails yet", way: null, unlike: "No voicemail like that" },
  "/greetings": { title: "No greetings yet", way: "New greeting", unlike: "Nothing matches “zz”" },
  "/known-callers": { title: "Nobody is known yet", way: "New known caller", unlike: "Nothing matches “zz”" },
  "/blocked-callers": { title: "Nobody is blocked", way: "Block a caller", unlike: "Nothing matches “zz”" },
};

const notice = (page: Page, name: string) => page.getByRole("main").getByRole("heading", { level: 2, name });

test("in a firm that has nothing yet each list says so and what to do, and looks well", {
  tag: "@deep",
}, async ({ page, office }) => {
  const firm = await startOwnFirm(office);
  const { baseUrl } = firm.app;
  const [owner] = await firm.db
    .insert(staffUsers)
    .values({ name: "Olive Alder", email: "olive@example.com", role: "owner" })
    .returning();
  const value = await sessionOf(owner?.id ?? "");
  await page.context().addCookies([{ name: sessionCookie, value, url: baseUrl }]);
  for (const path of listPages) {
    await page.goto(baseUrl + path);
    await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    const said = empty[path];
    if (said) {
      await expect(notice(page, said.title)).toBeVisible();
      if (said.way) await expect(page.getByRole("link", { name: said.way }).first()).toBeVisible();
    }
    await expectToLookWell(page);
  }
  for (const [path, { unlike, title }] of Object.entries(empty)) {
    await page.goto(`${baseUrl}${path}?q=zz`);
    await expect(notice(page, unlike)).toBeVisible();
    await expectToLookWell(page);
    await page
      .getByRole("main")
      .getByRole("link", { name: /^(Show all|Inbox$)/ })
      .click();
    await expect(notice(page, title)).toBeVisible();
  }
  await firm.close();
});
