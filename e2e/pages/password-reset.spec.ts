import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { passwordResetTokens, staffUsers } from "@/db/schema";
import { hashLinkToken } from "@/lib/auth/link-token";
import type { MailServer } from "../mail/start-mail-server";
import type { RunningApp } from "../office/start-app";
import { callMutation } from "./call-mutation";
import { test as base, expect } from "./fixtures";
import { expectToLookWell } from "./looks";

const test = base.extend<{ mail: MailServer; mailing: RunningApp }>({
  mail: async ({ office }, use) => use(office.mail),
  /** The same office, with a mail server. */
  mailing: async ({ office }, use) => use(await office.appOf("mailing")),
});

// Starting an app of its own takes a while on a busy machine.
test.describe.configure({ timeout: 60_000 });

const ask = { name: "askForPasswordLink", filename: "app/reset-password/mutations.ts" };
const choose = { name: "choosePassword", filename: "app/reset-password/[token]/mutations.ts" };
const newPassword = "walnut bridge copper violin";
const deadLink = "This link does not work any longer";
const answer = /If there is an account with this address, a link is on its way/;

test("somebody who has forgotten their password gets a link, which sets a new one once and ends every session", async ({
  page,
  browser,
  baseURL,
  address,
  mail,
  mailing,
  makeStaff,
  signIn,
}) => {
  const staff = await makeStaff("manager", "Ben Finch");
  await signIn(staff);
  await page.goto("/");
  const context = await browser.newContext({
    baseURL: mailing.baseUrl,
    extraHTTPHeaders: { "x-forwarded-for": address },
  });
  const phone = await context.newPage();
  await phone.goto("/sign-in");
  await phone.getByRole("link", { name: "Forgot your password?" }).click();
  await phone.getByLabel("Your e-mail address").fill(staff.email.toUpperCase());
  await phone.getByRole("button", { name: "Send me a link" }).click();
  await expect(phone.getByText(answer)).toBeVisible();
  const { text } = await mail.next(staff.email);
  const link = /http\S+/.exec(text)?.[0] ?? "";
  expect(link).toMatch(new RegExp(`^${mailing.baseUrl}/reset-password/[\\w-]{43}$`));

  await phone.goto(link);
  await phone.getByLabel("New password").fill("too short");
  await phone.getByRole("button", { name: "Set password" }).click();
  await expect(phone.getByLabel("New password")).toHaveAccessibleDescription(/Use at least 12 characters/);
  await phone.getByLabel("New password").fill(newPassword);
  await phone.getByRole("button", { name: "Set password" }).click();
  await expect(phone.getByRole("heading", { name: "Today", exact: true })).toBeVisible();

  // The session from before has ended, and so have the link and the old password.
  await page.reload();
  await expect(page.getByRole("heading", { name: "Sign in to Switchboard" })).toBeVisible();
  await phone.goto(link);
  await expect(phone.getByRole("heading", { name: deadLink })).toBeVisible();
  const token = link.split("/").at(-1) ?? "";
  const again = await callMutation(phone, { ...choose, at: `${baseURL}/sign-in` }, { token, newPassword });
  expect(await again.text()).toContain("has been used");
  await page.getByLabel("E-mail address").fill(staff.email);
  await page.getByLabel("Password").fill(staff.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "do not match" })).toBeVisible();
  await context.close();
});

test("an address without an account, and one that is disabled, get the same answer and no e-mail", async ({
  page,
  office,
  mail,
  mailing,
  makeStaff,
}) => {
  const known = await makeStaff();
  const disabled = await makeStaff();
  await office.db.update(staffUsers).set({ isDisabled: true }).where(eq(staffUsers.id, disabled.id));
  const at = `${mailing.baseUrl}/reset-password`;
  const answers: string[] = [];
  for (const email of [`${randomUUID()}@example.com`, disabled.email, known.email]) {
    const { text, status } = await callMutation(page, { ...ask, at }, { email }).then(async (sent) => ({
      text: await sent.text(),
      status: sent.status(),
    }));
    answers.push(`${status} ${text.replace(/"b":"[^"]*"/, "")}`);
  }
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toMatch(answer);
  await mail.next(known.email);
  expect(mail.received.flatMap(({ to }) => to)).toEqual([known.email]);
});

test("asking again and again is slowed down, and fills no mailbox", async ({
  page,
  mail,
  mailing,
  makeStaff,
}) => {
  const [staff, other] = [await makeStaff(), await makeStaff()];
  const at = `${mailing.baseUrl}/reset-password`;
  const askFor = async (email: string) => (await callMutation(page, { ...ask, at }, { email })).text();
  for (let count = 0; count < 3; count++) {
    expect(await askFor(staff.email)).toMatch(answer);
    await mail.next(staff.email);
  }
  expect(await askFor(staff.email)).toMatch(answer);
  expect(await askFor(staff.email)).toContain("Too many tries.");
  // Another one's, who is waited for, shows that no fourth is still on its way.
  await askFor(other.email);
  await mail.next(other.email);
  expect(mail.received.filter(({ to }) => to.includes(staff.email))).toHaveLength(3);
});

test("whoever asks again and again for somebody else's link keeps them from nothing", async ({
  page,
  mailing,
  makeStaff,
  playwright,
}) => {
  const staff = await makeStaff();
  const at = `${mailing.baseUrl}/reset-password`;
  const askFrom = async (from: Parameters<typeof callMutation>[0]) =>
    (await callMutation(from, { ...ask, at }, { email: staff.email })).text();
  for (let count = 0; count < 5; count++) await askFrom(page);
  expect(await askFrom(page)).toContain("Too many tries.");
  const elsewhere = await playwright.request.newContext({
    extraHTTPHeaders: { "x-forwarded-for": "198.51.100.77" },
  });
  expect(await askFrom({ request: elsewhere })).toMatch(answer);
  await elsewhere.dispose();
});

test("a mailbox stands in for no second factor: whoever has no password gets no link that sets one", async ({
  page,
  office,
  mail,
  makeStaff,
}) => {
  const app = await office.appOf("withProviders");
  const [elsewhere, here] = [await makeStaff(), await makeStaff()];
  await office.db.update(staffUsers).set({ passwordHash: null }).where(eq(staffUsers.id, elsewhere.id));
  const at = `${app.baseUrl}/reset-password`;
  for (const { email } of [elsewhere, here]) {
    const text = await (await callMutation(page, { ...ask, at }, { email })).text();
    expect(text).toMatch(answer);
    expect(text).toContain("Whoever signs in with Google or Microsoft and has no password gets none");
  }
  await mail.next(here.email);
  expect(mail.received.flatMap(({ to }) => to)).not.toContain(elsewhere.email);
});

test("asking for links does not keep anybody from signing in", async ({
  page,
  mailing,
  makeStaff,
  signIn,
}) => {
  const staff = await makeStaff();
  const at = `${mailing.baseUrl}/reset-password`;
  for (let count = 0; count < 6; count++) await callMutation(page, { ...ask, at }, { email: staff.email });
  await signIn(staff);
});

test("a link ends after an hour", async ({ page, office, makeStaff }) => {
  const staff = await makeStaff();
  const token = randomUUID();
  await office.db.insert(passwordResetTokens).values({
    tokenHash: hashLinkToken(token),
    staffUserId: staff.id,
    createdAt: new Date(Date.now() - 3_700_000),
    expiresAt: new Date(Date.now() - 100_000),
  });
  await page.goto(`/reset-password/${token}`);
  await expect(page.getByRole("heading", { name: deadLink })).toBeVisible();
  await expectToLookWell(page);
  const late = await callMutation(page, { ...choose, at: "/sign-in" }, { token, newPassword });
  expect(await late.text()).toContain("is too old");
});

test("without a mail server an owner is asked, and makes a link to copy", async ({
  page,
  browser,
  address,
  baseURL,
  makeStaff,
  signedInAs,
}) => {
  const staff = await makeStaff("staff", "Ben Finch");
  await page.goto("/reset-password");
  await expect(page.getByText("Ask an owner of your office")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  const refused = await callMutation(page, { ...ask, at: "/reset-password" }, { email: staff.email });
  expect(await refused.text()).toContain("No e-mails are sent from here.");

  await signedInAs("owner");
  await page.goto(`/team/${staff.id}`);
  await page.getByRole("button", { name: "Make a password link" }).click();
  const link = await page.getByLabel("Link").inputValue();
  expect(link).toMatch(new RegExp(`^${baseURL}/reset-password/[\\w-]{43}$`));
  const context = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": address } });
  const theirs = await context.newPage();
  await theirs.goto(link);
  await theirs.getByLabel("New password").fill(newPassword);
  await theirs.getByRole("button", { name: "Set password" }).click();
  await expect(theirs.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
  await context.close();
});
