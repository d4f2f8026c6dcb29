import { test as base } from "@playwright/test";
import { type Office, startOffice } from "./office/start-office";

export { expect } from "@playwright/test";

/** A whole installation for each worker: a database in memory, faults in front of it on demand, and the built app. */
export const test = base.extend<{ faultless: undefined }, { office: Office }>({
  office: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern.
    async ({}, use) => {
      const office = await startOffice();
      await use(office);
      await office.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  /** Whatever a test has broken is whole again for the next. */
  faultless: [
    async ({ office }, use) => {
      office.database.setFault("none");
      await use(undefined);
      office.database.setFault("none");
      office.twilio.heal();
      office.mail.heal();
    },
    { auto: true },
  ],
});
