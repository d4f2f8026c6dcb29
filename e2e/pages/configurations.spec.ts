import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { activity, configurations, phoneNumbers, schedules, staffUsers } from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import { anyNumber, makeLine, makeSaying } from "../office/make-line";
import { type Office, startOffice } from "../office/start-office";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";
import { callMutation } from "./call-mutation";
import { choose } from "./choose";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

const filename = "app/(office)/configurations/mutations.ts";

const rowOf = async ({ db }: Pick<Office, "db">, id: string) => {
  const [row] = await db.select().from(configurations).where(eq(configurations.id, id));
  if (!row) throw new Error(`There is no configuration ${id}.`);
  return row;
};

/** Another one that is prepared for the same number. */
async function prepare(
  office: Pick<Office, "db">,
  configurationId: string,
  message: string,
): Promise<{ id: string; name: string }> {
  const other = { id: randomUUID(), name: `Prepared ${randomUUID().slice(0, 8)}` };
  const action = await makeSaying(office.db, message);
  await office.db.insert(configurations).values({
    ...(await rowOf(office, configurationId)),
    ...other,
    openActionId: action.id,
    isActive: false,
  });
  return other;
}

async function search(page: Page, text: string) {
  await page.goto("/configurations");
  await page.getByRole("searchbox").fill(text);
  await page.getByRole("search").getByRole("button").click();
}

test("a manager sets a number up, changes what callers hear, and takes it away again", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const model = await makeLine(office.db);
  const [schedule] = await office.db.select().from(schedules).where(eq(schedules.id, model.scheduleId));
  const [morning, evening] = [
    await makeSaying(office.db, "Good morning."),
    await makeSaying(office.db, "Good evening."),
  ];
  const number = anyNumber();
  const [made] = await office.db
    .insert(phoneNumbers)
    .values({ number, friendlyName: `Studio ${randomUUID().slice(0, 8)}` })
    .returning();
  const name = `Weekdays ${randomUUID().slice(0, 8)}`;
  expect((await office.call({ to: number })).body).toContain("<Reject");

  await page.goto(`/configurations/new?number=${made?.id}`);
  await choose(page, "Schedule", schedule?.name ?? "");
  await choose(page, "Action while open", morning.name);
  await choose(page, "Action while closed", evening.name);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Answer calls with it as soon as it is saved").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`“${name}” is saved, and answers from now on.`)).toBeVisible();
  expect((await office.call({ to: number })).body).toContain("Good morning.");

  await search(page, number.slice(-7));
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("Active");
  await row.getByRole("link", { name }).click();
  await expect(page.getByText(`“${morning.name}”. Always open`)).toBeVisible();
  await choose(page, "Action while open", evening.name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`“${name}” is saved.`)).toBeVisible();
  expect((await office.call({ to: number })).body).toContain("Good evening.");

  await search(page, name);
  await page.getByRole("link", { name }).click();
  await page.getByRole("link", { name: "Delete" }).click();
  await expect(page.getByText("Switchboard turns away whoever calls")).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`“${name}” is deleted.`)).toBeVisible();
  expect((await office.call({ to: number })).body).toContain("<Reject");

  const changes = await office.db
    .select()
    .from(activity)
    .where(eq(activity.subjectName, name))
    .orderBy(activity.id);
  expect(
    changes.map(({ verb, before, after }) => [verb, before?.["While open"], after?.["While open"]]),
  ).toEqual([
    ["makeConfiguration", undefined, morning.name],
    ["saveConfiguration", morning.name, evening.name],
    ["deleteConfiguration", evening.name, undefined],
  ]);
});

test("whoever has changed something is asked before it is lost, by a link or by another form", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const line = await makeLine(office.db);
  const other = await prepare(office, line.configurationId, "We are at the fair.");
  await page.goto(`/configurations/${line.configurationId}`);
  const questions: string[] = [];
  let isLeaving = false;
  page.on("dialog", async (dialog) => {
    questions.push(dialog.message());
    await (isLeaving ? dialog.accept() : dialog.dismiss());
  });
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("Not saved yet");
  await page.getByRole("button", { name: `Switch to this: ${other.name}` }).click();
  await page.getByRole("link", { name: "Schedules", exact: true }).click();
  expect(questions).toHaveLength(2);
  expect(questions[0]).toContain("not saved yet");
  await expect(name).toHaveValue("Not saved yet");
  expect(await rowOf(office, other.id)).toMatchObject({ isActive: false });
  isLeaving = true;
  await page.getByRole("link", { name: "Schedules", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Schedules" })).toBeVisible();
  // Where nothing was typed there is nothing to lose, even after a refusal.
  isLeaving = false;
  await page.goto("/people/new");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("link", { name: "Schedules", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Schedules" })).toBeVisible();
  expect(questions).toHaveLength(3);
});

test("one click switches a number to another configuration, and no call finds none in between", async ({
  page,
  office,
  signedInAs,
}) => {
  const { name: staffName } = await signedInAs("manager");
  const line = await makeLine(office.db);
  const other = await prepare(office, line.configurationId, "We are at the fair.");
  const { name } = await rowOf(office, line.configurationId);
  await search(page, line.name);

  const heard: string[] = [];
  let isSwitching = true;
  const calls = (async () => {
    while (isSwitching) heard.push((await office.call({ to: line.number })).body);
  })();
  await expect.poll(() => heard.length).toBeGreaterThan(2);
  await page.getByRole("button", { name: `Switch to this: ${other.name}` }).click();
  await expect(page.getByText(`answered with “${other.name}” from now on.`)).toBeVisible();
  const heardUntilThen = heard.length;
  await expect.poll(() => heard.length).toBeGreaterThan(heardUntilThen + 2);
  isSwitching = false;
  await calls;

  expect(heard[0]).toContain("We are open.");
  expect(heard.at(-1)).toContain("We are at the fair.");
  expect(heard.filter((body) => body.includes("<Reject"))).toEqual([]);
  // The list is as it was searched, and the way back is as short.
  await expect(page.getByRole("row").filter({ hasText: other.name })).toContainText("Active");
  await page.getByRole("button", { name: `Switch to this: ${name}` }).click();
  await expect(page.getByText(`answered with “${name}” from now on.`)).toBeVisible();
  expect((await office.call({ to: line.number })).body).toContain("We are open.");

  const changes = await office.db
    .select()
    .from(activity)
    .where(eq(activity.subjectId, other.id))
    .orderBy(activity.id);
  expect(changes.map(({ verb, byName, after }) => [verb, byName, after?.Active])).toEqual([
    ["activateConfiguration", staffName, "Yes"],
    ["deactivateConfiguration", staffName, "No"],
  ]);
});

test("one that somebody has changed meanwhile is not switched to unseen", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const line = await makeLine(office.db);
  const other = await prepare(office, line.configurationId, "We are at the fair.");
  await page.goto(`/configurations/${line.configurationId}`);
  await office.db.update(configurations).set({ version: 7 }).where(eq(configurations.id, other.id));
  await page.getByRole("button", { name: `Switch to this: ${other.name}` }).click();
  await expect(page.getByText(`has changed “${other.name}” in the meantime`)).toBeVisible();
  expect(await rowOf(office, line.configurationId)).toMatchObject({ isActive: true });
  expect(await rowOf(office, other.id)).toMatchObject({ isActive: false });
});

test("a number whose configuration is deactivated turns callers away", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const line = await makeLine(office.db);
  await page.goto(`/configurations/${line.configurationId}`);
  await page.getByRole("link", { name: "Deactivate" }).click();
  await expect(page.getByText("Switchboard turns away whoever calls")).toBeVisible();
  await page.getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByText(/is deactivated/)).toBeVisible();
  expect((await office.call({ to: line.number })).body).toContain("<Reject");
});

test("a duplicate can be for another number", async ({ page, office, signedInAs }) => {
  await signedInAs("manager");
  const line = await makeLine(office.db);
  const target = await makeLine(office.db, { isActive: false });
  const { name, openActionId, scheduleId } = await rowOf(office, line.configurationId);
  await page.goto(`/configurations/${line.configurationId}`);
  await page.getByRole("link", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`Copy of ${name}`);
  await choose(page, "Phone number", target.name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It answers no calls yet.")).toBeVisible();
  const [copy] = await office.db
    .select()
    .from(configurations)
    .where(eq(configurations.name, `Copy of ${name}`));
  expect(copy).toMatchObject({
    openActionId,
    scheduleId,
    phoneNumberId: target.phoneNumberId,
    isActive: false,
  });
});

test("what is missing is said beside its field, and nothing chosen is lost", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const line = await makeLine(office.db);
  const taken = await rowOf(office, line.configurationId);
  await page.goto(`/configurations/new?number=${line.phoneNumberId}`);
  const schedule = page.getByRole("combobox", { name: "Schedule" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(schedule).toBeFocused();
  await expect(schedule).toHaveAccessibleDescription("Choose a schedule.");
  await expect(page.getByText("Choose what happens while it is open.")).toBeVisible();
  await expect(page.getByText("Choose what happens while it is closed.")).toBeVisible();
  await expect(page.getByText("Choose the phone number that it is for.")).toHaveCount(0);

  const [{ name: scheduleName = "" } = {}] = await office.db
    .select()
    .from(schedules)
    .where(eq(schedules.id, line.scheduleId));
  const action = await makeSaying(office.db, "Hello.");
  await page.reload();
  await choose(page, "Schedule", scheduleName);
  await choose(page, "Action while open", action.name);
  await choose(page, "Action while closed", action.name);
  await page.getByLabel("Name", { exact: true }).fill(taken.name.toUpperCase());
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(
    /Another configuration has this name/,
  );
  const name = `Second ${randomUUID().slice(0, 8)}`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`“${name}” is prepared.`)).toBeVisible();
  const [saved] = await office.db.select().from(configurations).where(eq(configurations.name, name));
  expect(saved).toMatchObject({
    phoneNumberId: line.phoneNumberId,
    scheduleId: line.scheduleId,
    openActionId: action.id,
    closedActionId: action.id,
  });
});

test("an office that has nothing yet says what to make first", async ({ page }) => {
  const empty = await startOffice();
  const owner = { email: "owner@example.com", name: "Olive Alder", role: "owner" as const };
  const password = "correct horse battery";
  await empty.db.insert(staffUsers).values({ ...owner, passwordHash: await hashPassword(password) });
  await page.goto(`${empty.app.baseUrl}/sign-in?callbackUrl=/configurations`);
  await page.getByLabel("E-mail address").fill(owner.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "No number is set up yet" })).toBeVisible();
  await page.getByRole("link", { name: "New configuration" }).click();
  await expect(page.getByRole("link", { name: "Go to phone numbers" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Make a schedule" })).toBeVisible();
  await makeLine(empty.db);
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Schedule" })).toBeVisible();
  await page.goto(`${empty.app.baseUrl}/calls`);
  await expect(page.getByText("No calls yet")).toBeVisible();
  await page.goto("about:blank");
  await empty.close();
});

test("one that answers calls is not moved to another number by the way", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const [line, target] = [await makeLine(office.db), await makeLine(office.db)];
  await page.goto(`/configurations/${line.configurationId}`);
  await choose(page, "Phone number", target.name);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`It answers ${line.name} now. Deactivate it first`)).toBeVisible();
  expect(await rowOf(office, line.configurationId)).toMatchObject({ phoneNumberId: line.phoneNumberId });
});

test("among many one searches, in as many statements as among a few", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const line = await makeLine(office.db);
  const mark = randomUUID().slice(0, 8);
  await office.db
    .insert(schedules)
    .values(
      Array.from({ length: 60 }, (_, index) => ({ name: `${mark} ${index}`, timeZone: "Europe/Paris" })),
    );
  office.database.takeRequests();
  await page.goto(`/configurations/new?number=${line.phoneNumberId}`);
  const box = page.getByRole("combobox", { name: "Schedule" });
  await box.fill(`${mark} 5`);
  // This one, and 50 to 59.
  await expect(page.getByRole("option")).toHaveCount(11);
  await box.press("ArrowDown");
  await box.press("Enter");
  await expect(box).toHaveValue(`${mark} 5`);
  // Until it is there the list is narrowed here; and what is still to be asked would be counted below.
  const answered = page.waitForResponse(/\/configurations\/choices\?.*nothing/);
  await box.fill("nothing is called like this");
  await answered;
  await expect(page.getByRole("option")).toHaveText([`${mark} 5 (chosen)`]);
  await page.getByLabel("Name", { exact: true }).click();
  await expect(box).toHaveValue(`${mark} 5`);

  const statements = async () => {
    office.database.takeRequests();
    expect((await page.request.get("/configurations/new")).status()).toBe(200);
    return office.database.takeRequests().flatMap((request) => request.statements).length;
  };
  // Who is signed in, the firm, and three lists.
  expect(await statements()).toBe(5);
});

test("two people editing the same one are told, and neither loses work", async ({
  page,
  office,
  signedInAs,
  browser,
  makeStaff,
  baseURL,
}) => {
  await signedInAs("manager");
  const line = await makeLine(office.db);
  const path = `/configurations/${line.configurationId}`;
  const [mine, theirs] = [`Mine ${randomUUID()}`, `Theirs ${randomUUID()}`];
  await page.goto(path);
  await page.getByLabel("Name", { exact: true }).fill(mine);

  const other = await makeStaff("owner", "Ben Finch");
  const context = await browser.newContext({ ...(baseURL && { baseURL }) });
  const second = await context.newPage();
  await second.goto(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  await second.getByLabel("E-mail address").fill(other.email);
  await second.getByLabel("Password").fill(other.password);
  await second.getByRole("button", { name: "Sign in" }).click();
  await second.getByLabel("Name").fill(theirs);
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText(`“${theirs}” is saved.`)).toBeVisible();
  await context.close();

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Ben Finch saved this");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(mine);
  expect(await rowOf(office, line.configurationId)).toMatchObject({ name: theirs });
  await page.getByRole("button", { name: "Save over it" }).click();
  await expect(page.getByText(`“${mine}” is saved.`)).toBeVisible();
  expect(await rowOf(office, line.configurationId)).toMatchObject({ name: mine, isActive: true });
});

test("staff see what happens, and can change nothing, whatever they send", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const line = await makeLine(office.db);
  const other = await prepare(office, line.configurationId, "We are at the fair.");
  const before = [await rowOf(office, line.configurationId), await rowOf(office, other.id)];
  await search(page, line.name);
  await expect(page.getByRole("row").filter({ hasText: other.name })).toContainText("Prepared");
  await expect(page.getByRole("link", { name: "New configuration" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Switch to this/ })).toHaveCount(0);
  const { phoneNumberId, scheduleId, openActionId, closedActionId } = before[1] ?? {};
  const fields = {
    name: `Sneaked in ${randomUUID()}`,
    ...{ phoneNumberId, scheduleId, openActionId, closedActionId },
    isActive: "on",
  } as Record<string, string>;
  for (const [name, id] of [
    ["makeConfiguration", other.id],
    ["saveConfiguration", other.id],
    ["activateConfiguration", other.id],
    ["deactivateConfiguration", line.configurationId],
    ["deleteConfiguration", line.configurationId],
  ] as const) {
    const sent = { ...fields, id, version: "1" };
    const answer = await callMutation(page, { name, filename, at: "/configurations" }, sent);
    expect(answer.headers()["x-action-redirect"] ?? answer.headers().location, name).toContain(
      "/not-allowed",
    );
  }
  expect([await rowOf(office, line.configurationId), await rowOf(office, other.id)]).toEqual(before);
  expect(
    await office.db
      .select()
      .from(configurations)
      .where(eq(configurations.name, fields.name ?? "")),
  ).toEqual([]);
});

test.describe("at Twilio", () => {
  const old = {
    voiceUrl: "https://old.example/voice",
    statusCallback: "https://old.example/status",
    voiceApplicationSid: `AP${"1".repeat(32)}`,
  };
  const post = (sid: string) => new RegExp(`^POST .*${sid}`);
  const noticeOf = (page: Page, numberName: string) =>
    page
      .getByRole("list", { name: "Numbers at which Twilio does not follow" })
      .getByRole("listitem")
      .filter({ hasText: numberName });
  const wanted = ({ app }: Pick<Office, "app">) => ({
    voiceUrl: `${app.baseUrl}/api/voice`,
    voiceMethod: "POST",
    voiceFallbackUrl: `${app.baseUrl}/api/voice/fallback`,
    statusCallback: `${app.baseUrl}/api/voice/status`,
    voiceApplicationSid: "",
    trunkSid: "",
  });

  test("a number follows: it is pointed here, left alone by a swap, and gets back what it had", async ({
    page,
    office,
    signedInAs,
  }) => {
    await signedInAs("manager");
    const { twilio } = office;
    const line = await makeTwilioLine(office, old, { isActive: false });
    const other = await prepare(office, line.configurationId, "We are at the fair.");
    const { name } = await rowOf(office, line.configurationId);
    await page.goto(`/configurations/${line.configurationId}`);
    await page.getByRole("button", { name: `Activate: ${name}` }).click();
    await expect(page.getByText("At Twilio the number now points at Switchboard.")).toBeVisible();
    expect(twilio.settingsOf(line.sid)).toMatchObject(wanted(office));

    twilio.takeRequests();
    await page.getByRole("button", { name: `Switch to this: ${other.name}` }).click();
    await expect(page.getByText(`answered with “${other.name}” from now on.`)).toBeVisible();
    expect((await office.call({ to: line.number })).body).toContain("We are at the fair.");
    expect(twilio.takeRequests(/^POST/)).toEqual([]);

    await page.goto(`/configurations/${other.id}/delete`);
    await expect(
      page.getByText("At Twilio the number gets back the settings that it had before"),
    ).toBeVisible();
    await expect(page.getByText(old.voiceUrl)).toBeVisible();
    await expect(page.getByText(old.voiceApplicationSid)).toBeVisible();
    await page.getByRole("button", { name: "Delete" }).click();
    await expect(page.getByText("At Twilio the number has its old settings back.")).toBeVisible();
    expect(twilio.settingsOf(line.sid)).toMatchObject(old);
  });

  test("a SIP trunk that would make Twilio ignore us is taken off, and put back", async ({
    page,
    office,
    signedInAs,
  }) => {
    await signedInAs("manager");
    const trunkSid = `TK${"2".repeat(32)}`;
    const line = await makeTwilioLine(office, { trunkSid }, { isActive: false });
    await page.goto(`/configurations/${line.configurationId}`);
    await page.getByLabel("Answer calls with it as soon as it is saved").check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("At Twilio the number now points at Switchboard.")).toBeVisible();
    expect(office.twilio.settingsOf(line.sid)).toMatchObject(wanted(office));
    await page.goto(`/configurations/${line.configurationId}/deactivate`);
    await expect(page.getByText(trunkSid)).toBeVisible();
    await page.getByRole("button", { name: "Deactivate" }).click();
    await expect(page.getByText("At Twilio the number has its old settings back.")).toBeVisible();
    expect(office.twilio.settingsOf(line.sid)).toMatchObject({ trunkSid, voiceUrl: "" });
  });

  test("a push that fails in the middle is said with its code, stays to be seen, and is repaired", async ({
    page,
    office,
    signedInAs,
  }) => {
    await signedInAs("manager");
    const { twilio } = office;
    const line = await makeTwilioLine(office, old, { isActive: false });
    twilio.fail(post(line.sid), { kind: "status", status: 401, code: 20003 });
    await page.goto(`/configurations/${line.configurationId}`);
    await page.getByRole("button", { name: /^Activate: / }).click();
    const notice = noticeOf(page, line.name);
    await expect(notice).toContainText("Twilio error 20003");
    await expect(notice).toContainText(
      "The number was left as it was at Twilio. What is wanted is kept here",
    );
    // The database has it, and a call that comes here is answered.
    expect(await rowOf(office, line.configurationId)).toMatchObject({ isActive: true });
    expect((await office.call({ to: line.number })).body).toContain("We are open.");
    expect(twilio.settingsOf(line.sid)).toMatchObject(old);

    await page.goto("/configurations");
    await expect(notice).toContainText("Twilio has not been told yet");
    await notice.getByRole("button", { name: "Try again" }).click();
    await expect(notice.getByRole("alert")).toContainText("Twilio error 20003");
    twilio.heal();
    await notice.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("At Twilio the number now points at Switchboard.")).toBeVisible();
    expect(twilio.settingsOf(line.sid)).toMatchObject(wanted(office));
  });

  test("old settings that could not be put back stay to be seen, and are put back", async ({
    page,
    office,
    signedInAs,
  }) => {
    await signedInAs("manager");
    const { twilio } = office;
    const line = await makeTwilioLine(office, old);
    await page.goto(`/configurations/${line.configurationId}`);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("At Twilio the number now points at Switchboard.")).toBeVisible();
    twilio.fail(post(line.sid), { kind: "cut" });
    await page.goto(`/configurations/${line.configurationId}/deactivate`);
    await page.getByRole("button", { name: "Deactivate" }).click();
    const notice = noticeOf(page, line.name);
    await expect(notice).toContainText("It is not known whether Twilio has put the old settings back");
    twilio.heal();
    await notice.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("At Twilio the number has its old settings back.")).toBeVisible();
    expect(twilio.settingsOf(line.sid)).toMatchObject(old);
  });

  test("a preview changes what it has, and nothing at Twilio, and says so", async ({
    page,
    office,
    makeStaff,
  }) => {
    const preview = await office.appOf("preview");
    const line = await makeTwilioLine(office, old, { isActive: false });
    const owner = await makeStaff("owner");
    const path = `/configurations/${line.configurationId}`;
    await page.goto(`${preview.baseUrl}/sign-in?callbackUrl=${encodeURIComponent(path)}`);
    await page.getByLabel("E-mail address").fill(owner.email);
    await page.getByLabel("Password").fill(owner.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("This is a preview of Switchboard", { exact: true })).toBeVisible();
    office.twilio.takeRequests();
    await page.getByRole("button", { name: /^Activate: / }).click();
    await expect(
      page.getByText(/This is a preview of Switchboard: nothing was changed at Twilio/),
    ).toBeVisible();
    expect(await rowOf(office, line.configurationId)).toMatchObject({ isActive: true });
    expect(office.twilio.takeRequests(/^(?!GET)/)).toEqual([]);
    expect(office.twilio.settingsOf(line.sid)).toMatchObject(old);
  });

  test("without credentials all works, and the page says that nothing is told to Twilio", async ({
    page,
    office,
    makeStaff,
  }) => {
    const alone = await office.appOf("withoutTwilio");
    const line = await makeTwilioLine(office, old, { isActive: false });
    const owner = await makeStaff("owner");
    const path = `/configurations/${line.configurationId}`;
    await page.goto(`${alone.baseUrl}/sign-in?callbackUrl=${encodeURIComponent(path)}`);
    await page.getByLabel("E-mail address").fill(owner.email);
    await page.getByLabel("Password").fill(owner.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Switchboard is not connected to Twilio")).toBeVisible();
    await page.getByRole("button", { name: /^Activate: / }).click();
    await expect(page.getByText(/Switchboard has no credentials for Twilio/)).toBeVisible();
    expect(await rowOf(office, line.configurationId)).toMatchObject({ isActive: true });
    await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  });
});

test("a push that failed passes axe and fits in every look", { tag: "@deep" }, async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const line = await makeTwilioLine(office, { voiceUrl: "https://old.example/voice" });
  await prepare(office, line.configurationId, "We are at the fair.");
  office.twilio.fail(/^POST/, { kind: "status", status: 500 });
  await page.goto(`/configurations/${line.configurationId}`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Try again" }).first()).toBeVisible();
  const own = `/${line.configurationId}`;
  for (const path of ["", own, `${own}/deactivate`, `${own}/delete`]) {
    await page.goto(`/configurations${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectToLookWell(page);
  }
});
