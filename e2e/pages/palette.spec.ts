import { randomUUID } from "node:crypto";
import { makeLine, makePerson } from "../office/make-line";
import { makeVoicemail } from "../office/make-voicemail";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

test("Ctrl K finds a number by its digits and goes there", async ({ page, office, signedInAs }) => {
  await signedInAs("manager");
  await page.goto("/");
  const line = await makeLine(office.db);
  await page.keyboard.press("Control+k");
  const search = page.getByRole("searchbox", { name: /Search pages/ });
  await expect(search).toBeFocused();
  await search.fill(`${line.number.slice(2, 5)}-${line.number.slice(5)}`);
  const option = page.getByRole("option", { name: line.name });
  await expect(option).toBeVisible();
  await expectToLookWell(page);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/phone-numbers/${line.phoneNumberId}`);
  await expect(search).toBeHidden();
});

test("it asks before what was typed is lost, as a link does", async ({ page, signedInAs }) => {
  await signedInAs("manager");
  await page.goto("/people/new");
  await page.getByLabel("Name").fill("Zelda");
  const asked: string[] = [];
  const jump = async (answer: "stays" | "leaves") => {
    page.once("dialog", async (dialog) => {
      asked.push(dialog.message());
      await (answer === "leaves" ? dialog.accept() : dialog.dismiss());
    });
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox", { name: /Search pages/ }).fill("Schedules");
    await expect(page.getByRole("option", { name: /^Schedules/ })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  };
  await jump("stays");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByLabel("Name")).toHaveValue("Zelda");
  await expect(page).toHaveURL("/people/new");
  await jump("leaves");
  await expect(page).toHaveURL("/schedules");
  expect(asked).toEqual([expect.stringContaining("not saved yet"), expect.stringContaining("not saved yet")]);
});

test("Escape closes it, and the keyboard is back where it was", async ({ page, signedInAs }) => {
  await signedInAs("staff");
  await page.goto("/");
  const button = page.getByRole("button", { name: "Find anything" }).first();
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("searchbox", { name: /Search pages/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("on a phone there is a button for it", async ({ page, office, signedInAs }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signedInAs("staff");
  await page.goto("/");
  const person = await makePerson(office.db, `Zelda ${randomUUID().slice(0, 8)}`);
  await page.getByRole("button", { name: "Find anything" }).click();
  await page.getByRole("searchbox", { name: /Search pages/ }).fill(person.name);
  await page.getByRole("option", { name: person.name }).click();
  await expect(page).toHaveURL(`/people/${person.id}`);
});

test("it offers nobody what they may not open", async ({ page, office, signedInAs }) => {
  await signedInAs("staff");
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option", { name: "People", exact: false }).first()).toBeVisible();
  await expect(page.getByRole("option", { name: /^(Team|Settings|New )/ })).toHaveCount(0);
  const found = await page.request.get("/find?q=example.com");
  expect(
    (await found.json()).filter(({ about }: { about: string }) => /^(Team|Invitation)/.test(about)),
  ).toEqual([]);
  const voicemail = await makeVoicemail(office.db);
  for (const [sid, place] of [
    [voicemail.callSid, `/calls/${voicemail.callSid}`],
    [voicemail.recordingSid, `/voicemails/${voicemail.id}`],
  ]) {
    const [one, ...others] = await (await page.request.get(`/find?q=${sid}`)).json();
    expect(one).toMatchObject({ href: place, about: expect.stringMatching(/^(Call|Voicemail), \w/) });
    expect(others).toEqual([]);
  }
});

test("a stranger finds nothing", async ({ playwright, baseURL }) => {
  const stranger = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  expect((await stranger.get("/find?q=a")).status()).toBe(401);
  await stranger.dispose();
});

test("a search that fails says so", async ({ page, office, signedInAs, expectComplaint }) => {
  expectComplaint(/500|Internal Server Error/);
  await signedInAs("staff");
  await page.goto("/");
  office.database.setFault("down");
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox", { name: /Search pages/ }).fill("zzzz");
  await expect(page.getByText("The search does not answer just now.")).toBeVisible();
});
