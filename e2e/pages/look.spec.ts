import { makeAction, makeLine, makePerson } from "../office/make-line";
import { makeVoicemail } from "../office/make-voicemail";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

const longName = `Sam ${"Featherstonehaugh".repeat(3)} the Younger`;

test("what every page shares passes axe and fits in every look", async ({
  page,
  makeStaff,
  signIn,
  office,
  expectComplaint,
}) => {
  expectComplaint(/status of 404/);
  const line = await makeLine(office.db);
  await makeVoicemail(office.db, { to: line.number, from: "anonymous" });
  await page.goto("/sign-in");
  await expectToLookWell(page);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("Password")).toHaveAttribute("aria-invalid");
  await expectToLookWell(page);
  const staff = await makeStaff("staff", longName);
  await signIn(staff);
  await page.goto("/voicemails");
  await expect(page.getByRole("button", { name: /Mark as heard/ }).first()).toBeVisible();
  await expectToLookWell(page);
  await page.getByRole("button", { name: `Menu of ${staff.name}` }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectToLookWell(page);
  await page.goto("/not-allowed?needs=owner");
  await expect(page.getByRole("heading", { name: "This needs another role" })).toBeVisible();
  await expectToLookWell(page);
  await page.goto("/nothing-here");
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await expectToLookWell(page);
});

/** `every-page.spec.ts` looks at all that there are, from all sides, in `npm run test:deep`. */
test("the pages that are used most pass axe and fit by day and on a phone by night", async ({
  page,
  office,
  signedInAs,
  expectComplaint,
}) => {
  expectComplaint(/status of 404/);
  const person = await makePerson(office.db, longName, { awayUntil: new Date("2100-01-01") });
  const action = await makeAction(office.db, "ring-one", { people: { people: [{ personId: person.id }] } });
  const line = await makeLine(office.db, { openActionId: action.id });
  await signedInAs("manager");
  for (const path of [
    "/",
    `/schedules/${line.scheduleId}`,
    `/configurations/${line.configurationId}`,
    `/actions/${action.id}`,
    "/calls",
    // Nobody: said within the shell.
    `/people/${line.phoneNumberId}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectToLookWell(page);
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test("the navigation is behind a button, and closes behind whoever follows a link", async ({
    page,
    signedInAs,
  }) => {
    await signedInAs("staff");
    await page.goto("/");
    await expect(page.getByRole("link", { name: "Voicemails", exact: true })).toBeHidden();
    await page.getByRole("button", { name: "Open the navigation" }).click();
    const drawer = page.getByRole("dialog", { name: "Navigation" });
    await expect(drawer.getByRole("link", { name: "Today" })).toHaveAttribute("aria-current", "page");
    await expectToLookWell(page);
    await drawer.getByRole("link", { name: "Voicemails", exact: true }).click();
    await expect(drawer).toBeHidden();
    await expect(page.getByRole("heading", { name: "Voicemails", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Open the navigation" }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Open the navigation" })).toBeFocused();
  });
});

test("the first stop of the keyboard skips the navigation", async ({ page, signedInAs }) => {
  await signedInAs("staff");
  await page.goto("/voicemails");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("a chosen theme is there from the first moment of the next page, and follows the system again when asked", async ({
  page,
  signedInAs,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await signedInAs("staff");
  await page.goto("/");
  const expectTheme = (theme: string) => expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  const choose = async (name: string) => {
    await page.getByRole("button", { name: /^Menu of/ }).click();
    await page.getByRole("menuitemradio", { name }).click();
  };
  await expectTheme("light");
  await choose("Dark");
  await expectTheme("dark");
  // The page's own scripts are held back: what is left is what was drawn first.
  await page.route(/\/_next\/static\/.*\.js/, () => {});
  await page.goto("/voicemails", { waitUntil: "commit" });
  await expect(page.getByRole("banner").first()).toBeVisible();
  await expectTheme("dark");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.reload();
  await choose("System");
  await expectTheme("light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expectTheme("dark");
});

test("pages run no script without the nonce of their policy, and Twilio's URLs have none", async ({
  request,
}) => {
  const policies: string[] = [];
  for (const path of ["/sign-in", "/sign-in", "/nothing-here"]) {
    const answer = await request.get(path);
    const policy = answer.headers()["content-security-policy"] ?? "";
    const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1];
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("eval");
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    policies.push(policy);
  }
  expect(new Set(policies).size).toBe(policies.length);
  const voice = await request.post("/api/voice", { form: { CallSid: "CA0" } });
  expect(voice.status()).toBe(403);
  expect(voice.headers()["content-security-policy"]).toBeUndefined();
});

test("the app can be installed", async ({ page, request }) => {
  await page.goto("/sign-in");
  const href = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await request.get(href ?? "")).json();
  expect(manifest.name).toBe("Switchboard");
  for (const { src } of manifest.icons) expect((await request.get(src)).status()).toBe(200);
});
