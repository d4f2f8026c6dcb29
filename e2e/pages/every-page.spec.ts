import { eq } from "drizzle-orm";
import { staffUsers } from "@/db/schema";
import { type Office, startOffice } from "../office/start-office";
import { fillOffice } from "./fill-office";
import { test as base, expect } from "./fixtures";
import { expectToLookWell } from "./looks";
import { pages } from "./security/doors";
import { addressOf, type HostileOffice, makeHostileOffice } from "./security/hostile-office";

/** An office of its own, with more of everything than a page shows, and the worst names that it could have. */
const test = base.extend<{ hostileOffice: HostileOffice }, { office: Office }>({
  office: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern.
    async ({}, use) => {
      const office = await startOffice();
      await fillOffice(office.db, { first: 1, last: 60 });
      await use(office);
      await office.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  hostileOffice: async ({ office }, use) => {
    const made = await makeHostileOffice(office);
    await use(made);
    await made.close();
  },
});
test.describe.configure({ timeout: 300_000 });

/** What some of them are asked, to show what they are for. */
const asked: Readonly<Record<string, string>> = {
  "/not-allowed": "?needs=owner",
  "/phone-numbers/buy": "?country=US",
};

for (const [least, patterns] of Object.entries(pages)) {
  test(`every page for ${least} passes axe and fits in every look`, { tag: "@deep" }, async ({
    page,
    office,
    hostileOffice: { samples },
    makeStaff,
    signIn,
  }) => {
    const [owner, staff] = [await makeStaff("owner"), await makeStaff("staff", "Ben Finch")];
    await office.db
      .update(staffUsers)
      .set({ personId: samples["/people/[id]"] ?? null })
      .where(eq(staffUsers.id, owner.id));
    const isOfOffice = least !== "anyone";
    // It is there while nobody is an owner, and `setup.spec.ts` looks at it then.
    for (const pattern of patterns.filter((one) => one !== "/setup")) {
      // An owner sees the most of a page; and has nothing that is not allowed.
      if (isOfOffice) await signIn(pattern === "/not-allowed" ? staff : owner);
      const path = addressOf(pattern, samples);
      const response = await page.goto(path + (asked[pattern] ?? ""));
      expect(response?.status(), pattern).toBe(200);
      expect(new URL(page.url()).pathname, pattern).toBe(new URL(path, page.url()).pathname);
      await expect(page.getByRole("heading", { level: 1 }), pattern).toBeVisible();
      await expect(page.getByText("There is nothing here"), pattern).toHaveCount(0);
      await expect(page.getByText(/^(Asking Twilio|Checking)…$/), pattern).toHaveCount(0);
      await expectToLookWell(page);
    }
  });
}
