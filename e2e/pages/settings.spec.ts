import { eq } from "drizzle-orm";
import { activity, firmSettings } from "@/db/schema";
import { makeLine } from "../office/make-line";
import { fallbackNumber } from "../office/start-office";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";

const filename = "app/(office)/settings/mutations.ts";

// There is one firm: these tests take turns, and leave it as it was.
test.describe.configure({ mode: "serial" });
const firm = {
  name: "Our office",
  country: "US",
  timeZone: "America/New_York",
  voice: "Polly.Joanna-Neural",
  language: "en-US",
  fallbackNumber: null,
};
test.afterEach(async ({ office }) => {
  await office.db.update(firmSettings).set(firm);
});

test("a manager changes the settings, and the next call speaks with the new voice", async ({
  page,
  office,
  signedInAs,
}) => {
  const { id: staffUserId } = await signedInAs("manager");
  const line = await makeLine(office.db);
  expect((await office.call({ to: line.number })).body).toContain('voice="Polly.Joanna-Neural"');

  await page.goto("/settings");
  await page.getByLabel("Name of the firm").fill("Alder & Finch");
  await page.getByLabel("Country").selectOption({ label: "United Kingdom" });
  await page.getByRole("combobox", { name: "Time zone" }).fill("london");
  await page.getByRole("option", { name: "London" }).click();
  await page.getByLabel("Language").selectOption({ label: "English (United Kingdom)" });
  await page.getByLabel("Voice", { exact: true }).selectOption({ label: "Amy, neural" });
  await page.getByRole("button", { name: "Hear it" }).click();
  await expect(page.getByText(/This browser has no voice|Spoken by your browser/)).toBeVisible();
  await page.getByLabel("Fallback number").fill("020 7946 0123");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
  await expect(page.getByLabel("Fallback number")).toHaveValue(/^\+44\s20\s7946\s0123$/);
  await expect(page.getByRole("combobox", { name: "Time zone" })).toHaveValue("London");
  await expect(page.getByLabel("Voice", { exact: true })).toHaveValue("Polly.Amy-Neural");

  const [saved] = await office.db.select().from(firmSettings);
  expect(saved).toMatchObject({
    name: "Alder & Finch",
    country: "GB",
    timeZone: "Europe/London",
    voice: "Polly.Amy-Neural",
    language: "en-GB",
    fallbackNumber: "+442079460123",
  });
  expect((await office.call({ to: line.number })).body).toContain(
    'voice="Polly.Amy-Neural" language="en-GB"',
  );

  // A second save from the same page is not taken for somebody else's.
  await page.getByLabel("Name of the firm").fill("Alder, Finch & Co.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect
    .poll(async () => (await office.db.select().from(firmSettings))[0]?.name)
    .toBe("Alder, Finch & Co.");
  await page.reload();
  await expect(page.getByLabel("Name of the firm")).toHaveValue("Alder, Finch & Co.");

  const changes = await office.db
    .select()
    .from(activity)
    .where(eq(activity.staffUserId, staffUserId))
    .orderBy(activity.id);
  expect(changes.map(({ before, after }) => [before, after])).toEqual([
    [
      expect.objectContaining({ "Time zone": "New York", Voice: "Joanna, neural", "Fallback number": "" }),
      expect.objectContaining({ "Time zone": "London", Voice: "Amy, neural", Country: "United Kingdom" }),
    ],
    [{ "Name of the firm": "Alder & Finch" }, { "Name of the firm": "Alder, Finch & Co." }],
  ]);
});

test("the page says which number is rung while there is none here", async ({ page, signedInAs }) => {
  await signedInAs("manager");
  await page.goto("/settings");
  await expect(page.getByLabel("Fallback number")).toHaveAccessibleDescription(
    new RegExp(`${fallbackNumber.slice(-4)} is rung, which is FALLBACK_PHONE_NUMBER`),
  );
});

test("what is wrong is said beside its field, and nothing typed is lost", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const line = await makeLine(office.db);
  await page.goto("/settings");
  const fallback = page.getByLabel("Fallback number");
  await page.getByLabel("Language").selectOption({ label: "French (France)" });
  const voice = await page.getByLabel("Voice", { exact: true }).inputValue();
  for (const [typed, fault] of [
    ["Mr Smith", /Enter a phone number/],
    [line.number, new RegExp(`your own line “${line.name}”`)],
  ] as const) {
    await fallback.fill(typed);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(fallback).toHaveAccessibleDescription(fault);
    await expect(fallback).toBeFocused();
    await expect(fallback).toHaveValue(typed);
    await expect(page.getByLabel("Language")).toHaveValue("fr-FR");
    await expect(page.getByLabel("Voice", { exact: true })).toHaveValue(voice);
    await expect(page.getByRole("combobox", { name: "Time zone" })).toHaveValue("New York");
  }
  await page.getByLabel("Name of the firm").fill(" ");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Name of the firm")).toHaveAccessibleDescription(/Enter the name/);
  expect((await office.db.select().from(firmSettings))[0]).toMatchObject(firm);
});

test("two people changing the settings are told, and neither loses work", async ({
  page,
  office,
  pageOf,
  signedInAs,
}) => {
  await signedInAs("manager");
  await page.goto("/settings");
  await page.getByLabel("Name of the firm").fill("Mine");
  const theirs = await pageOf("owner", "Ben Finch");
  await theirs.goto("/settings");
  await theirs.getByLabel("Name of the firm").fill("Theirs");
  await theirs.getByRole("button", { name: "Save", exact: true }).click();
  await expect(theirs.getByText("The settings are saved.")).toBeVisible();

  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Ben Finch saved this" })).toBeVisible();
  await expect(page.getByLabel("Name of the firm")).toHaveValue("Mine");
  expect((await office.db.select().from(firmSettings))[0]?.name).toBe("Theirs");
  await page.getByRole("button", { name: "Save over it" }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
  expect((await office.db.select().from(firmSettings))[0]?.name).toBe("Mine");
});

test("staff may not see the settings, nor change them, whatever they send", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  await page.goto("/settings");
  await expect(page).toHaveURL(/not-allowed/);
  const [before] = await office.db.select().from(firmSettings);
  const fields = { ...firm, fallbackNumber: "", name: "Changed", version: String(before?.version) };
  const answer = await callMutation(page, { name: "saveSettings", filename, at: "/people" }, fields);
  expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/not-allowed");
  expect((await office.db.select().from(firmSettings))[0]).toEqual(before);
});
