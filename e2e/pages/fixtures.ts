import { randomInt, randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { staffUsers } from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import type { StaffRole } from "@/lib/auth/roles";
import { test as base, expect } from "../fixtures";
import { authSecret } from "../office/start-office";

export { expect } from "../fixtures";

export interface MadeStaff {
  id: string;
  name: string;
  email: string;
  password: string;
}

interface PageFixtures {
  /** An address that no other test has: wrong passwords are slowed down by address. */
  address: string;
  makeStaff(role?: StaffRole, name?: string): Promise<MadeStaff>;
  signIn(staff: MadeStaff): Promise<void>;
  /** Somebody with this role, who is signed in on the page. */
  signedInAs(role: StaffRole): Promise<MadeStaff>;
  /** A page in a browser of its own, of somebody else with this role who is signed in. */
  pageOf(role: StaffRole, name: string): Promise<Page>;
  /** What the page may complain about in this test; anything else fails it. */
  expectComplaint(text: RegExp): void;
}

/** Where next-auth keeps a session over plain HTTP; also what it salts the cookie's key with. */
const sessionCookie = "authjs.session-token";

/** A password takes a tenth of a second to hash, and everybody's may be the same. */
const password = "lantern orchard velvet harbour";
const passwordHash = hashPassword(password);

/** By the session that signing in would have made: the form itself has tests of its own. */
async function signInOn(page: Page, { id }: MadeStaff, baseUrl: string): Promise<void> {
  const token = { sub: id, sessionVersion: 1 };
  const value = await encode({ token, secret: authSecret, salt: sessionCookie });
  await page
    .context()
    .addCookies([{ name: sessionCookie, value, url: baseUrl, httpOnly: true, sameSite: "Lax" }]);
  await page.goto(baseUrl);
  await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
}

export const test = base.extend<PageFixtures>({
  baseURL: async ({ office }, use) => use(office.app.baseUrl),
  address: async ({ faultless: _ }, use) => use(`198.18.${randomInt(256)}.${randomInt(256)}`),
  extraHTTPHeaders: async ({ address }, use) => use({ "x-forwarded-for": address }),
  makeStaff: async ({ office }, use) =>
    use(async (role = "staff", name = "Olive Alder") => {
      const id = randomUUID();
      const user = { id, name, email: `${id}@example.com` };
      await office.db.insert(staffUsers).values({ ...user, role, passwordHash: await passwordHash });
      return { ...user, password };
    }),
  signIn: async ({ page, office }, use) => use((staff) => signInOn(page, staff, office.app.baseUrl)),
  signedInAs: async ({ makeStaff, signIn }, use) =>
    use(async (role) => {
      const staff = await makeStaff(role);
      await signIn(staff);
      return staff;
    }),
  pageOf: async ({ browser, makeStaff, office, address }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (role, name) => {
      const staff = await makeStaff(role, name);
      const context = await browser.newContext({
        baseURL: office.app.baseUrl,
        extraHTTPHeaders: { "x-forwarded-for": address },
      });
      contexts.push(context);
      const page = await context.newPage();
      await signInOn(page, staff, office.app.baseUrl);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  expectComplaint: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      const expected: RegExp[] = [];
      // What a page's security policy refuses is told on the console too.
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      context.on("weberror", (error) => complaints.push(error.error().message));
      await use((text) => void expected.push(text));
      expect(complaints.filter((text) => !expected.some((one) => one.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});
