import { setupCode } from "@/lib/auth/setup-code";
import { anyNumber } from "../office/make-line";
import { authSecret } from "../office/start-office";
import { startOwnFirm } from "../office/start-own-firm";
import { callParameters } from "../twilio/twilio";
import { expect, test } from "./fixtures";

test("from the first run to a call that is answered, and to one that hears that the office is closed", async ({
  page,
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
  const save = () => page.getByRole("button", { name: "Save", exact: true }).click();

  await test.step("the first owner", async () => {
    await page.goto(baseUrl);
    await page.getByLabel("Setup code").fill(setupCode({ AUTH_SECRET: authSecret }));
    await page.getByLabel("Name of your firm").fill("Alder & Finch");
    await page.getByLabel("Your name").fill("Olive Alder");
    await page.getByLabel("Your e-mail address").fill("olive@example.com");
    await page.getByLabel("Password", { exact: true }).fill("walnut bridge copper violin");
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
  });

  await test.step("the numbers at Twilio", async () => {
    await page.getByRole("link", { name: "Phone numbers" }).click();
    await page.getByRole("button", { name: "Synchronise" }).click();
    await expect(page.getByRole("link", { name: "Front desk" })).toBeVisible();
    expect(await call()).toContain("<Reject");
  });

  await test.step("the hours", async () => {
    await page.goto(`${baseUrl}/schedules/new`);
    await page.getByLabel("Name", { exact: true }).fill("Always there");
    await page.getByRole("button", { name: "Whole day on Monday" }).click();
    await page.getByRole("button", { name: "Copy Monday to all days" }).click();
    await save();
    await expect(page.getByRole("heading", { level: 1, name: "Always there" })).toBeVisible();
  });

  for (const [name, text] of [
    ["Welcome", "Welcome to Alder & Finch."],
    ["Come back", "We are closed today."],
  ] as const) {
    await test.step(`the action “${name}”`, async () => {
      await page.goto(`${baseUrl}/actions/new`);
      await page.getByRole("link", { name: "Say something", exact: true }).click();
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByLabel("What to say").fill(text);
      await save();
      await expect(page.getByText(`“${name}” is saved.`)).toBeVisible();
    });
  }

  await test.step("the configuration, which points the number here", async () => {
    await page.goto(`${baseUrl}/configurations/new`);
    await page.getByLabel("Phone number").selectOption({ index: 1 });
    await page.getByLabel("Schedule", { exact: true }).selectOption({ label: "Always there" });
    await page.getByLabel("Action while open").selectOption({ label: "Welcome" });
    await page.getByLabel("Action while closed").selectOption({ label: "Come back" });
    await page.getByLabel("Name", { exact: true }).fill("Every day");
    await page.getByLabel("Answer calls with it as soon as it is saved").check();
    await save();
    await expect(page.getByText(/“Every day” is saved.*At Twilio the number now points/)).toBeVisible();
    expect(office.twilio.settingsOf(work.sid)).toMatchObject({
      voiceUrl: `${baseUrl}/api/voice`,
      voiceFallbackUrl: `${baseUrl}/api/voice/fallback`,
      statusCallback: `${baseUrl}/api/voice/status`,
    });
    expect(await call()).toContain("Welcome to Alder &amp; Finch.");
  });

  await test.step("closed now, and the next call hears it", async () => {
    await page.goto(baseUrl);
    await page.getByRole("button", { name: /^Close now/ }).click();
    await page.getByRole("button", { name: /^The rest of today/ }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    expect(await call()).toContain("We are closed today.");
  });
  await page.goto("about:blank");
  await firm.close();
});
