import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activity, invitations, staffUsers } from "@/db/schema";
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

const ofTeam = "app/(office)/team/invitation-mutations.ts";
const accept = { name: "acceptInvitation", filename: "app/invite/[token]/mutations.ts" };
const password = "walnut bridge copper violin";
const anyEmail = () => `${randomUUID()}@example.com`;
const openInvitation = async (db: Database, email: string) =>
  (
    await db
      .select()
      .from(invitations)
      .where(and(eq(invitations.email, email), isNull(invitations.acceptedAt)))
  )[0];
const userOf = async (db: Database, email: string) =>
  (await db.select().from(staffUsers).where(eq(staffUsers.email, email)))[0];

test("an owner copies the link of an invitation, with which somebody joins once", async ({
  page,
  browser,
  baseURL,
  address,
  office,
  signedInAs,
}) => {
  const owner = await signedInAs("owner");
  const email = anyEmail();
  await page.goto("/team/invite");
  await page.getByLabel("E-mail address").fill(email.toUpperCase());
  await page.getByLabel("Manager").check();
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByRole("status").filter({ hasText: "No e-mails are sent from here." })).toBeVisible();
  const link = await page.getByLabel("Link").inputValue();
  expect(link).toMatch(new RegExp(`^${baseURL}/invite/[\\w-]{43}$`));
  const invitation = await openInvitation(office.db, email);
  expect(invitation).toMatchObject({ role: "manager", invitedById: owner.id });
  // Whoever reads the table cannot make the link.
  expect(JSON.stringify(invitation)).not.toContain(link.split("/").at(-1));

  const context = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": address } });
  const theirs = await context.newPage();
  await theirs.goto(link);
  await expect(theirs.getByText(`Olive Alder invited ${email}`)).toBeVisible();
  await theirs.getByLabel("Your name").fill("Ben Finch");
  await theirs.getByLabel("Choose a password").fill("Password2026!");
  await theirs.getByRole("button", { name: "Join" }).click();
  await expect(theirs.getByLabel("Choose a password")).toHaveAccessibleDescription(/guessed first/);
  await expect(theirs.getByLabel("Your name")).toHaveValue("Ben Finch");
  expect(await userOf(office.db, email)).toBeUndefined();
  await theirs.getByLabel("Choose a password").fill(password);
  await theirs.getByRole("button", { name: "Join" }).click();
  await expect(theirs.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
  const user = await userOf(office.db, email);
  expect(user).toMatchObject({ name: "Ben Finch", role: "manager", isDisabled: false });
  const verbs = await office.db
    .select({ verb: activity.verb, byName: activity.byName })
    .from(activity)
    .where(eq(activity.subjectId, user?.id ?? ""));
  expect(verbs).toEqual([{ verb: "acceptInvitation", byName: "Ben Finch" }]);

  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "This link does not work any longer" })).toBeVisible();
  const token = link.split("/").at(-1) ?? "";
  const again = await callMutation(
    theirs,
    { ...accept, at: `${baseURL}/sign-in` },
    { token, name: "Eve", newPassword: password },
  );
  expect(again.headers()["x-action-redirect"]).toBeUndefined();
  expect(await again.text()).toContain("has been used or withdrawn");
  await context.close();
});

test("with a mail server the link is sent, and is never on the page", async ({
  page,
  mail,
  mailing,
  signedInAs,
}) => {
  await signedInAs("owner");
  const email = anyEmail();
  await page.goto(`${mailing.baseUrl}/team/invite`);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByRole("status").filter({ hasText: `on its way to ${email}` })).toBeVisible();
  await expect(page.getByLabel("Link")).toHaveCount(0);
  const { subject, text } = await mail.next(email);
  expect(subject).toContain("Olive Alder invites you");
  const link = /http\S+/.exec(text)?.[0] ?? "";
  expect(link).toMatch(new RegExp(`^${mailing.baseUrl}/invite/[\\w-]{43}$`));
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: /^Join / })).toBeVisible();
});

test("an e-mail that the mail server refuses is a link to copy", async ({
  page,
  mail,
  mailing,
  signedInAs,
}) => {
  await signedInAs("owner");
  mail.behave("refusing");
  await page.goto(`${mailing.baseUrl}/team/invite`);
  await page.getByLabel("E-mail address").fill(anyEmail());
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByRole("status").filter({ hasText: "could not be sent" })).toBeVisible();
  await expect(page.getByLabel("Link")).toHaveValue(/\/invite\//);
});

test("a preview sends no e-mail, and says so", async ({ page, office, mail, signedInAs }) => {
  await signedInAs("owner");
  const preview = await office.appOf("preview");
  await page.goto(`${preview.baseUrl}/team/invite`);
  await page.getByLabel("E-mail address").fill(anyEmail());
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByRole("status").filter({ hasText: "This is a preview" })).toBeVisible();
  expect(mail.received).toEqual([]);
});

test("a link ends after its seven days, with a newer one, and when it is withdrawn", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("owner");
  const email = anyEmail();
  await page.goto("/team/invite?role=staff");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Invite" }).click();
  const first = await page.getByLabel("Link").inputValue();
  const tokenOf = (link: string) => link.split("/").at(-1) ?? "";
  const isRefused = async (link: string) => {
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link does not work any longer" })).toBeVisible();
    const fields = { token: tokenOf(link), name: "Eve", newPassword: password };
    const answer = await callMutation(page, { ...accept, at: "/profile" }, fields);
    expect(await answer.text()).toContain("has been used or withdrawn");
  };

  await office.db
    .update(invitations)
    .set({ createdAt: new Date("2026-01-01T00:00:00Z"), expiresAt: new Date("2026-01-08T00:00:00Z") })
    .where(eq(invitations.tokenHash, hashLinkToken(tokenOf(first))));
  await isRefused(first);
  await expectToLookWell(page);

  await page.goto("/team/invitations");
  await page.getByRole("searchbox").fill(email);
  await page.getByRole("button", { name: "Search" }).click();
  const row = page.getByRole("row").filter({ hasText: email });
  await expect(row).toContainText("Expired");
  await row.getByRole("link").click();
  // Somebody else makes it a manager's, after this page was shown: that is told, and gone over once it is seen.
  const shown = await openInvitation(office.db, email);
  const theirs = await callMutation(
    page,
    { name: "saveInvitation", filename: ofTeam, at: "/profile" },
    { id: shown?.id ?? "", version: "1", role: "manager" },
  );
  expect(theirs.headers()["x-action-redirect"]).toContain("/team/invitations");
  await page.getByLabel("Owner").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Olive Alder saved this" })).toBeVisible();
  await expect(page.getByLabel("Owner")).toBeChecked();
  expect(await openInvitation(office.db, email)).toMatchObject({ role: "manager" });
  await page.getByRole("button", { name: "Save over it" }).click();
  await expect(page.getByText(`${email} is now invited as owner.`)).toBeVisible();
  expect(await openInvitation(office.db, email)).toMatchObject({
    role: "owner",
    tokenHash: shown?.tokenHash,
  });

  await page.goto(`/team/invitations/${shown?.id}`);
  await expect(page.getByRole("link", { name: "Invite another like this" })).toHaveAttribute(
    "href",
    "/team/invite?role=owner",
  );
  await page.getByRole("button", { name: "Send again" }).click();
  const second = await page.getByLabel("Link").inputValue();
  await isRefused(first);
  await page.goto(second);
  await expect(page.getByRole("heading", { name: /^Join / })).toBeVisible();

  const invitation = await openInvitation(office.db, email);
  await page.goto(`/team/invitations/${invitation?.id}`);
  await page.getByRole("link", { name: "Withdraw" }).click();
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText(`The invitation of ${email} is withdrawn.`)).toBeVisible();
  await isRefused(second);
  expect(await userOf(office.db, email)).toBeUndefined();
});

test("somebody who is in the team, or invited already, is said beside the field", async ({
  page,
  makeStaff,
  signedInAs,
}) => {
  const known = await makeStaff("staff", "Ben Finch");
  await signedInAs("owner");
  await page.goto("/team/invite");
  const field = page.getByLabel("E-mail address");
  await field.fill(known.email);
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(field).toHaveAccessibleDescription(/is in the team already/);
  await expect(field).toHaveValue(known.email);
  const email = anyEmail();
  await field.fill(email);
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByLabel("Link")).toBeVisible();
  await field.fill(email);
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(field).toHaveAccessibleDescription(/invited already/);
});

test("nobody but an owner invites, changes, sends again or withdraws, whatever they send", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const email = anyEmail();
  const [open] = await office.db
    .insert(invitations)
    .values({ email, role: "staff", tokenHash: randomUUID(), expiresAt: new Date(Date.now() + 86_400_000) })
    .returning();
  const fields = { id: open?.id ?? "", version: "1", email: anyEmail(), role: "owner" };
  for (const name of ["inviteStaff", "saveInvitation", "resendInvitation", "withdrawOpenInvitation"]) {
    const answer = await callMutation(page, { name, filename: ofTeam, at: "/profile" }, fields);
    expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/not-allowed");
  }
  expect(await openInvitation(office.db, email)).toEqual(open);
  expect(await openInvitation(office.db, fields.email)).toBeUndefined();
  await page.goto("/team/invitations");
  await expect(page).toHaveURL(/\/not-allowed/);
});
