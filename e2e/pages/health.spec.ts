import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { ownMigrations } from "@/db/migrate-to-latest";
import { firmSettings, phoneNumbers, staffUsers } from "@/db/schema";
import { wantedSettings } from "@/lib/twilio/rest/voice-settings";
import { type MailServer, startMailServer } from "../mail/start-mail-server";
import { type OwnFirm, startOwnFirm } from "../office/start-own-firm";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";
import { test as base, expect } from "./fixtures";

const test = base.extend<{ mail: MailServer; firm: OwnFirm }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern.
  mail: async ({}, use) => {
    const mail = await startMailServer();
    await use(mail);
    await mail.close();
  },
  /** Whose numbers nobody else's tests change. */
  firm: async ({ office, mail }, use) => {
    const firm = await startOwnFirm(office, {
      SMTP_URL: mail.url,
      MAIL_FROM: "phones@example.com",
      CRON_SECRET: "a secret of the tests",
    });
    await use(firm);
    await firm.close();
  },
});

// A database of one's own takes a few seconds to make.
test.describe.configure({ timeout: 90_000 });

const titles = [
  "Settings",
  "Database",
  "Twilio's account",
  "Numbers at Twilio",
  "Answering calls",
  "E-mail",
  "Regular work",
  "Clock",
];

const lineOf = (page: Page, title: string) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: title, exact: true }) });

test("an owner sees that all is well, and what is not as soon as it is not", async ({
  page,
  office,
  firm,
  mail,
  signIn,
}) => {
  const { db, app } = firm;
  const owner = { id: randomUUID(), name: "Olive Alder", email: "olive@example.com", password: "" };
  await db.insert(staffUsers).values({ id: owner.id, name: owner.name, email: owner.email, role: "owner" });
  const wanted = wantedSettings(app.baseUrl);
  const line = await makeTwilioLine({ db, twilio: office.twilio }, wanted);
  await db
    .update(phoneNumbers)
    .set({ settingsWanted: wanted })
    .where(eq(phoneNumbers.id, line.phoneNumberId));
  await signIn(owner);
  await page.goto(app.baseUrl);
  await page.getByRole("link", { name: "Check-up", exact: true }).click();
  const verdict = page.getByRole("main").getByRole("status");
  await expect(verdict).toHaveText("All is well.");
  for (const title of titles) await expect(lineOf(page, title)).toContainText("Well");
  await expect(lineOf(page, "Numbers at Twilio")).toContainText("the calls of 1 number here");
  await expect(lineOf(page, "Answering calls")).toContainText(`${app.baseUrl}/api/voice`);
  await expect(lineOf(page, "Clock")).toContainText("Beside Twilio: no difference");
  await expect(lineOf(page, "Settings")).toContainText("Set: DATABASE_URL");
  await expect(page.getByRole("main")).not.toContainText(office.account.authToken);
  expect(mail.received).toEqual([]);

  const again = page.getByRole("button", { name: "Check again" });
  office.twilio.changeNumber(line.sid, { voiceUrl: "https://elsewhere.example/answer" });
  await db.update(firmSettings).set({ keepsCallsDays: 30 });
  await db.execute(sql`
    delete from drizzle.__drizzle_migrations where created_at = ${ownMigrations().at(-1)?.createdAt ?? 0}`);
  await again.click();
  await expect(verdict).toHaveText("Does not work: Database, Numbers at Twilio.");
  await expect(lineOf(page, "Numbers at Twilio")).toContainText(`${line.name}: Somebody has changed this`);
  await expect(lineOf(page, "Database")).toContainText("The database is behind this release");
  await expect(lineOf(page, "Database")).toContainText(`Missing: ${ownMigrations().at(-1)?.name}`);
  await expect(lineOf(page, "Regular work")).toContainText("The regular work is behind.");
  await expect(lineOf(page, "Regular work")).toContainText("What is old has never been deleted yet.");
  const ready = await page.request.get(`${app.baseUrl}/api/health/ready`);
  expect(ready.status()).toBe(503);
  expect((await ready.json()).migrations.missing).toEqual([ownMigrations().at(-1)?.name]);

  office.twilio.fail(/./, { kind: "status", status: 401, code: 20003 });
  mail.behave("silent");
  await again.click();
  await expect(verdict).toHaveText("Does not work: Database, Twilio's account, Numbers at Twilio, E-mail.", {
    timeout: 20_000,
  });
  await expect(lineOf(page, "Twilio's account")).toContainText("Twilio error 20003");
  await expect(lineOf(page, "E-mail")).toContainText(
    "The mail server could not be reached, or did not answer in time",
  );
  await expect(lineOf(page, "Clock")).toContainText("Well");
});

test("only owners check up", async ({ page, signedInAs }) => {
  await signedInAs("manager");
  await page.goto("/health");
  await expect(page.getByRole("heading", { name: "This needs another role" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Check-up" })).toHaveCount(0);
});

test("a monitor is told whether the app is ready, and nothing that is secret", async ({ page, office }) => {
  const path = "/api/health/ready";
  const ready = await page.request.get(path);
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toEqual({
    isReady: true,
    database: "reachable",
    migrations: {
      applied: ownMigrations().length,
      shipped: ownMigrations().length,
      missing: [],
      isNewer: false,
    },
    versions: {
      switchboard: expect.stringMatching(/^\d+\.\d+\.\d+/),
      node: process.versions.node,
      postgres: expect.stringMatching(/^\d+/),
    },
  });
  expect(ready.headers()["cache-control"]).toBe("no-store");
  office.database.setFault("down");
  const away = await page.request.get(path);
  expect(away.status()).toBe(503);
  expect(await away.json()).toMatchObject({ isReady: false, database: "unreachable", migrations: null });
  expect(await away.text()).not.toContain("127.0.0.1");
  // Whether it is up at all is another question.
  expect((await page.request.get("/api/health")).status()).toBe(200);
});
