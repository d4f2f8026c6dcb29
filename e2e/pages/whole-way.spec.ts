import type { Page } from "@playwright/test";
import { setupCode } from "@/lib/auth/setup-code";
import { anyNumber } from "../office/make-line";
import { authSecret } from "../office/start-office";
import { startOwnFirm } from "../office/start-own-firm";
import { callParameters } from "../twilio/twilio";
import { waitUntilAlive } from "./alive";
import { choose } from "./choose";
import { expect, test } from "./fixtures";

const password = "walnut bridge copper violin";

test("an owner begins, a manager sets up what callers hear, and staff close the office", async ({
  page,
  browser,
  address,
  office,
}) => {
  test.setTimeout(120_000);
  const firm = await startOwnFirm(office);
  const { baseUrl } = firm.app;
  const work = office.twilio.addNumber({
    friendlyName: "Front desk",
    voiceUrl: "https://old.example/answer",
  });
  const call = async () =>
    (await office.post(`${baseUrl}/api/voice`, callParameters({ from: anyNumber(), to: work.number }))).body;

  await test.step("the first owner", async () => {
    await page.goto(baseUrl);
    await page.getByLabel("Setup code").fill(setupCode({ AUTH_SECRET: authSecret }));
    await page.getByLabel("Name of your firm").fill("Alder & Finch");
    await page.getByLabel("Your name").fill("Olive Alder");
    await page.getByLabel("Your e-mail address").fill("olive@example.com");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
  });

  await test.step("the numbers at Twilio", async () => {
    await page.getByRole("link", { name: "Phone numbers", exact: true }).click();
    await page.getByRole("button", { name: "Synchronise" }).click();
    await expect(page.getByRole("link", { name: "Front desk" })).toBeVisible();
    expect(await call()).toContain("<Reject");
  });

  /** Invites somebody, who joins in a browser of their own. */
  const join = async (role: "Manager" | "Staff", name: string): Promise<Page> => {
    await page.goto(`${baseUrl}/team/invite`);
    await page.getByLabel("E-mail address").fill(`${role.toLowerCase()}@example.com`);
    await page.getByLabel(role, { exact: true }).check();
    await page.getByRole("button", { name: "Invite" }).click();
    const link = await page.getByLabel("Link").inputValue();
    const context = await browser.newContext({ extraHTTPHeaders: { "x-forwarded-for": address } });
    const theirs = await context.newPage();
    waitUntilAlive(theirs);
    await theirs.goto(link);
    await theirs.getByLabel("Your name").fill(name);
    await theirs.getByLabel("Choose a password").fill(password);
    await theirs.getByRole("button", { name: "Join" }).click();
    await expect(theirs.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
    return theirs;
  };
  const manager = await test.step("a manager joins", () => join("Manager", "Ben Finch"));
  const save = () => manager.getByRole("button", { name: "Save", exact: true }).click();

  await test.step("the hours", async () => {
    await manager.goto(`${baseUrl}/schedules/new`);
    await manager.getByLabel("Name", { exact: true }).fill("Always there");
    await manager.getByRole("button", { name: "Whole day on Monday" }).click();
    await manager.getByRole("button", { name: "Copy Monday to all days" }).click();
    await save();
    await expect(manager.getByRole("heading", { level: 1, name: "Always there" })).toBeVisible();
  });

  for (const [name, text] of [
    ["Welcome", "Welcome to Alder & Finch."],
    ["Come back", "We are closed today."],
  ] as const) {
    await test.step(`the action “${name}”`, async () => {
      await manager.goto(`${baseUrl}/actions/new`);
      await manager.getByRole("link", { name: "Say something", exact: true }).click();
      await manager.getByLabel("Name", { exact: true }).fill(name);
      await manager.getByLabel("What to say").fill(text);
      await save();
      await expect(manager.getByText(`“${name}” is saved.`)).toBeVisible();
    });
  }

  await test.step("the configuration, which points the number here", async () => {
    await manager.goto(`${baseUrl}/configurations/new`);
    await choose(manager, "Phone number", "Front desk");
    await manager.getByLabel("Schedule", { exact: true }).selectOption({ label: "Always there" });
    await manager.getByLabel("Action while open").selectOption({ label: "Welcome" });
    await manager.getByLabel("Action while closed").selectOption({ label: "Come back" });
    await manager.getByLabel("Name", { exact: true }).fill("Every day");
    await manager.getByLabel("Answer calls with it as soon as it is saved").check();
    await save();
    await expect(manager.getByText(/“Every day” is saved.*At Twilio the number now points/)).toBeVisible();
    expect(office.twilio.settingsOf(work.sid)).toMatchObject({
      voiceUrl: `${baseUrl}/api/voice`,
      voiceFallbackUrl: `${baseUrl}/api/voice/fallback`,
      statusCallback: `${baseUrl}/api/voice/status`,
    });
    expect(await call()).toContain("Welcome to Alder &amp; Finch.");
    // The team is the owner's.
    await manager.goto(`${baseUrl}/team/invite`);
    await expect(manager).toHaveURL(/not-allowed/);
  });

  await test.step("staff close for now, and the next call hears it", async () => {
    const staff = await join("Staff", "Cleo Marsh");
    await staff.getByRole("button", { name: /^Close now/ }).click();
    await staff.getByRole("button", { name: /^The rest of today/ }).click();
    await expect(staff.getByRole("dialog")).toBeHidden();
    expect(await call()).toContain("We are closed today.");
    await staff.goto(`${baseUrl}/configurations/new`);
    await expect(staff).toHaveURL(/not-allowed/);
    await staff.context().close();
  });
  await manager.context().close();
  await page.goto("about:blank");
  await firm.close();
});
