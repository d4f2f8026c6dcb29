import { firmSettings } from "@/db/schema";
import type { MailServer } from "../mail/start-mail-server";
import { makeAction, makeLine, makeSaying } from "../office/make-line";
import type { RunningApp } from "../office/start-app";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";
import { callParameters, postAsTwilio } from "../twilio/twilio";
import { callMutation, listMutations } from "./call-mutation";
import { test as base, expect, type MadeStaff } from "./fixtures";
import { expectToLookWell } from "./looks";
import { tellOffice } from "./preview-callbacks";
import { plausibleFields } from "./preview-fields";
import { knownMutations } from "./security/mutations";

interface Deployed {
  mail: MailServer;
  app: RunningApp;
}

const test = base.extend<{ deployed: Deployed; isPreview: boolean }>({
  isPreview: [true, { option: true }],
  deployed: async ({ office, isPreview }, use) =>
    use({ mail: office.mail, app: await office.appOf(isPreview ? "preview" : "mailing") }),
});

test.describe.configure({ timeout: 120_000 });

// There is one firm: what callbacks and crons go by is left as it was.
test.afterEach(async ({ office }) => {
  await office.db.update(firmSettings).set({ textBack: null, keepsVoicemailsDays: null });
});

/** Where a mutation is sent: a page that asks little. Next.js hands it on to the page that it belongs to. */
const at = "/profile";

const writesOf = (requests: { method: string; path: string }[]): string[] =>
  requests.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);

test.describe("on a preview", () => {
  test("no mutation of the build sends anything out, whatever an owner asks for", async ({
    page,
    office,
    deployed,
    makeStaff,
    signIn,
  }) => {
    const { app, mail } = deployed;
    const origin = app.baseUrl;
    const all = listMutations();
    expect(all.length).toBeGreaterThan(50);
    office.twilio.takeRequests();
    let member: MadeStaff | null = null;
    for (const mutation of all) {
      // Some sign out or disable whoever they are about: everybody is new for each.
      const owner = await makeStaff("owner");
      member = await makeStaff("staff", "Mia Reed");
      await signIn(owner);
      const fields = await plausibleFields(office, mutation, { origin, ownerId: owner.id, member });
      await callMutation(page, { ...mutation, at: origin + at }, fields);
      const asked = office.twilio.takeRequests();
      expect(writesOf(asked), mutation.name).toEqual([]);
      // Reading is allowed: whatever does is known to, and has a row among the faults.
      const known = knownMutations.get(`${mutation.filename} ${mutation.name}`);
      if (asked.length > 0) expect(known?.asksTwilio, mutation.name).toBe(true);
      expect(mail.received, mutation.name).toEqual([]);
    }
    // What goes out once an answer has gone out has had the time to by now.
    await page.goto(origin);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(writesOf(office.twilio.takeRequests())).toEqual([]);
    expect(mail.received).toEqual([]);
  });

  // As long as the wait before a caller is texted.
  test("nothing that Twilio or a cron tells of sends anything out", { tag: "@deep" }, async ({
    office,
    deployed,
    makeStaff,
  }) => {
    const { app, mail } = deployed;
    office.twilio.takeRequests();
    const owner = await makeStaff("owner");
    const told = await tellOffice(office, app, owner.id);
    expect(told.crons).toEqual({
      nightly: { isReadOnly: true },
      notices: { sent: 0, failed: 0, isReadOnly: true },
    });
    // Each was about to go out, and was held back: two notices and the text to the caller.
    await expect.poll(told.failures, { timeout: 20_000 }).toHaveLength(2);
    for (const failure of await told.failures()) expect(failure).toContain("This is a preview");
    await expect.poll(() => app.output()).toContain("greeting.notDeletedAtTwilio");
    expect(writesOf(office.twilio.takeRequests())).toEqual([]);
    expect(mail.received).toEqual([]);
    for (const recording of Object.values(told.recordings)) {
      expect(office.twilio.hasRecording(recording)).toBe(true);
    }
  });

  test("a call that was let past the protection is let past it at every later step", async ({
    office,
    deployed,
  }) => {
    const { baseUrl } = deployed.app;
    const account = { ...office.account, baseUrl };
    const bypass = "x-vercel-protection-bypass=0123456789abcdef";
    const next = await makeSaying(office.db, "The next step.");
    const first = await makeAction(office.db, "go-to-action", { target: { actionId: next.id } });
    const line = await makeLine(office.db, { openActionId: first.id });
    const call = callParameters({ to: line.number });
    const answer = await postAsTwilio(account, `${baseUrl}/api/voice?${bypass}`, call);
    const [, step = ""] = /<Redirect>(.*?)<\/Redirect>/.exec(answer.body) ?? [];
    expect(step).toMatch(new RegExp(`^${baseUrl}/api/voice/go/.*\\?${bypass}$`));
    const later = await postAsTwilio(account, step, call);
    expect(later).toMatchObject({ status: 200, body: expect.stringContaining("The next step.") });
    expect((await postAsTwilio(account, `${baseUrl}/api/voice`, call)).body).not.toContain("bypass");
  });

  test("every page says what it is, and signing in stays on its own address", async ({
    page,
    office,
    deployed,
    makeStaff,
  }) => {
    const { baseUrl } = deployed.app;
    const banner = page.getByRole("complementary", { name: "Preview" });
    const line = await makeTwilioLine(office);
    const owner = await makeStaff("owner");
    await page.goto(`${baseUrl}/voicemails`);
    await expect(banner).toContainText("changes nothing at Twilio and sends no e-mails or texts");
    await page.getByLabel("E-mail address").fill(owner.email);
    await page.getByLabel("Password").fill(owner.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(`${baseUrl}/voicemails`);
    await expect(page.getByRole("heading", { name: "Voicemails", exact: true })).toBeVisible();
    await expect(banner).toBeVisible();

    const link = page.getByLabel("Link");
    await page.goto(`${baseUrl}/team/invite`);
    await page.getByLabel("E-mail address").fill(`${line.phoneNumberId}@example.com`);
    await page.getByRole("button", { name: "Invite" }).click();
    await expect(page.getByText("This is a preview, which sends no e-mails")).toBeVisible();
    await expect(link).toHaveValue(new RegExp(`^${baseUrl}/invite/`));

    await page.goto(`${baseUrl}/health`);
    await expect(
      page.getByRole("status").filter({ hasText: /Everything works|Does not work/ }),
    ).toBeVisible();
    await expect(page.getByRole("main")).toContainText("This is a preview, which sends no e-mails");
    await expectToLookWell(page);
    // next-auth too keeps to the address that was asked, behind a proxy as well.
    const callbackOf = async (headers: Record<string, string> = {}) => {
      const response = await page.request.get(`${baseUrl}/api/auth/providers`, { headers });
      return (await response.json()).credentials.callbackUrl;
    };
    // Next.js calls this machine localhost, whatever it was asked as.
    const own = baseUrl.replace("127.0.0.1", "localhost");
    expect(await callbackOf()).toBe(`${own}/api/auth/callback/credentials`);
    const proxied = { "x-forwarded-host": "branch.example.com", "x-forwarded-proto": "https" };
    expect(await callbackOf(proxied)).toBe("https://branch.example.com/api/auth/callback/credentials");
  });
});

test.describe("where writing is allowed", () => {
  test.use({ isPreview: false });

  test("the same fields reach Twilio and the mail server, and no page speaks of a preview", async ({
    page,
    office,
    deployed,
    makeStaff,
    signIn,
  }) => {
    const { app, mail } = deployed;
    const origin = app.baseUrl;
    const owner = await makeStaff("owner");
    await signIn(owner);
    const expected: Readonly<Record<string, RegExp>> = {
      makeConfiguration: /^POST .*IncomingPhoneNumbers\/PN/,
      saveConfiguration: /^POST .*IncomingPhoneNumbers\/PN/,
      deleteConfiguration: /^POST .*IncomingPhoneNumbers\/PN/,
      activateConfiguration: /^POST .*IncomingPhoneNumbers\/PN/,
      deactivateConfiguration: /^POST .*IncomingPhoneNumbers\/PN/,
      repairNumber: /^POST .*IncomingPhoneNumbers\/PN/,
      pointNumberAtPreview: /^POST .*IncomingPhoneNumbers\/PN/,
      takeNumberBack: /^POST .*IncomingPhoneNumbers\/PN/,
      letGo: /^POST .*IncomingPhoneNumbers\/PN/,
      releaseNumber: /^DELETE .*IncomingPhoneNumbers\/PN/,
      buyNumber: /^POST .*IncomingPhoneNumbers\.json/,
      callBack: /^POST .*Calls\.json/,
      ringToRecord: /^POST .*Calls\.json/,
      deleteVoicemail: /^DELETE .*Recordings\/RE/,
      deleteCaller: /^DELETE .*Recordings\/RE/,
    };
    const writers = listMutations().filter(({ name }) => name in expected);
    expect(writers.map(({ name }) => name).toSorted()).toEqual(Object.keys(expected).toSorted());
    for (const mutation of writers) {
      const fields = await plausibleFields(office, mutation, { origin, ownerId: owner.id, member: owner });
      office.twilio.takeRequests();
      await callMutation(page, { ...mutation, at: origin + at }, fields);
      expect(writesOf(office.twilio.takeRequests()), mutation.name).toEqual([
        expect.stringMatching(expected[mutation.name] ?? /never/),
      ]);
    }
    const mailing = /^(inviteStaff|resendInvitation|askForPasswordLink)$/;
    expect(listMutations().filter(({ name }) => mailing.test(name))).toHaveLength(3);
    for (const mutation of listMutations().filter(({ name }) => mailing.test(name))) {
      const before = mail.received.length;
      const fields = await plausibleFields(office, mutation, { origin, ownerId: owner.id, member: owner });
      await callMutation(page, { ...mutation, at: origin + at }, fields);
      // A link for a new password goes out once the answer has.
      await expect.poll(() => mail.received.length, mutation.name).toBe(before + 1);
    }
    await page.goto(origin);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("complementary", { name: "Preview" })).toHaveCount(0);
  });

  test("the same callbacks and crons send texts and e-mails, and delete recordings", {
    tag: "@deep",
  }, async ({ office, deployed, makeStaff }) => {
    const { app, mail } = deployed;
    const owner = await makeStaff("owner");
    const told = await tellOffice(office, app, owner.id);
    expect(told.crons.nightly).toMatchObject({ voicemails: 1, failed: 0 });
    await mail.next(told.email);
    await expect.poll(told.failures, { timeout: 20_000 }).toEqual([null, null, null]);
    for (const mobile of Object.values(told.mobiles)) {
      expect(office.twilio.textsTo(mobile)).toHaveLength(1);
    }
    for (const recording of Object.values(told.recordings)) {
      await expect.poll(() => office.twilio.hasRecording(recording)).toBe(false);
    }
  });
});
