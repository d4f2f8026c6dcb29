import { activity, firmSettings, staffUsers } from "@/db/schema";
import { setupCode } from "@/lib/auth/setup-code";
import { authSecret } from "../office/start-office";
import { type OwnFirm, startOwnFirm } from "../office/start-own-firm";
import { callMutation } from "./call-mutation";
import { test as base, expect } from "./fixtures";
import { expectToLookWell } from "./looks";
import { faultsOfPage } from "./security/faults-of-page";

const test = base.extend<{ firm: OwnFirm }>({
  firm: async ({ office }, use) => {
    const firm = await startOwnFirm(office);
    await use(firm);
    await firm.close();
  },
});
// A database of one's own takes a few seconds to make.
test.describe.configure({ timeout: 60_000 });

const AUTH_SECRET = authSecret;
const code = setupCode({ AUTH_SECRET });
const makeFirstOwner = { name: "makeFirstOwner", filename: "app/setup/mutations.ts" };
const password = "walnut bridge copper violin";
const fields = (email: string) => ({
  code,
  firmName: "Alder & Finch",
  name: "Olive Alder",
  email,
  newPassword: password,
});

test("the first one makes themselves the owner with the code that was printed, and nobody after them", async ({
  page,
  firm,
}) => {
  const { baseUrl } = firm.app;
  await expect
    .poll(() => firm.app.output())
    .toContain(`No owner yet: open ${baseUrl}/setup with the code ${code}`);
  await page.goto(`${baseUrl}/voicemails`);
  await expect(page).toHaveURL(`${baseUrl}/setup`);
  // It is there for nobody later, so its policy and its headers are looked at here.
  const first = await page.request.get(`${baseUrl}/setup`);
  expect(first.status()).toBe(200);
  expect(faultsOfPage(first, await first.text())).toEqual([]);
  await expectToLookWell(page);

  await page.getByLabel("Setup code").fill("AAAAA-BBBBB-CCCCC-DDDDD");
  await page.getByLabel("Name of your firm").fill("Alder & Finch");
  await page.getByLabel("Your name").fill("Olive Alder");
  await page.getByLabel("Your e-mail address").fill("Olive@Example.com");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByLabel("Setup code")).toHaveAccessibleDescription(/not the setup code/);
  await expect(page.getByLabel("Setup code")).toBeFocused();
  await expect(page.getByLabel("Your e-mail address")).toHaveValue("Olive@Example.com");
  expect(await firm.db.$count(staffUsers)).toBe(0);

  await page.getByLabel("Setup code").fill(code.toLowerCase().replaceAll("-", " "));
  await page.getByLabel("Password", { exact: true }).fill("Olive Alder 2026");
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    /too much like your name/,
  );
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
  // There is no number yet: it says where to get one.
  await expect(page.getByRole("link", { name: "Add phone numbers" })).toHaveAttribute(
    "href",
    "/phone-numbers",
  );

  const [owner, ...others] = await firm.db.select().from(staffUsers);
  expect(owner).toMatchObject({ email: "olive@example.com", name: "Olive Alder", role: "owner" });
  expect(others).toEqual([]);
  expect((await firm.db.select().from(firmSettings))[0]?.name).toBe("Alder & Finch");
  expect((await firm.db.select().from(activity))[0]).toMatchObject({
    verb: "makeFirstOwner",
    byName: "Olive Alder",
  });

  await page.context().clearCookies();
  await page.goto(`${baseUrl}/setup`);
  await expect(page).toHaveURL(`${baseUrl}/sign-in`);
  const answer = await callMutation(
    page,
    { ...makeFirstOwner, at: `${baseUrl}/sign-in` },
    fields("late@example.com"),
  );
  expect(await answer.text()).toContain("There is an owner already");
  expect(await firm.db.$count(staffUsers)).toBe(1);
});

test("of those who are first at the same time, one is", async ({ page, firm }) => {
  const at = `${firm.app.baseUrl}/setup`;
  const answers = await Promise.all(
    ["one", "two", "three"].map((name) =>
      callMutation(page, { ...makeFirstOwner, at }, fields(`${name}@example.com`)),
    ),
  );
  const entered = answers.filter((answer) => answer.headers()["x-action-redirect"]?.startsWith("/;"));
  expect(entered).toHaveLength(1);
  expect(await firm.db.select({ role: staffUsers.role }).from(staffUsers)).toEqual([{ role: "owner" }]);
});

test("whoever guesses at the code is slowed down, and nobody else", async ({ page, firm, playwright }) => {
  const at = `${firm.app.baseUrl}/setup`;
  const guess = async () =>
    (
      await callMutation(page, { ...makeFirstOwner, at }, { ...fields("a@example.com"), code: "wrong" })
    ).text();
  for (let count = 0; count < 4; count++) expect(await guess()).toContain("This is not the setup code.");
  expect(await guess()).toContain("Too many tries.");
  const right = await callMutation(page, { ...makeFirstOwner, at }, fields("a@example.com"));
  expect(await right.text()).toContain("Too many tries.");
  expect(await firm.db.$count(staffUsers)).toBe(0);

  const elsewhere = await playwright.request.newContext({
    extraHTTPHeaders: { "x-forwarded-for": "198.51.100.77" },
  });
  await callMutation({ request: elsewhere }, { ...makeFirstOwner, at }, fields("a@example.com"));
  await elsewhere.dispose();
  expect(await firm.db.$count(staffUsers)).toBe(1);
});

test("a code that is set is not printed, and is the one that counts", async ({ page, office }) => {
  const firm = await startOwnFirm(office, { SETUP_CODE: "quiet-marble-lantern" });
  const at = `${firm.app.baseUrl}/setup`;
  await page.goto(at);
  await expect(page.getByLabel("Setup code")).toHaveAccessibleDescription(/under SETUP_CODE/);
  expect(firm.app.output()).not.toContain("No owner yet");
  const answer = await callMutation(page, { ...makeFirstOwner, at }, fields("a@example.com"));
  expect(await answer.text()).toContain("This is not the setup code.");
  await callMutation(
    page,
    { ...makeFirstOwner, at },
    { ...fields("a@example.com"), code: "quiet marble lantern" },
  );
  expect(await firm.db.$count(staffUsers)).toBe(1);
  await firm.close();
});
