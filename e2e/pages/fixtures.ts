import { randomInt, randomUUID } from "node:crypto";
import type { BrowserContext, ConsoleMessage, Page, WebError } from "@playwright/test";
import { staffUsers } from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import type { StaffRole } from "@/lib/auth/roles";
import { sessionCookie } from "@/lib/auth/session-cookies";
import { test as base, expect } from "../fixtures";
import { sessionOf } from "../office/session-of";
import { waitUntilAlive } from "./alive";

export { expect } from "../fixtures";

export interface MadeStaff {
  id: string;
  name: string;
  email: string;
  password: string;
}

interface PageFixtures {
  /** For a test that changes what a tab cannot change back, such as its clock, or that touches its screen. */
  hasOwnBrowser: boolean;
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

/** A password takes a tenth of a second to hash, and everybody's may be the same. */
const password = "lantern orchard velvet harbour";
const passwordHash = hashPassword(password);

async function signInOn(context: BrowserContext, { id }: MadeStaff, baseUrl: string): Promise<void> {
  const value = await sessionOf(id);
  await context.addCookies([{ name: sessionCookie, value, url: baseUrl, httpOnly: true, sameSite: "Lax" }]);
}

/** Leaves nothing of a test behind, nor asks about what it has not saved. */
async function leave(page: Page): Promise<void> {
  page.removeAllListeners();
  page.on("dialog", (dialog) => dialog.accept());
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.goto("about:blank");
  page.removeAllListeners();
}

export const test = base.extend<
  PageFixtures,
  { warmContext: BrowserContext; othersContexts: BrowserContext[] }
>({
  baseURL: async ({ office }, use) => use(office.app.baseUrl),
  hasOwnBrowser: [false, { option: true }],
  /** A browser that has fetched and compiled the app's scripts before: doing so again for each test takes half its time. */
  warmContext: [
    async ({ browser, office }, use) => {
      const context = await browser.newContext({ baseURL: office.app.baseUrl, reducedMotion: "reduce" });
      await use(context);
      await context.close();
    },
    { scope: "worker" },
  ],
  /** Likewise, of the others that a test has beside its own page. */
  othersContexts: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern.
    async ({}, use) => {
      const contexts: BrowserContext[] = [];
      await use(contexts);
      await Promise.all(contexts.map((context) => context.close()));
    },
    { scope: "worker" },
  ],
  /**
   * As good as new: nothing outlives a test but the cache of files, and the theme that somebody chose, which only the
   * test of it does, and takes back. (Clearing that too would open a page for it after each test.)
   */
  context: async (
    { browser, warmContext, hasOwnBrowser, baseURL, extraHTTPHeaders, javaScriptEnabled, hasTouch, isMobile },
    use,
  ) => {
    if (hasOwnBrowser || !javaScriptEnabled) {
      const context = await browser.newContext({
        reducedMotion: "reduce",
        hasTouch,
        isMobile,
        ...(javaScriptEnabled === false && { javaScriptEnabled }),
        ...(baseURL && { baseURL }),
        ...(extraHTTPHeaders && { extraHTTPHeaders }),
      });
      await use(context);
      return context.close();
    }
    await warmContext.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
    await use(warmContext);
    const [, ...others] = warmContext.pages();
    await Promise.all(others.map((page) => page.close()));
    await warmContext.unrouteAll({ behavior: "ignoreErrors" });
    await warmContext.clearPermissions();
    await warmContext.clearCookies();
  },
  /** The same tab for one test after another: a new one begins with a process that has compiled nothing. */
  page: async ({ context, warmContext, viewport, colorScheme, javaScriptEnabled }, use) => {
    const page = context.pages()[0] ?? (await context.newPage());
    if (javaScriptEnabled) waitUntilAlive(page);
    await page.setViewportSize(viewport ?? { width: 1280, height: 720 });
    await page.emulateMedia({ colorScheme });
    await use(page);
    if (context === warmContext && !page.isClosed()) await leave(page);
    else await page.close();
  },
  address: async ({ faultless: _ }, use) => use(`198.18.${randomInt(256)}.${randomInt(256)}`),
  extraHTTPHeaders: async ({ address }, use) => use({ "x-forwarded-for": address }),
  makeStaff: async ({ office }, use) =>
    use(async (role = "staff", name = "Olive Alder") => {
      const id = randomUUID();
      const user = { id, name, email: `${id}@example.com` };
      await office.db.insert(staffUsers).values({ ...user, role, passwordHash: await passwordHash });
      return { ...user, password };
    }),
  signIn: async ({ context, office }, use) => use((staff) => signInOn(context, staff, office.app.baseUrl)),
  signedInAs: async ({ makeStaff, signIn }, use) =>
    use(async (role) => {
      const staff = await makeStaff(role);
      await signIn(staff);
      return staff;
    }),
  pageOf: async ({ browser, othersContexts, makeStaff, office, address }, use) => {
    const pages: Page[] = [];
    let count = 0;
    await use(async (role, name) => {
      // Two may be asked for at the same time.
      const place = count++;
      const staff = await makeStaff(role, name);
      const context =
        othersContexts[place] ??
        (await browser.newContext({ baseURL: office.app.baseUrl, reducedMotion: "reduce" }));
      othersContexts[place] = context;
      await context.setExtraHTTPHeaders({ "x-forwarded-for": address });
      await signInOn(context, staff, office.app.baseUrl);
      const page = context.pages()[0] ?? (await context.newPage());
      waitUntilAlive(page);
      pages.push(page);
      return page;
    });
    for (const page of pages) {
      await leave(page);
      await page.context().clearCookies();
    }
  },
  expectComplaint: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      const expected: RegExp[] = [];
      // What a page's security policy refuses is told on the console too.
      const onConsole = (message: ConsoleMessage) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      };
      const onError = (error: WebError) => void complaints.push(error.error().message);
      context.on("console", onConsole).on("weberror", onError);
      await use((text) => void expected.push(text));
      context.off("console", onConsole).off("weberror", onError);
      expect(complaints.filter((text) => !expected.some((one) => one.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});
