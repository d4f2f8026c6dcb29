import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { findAction } from "@/db/queries/actions/find-action";
import { actions, activity, templateParameters, templates } from "@/db/schema";
import { anyNumber, makeAction, makeLine, makePerson, makeSaying } from "../office/make-line";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

const filename = "app/(office)/actions/mutations.ts";

const anyName = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;

/** Types into a field that searches, and takes what it finds. */
async function choose(page: Page, label: string | RegExp, text: string, option: string | RegExp = text) {
  const field = page.getByRole("combobox", { name: label });
  // A page that is still scrolling closes an open list, as it does for a person, who opens it again.
  await expect(async () => {
    await field.click();
    await field.fill(text);
    await page.getByRole("option", { name: option }).first().click({ timeout: 3000 });
  }).toPass();
}

/** Adds somebody to those who are rung. An option that is clicked just as its list closes is not taken, as anybody would see. */
async function addSomebody(page: Page, text: string, option: string | RegExp = text) {
  const row = page.getByRole("listitem").filter({ hasText: text });
  await expect(async () => {
    if ((await row.count()) === 0) await choose(page, /^Add somebody/, text, option);
    await expect(row).toBeVisible({ timeout: 2000 });
  }).toPass();
}

async function startFrom(page: Page, template: string, name: string) {
  await page.goto("/actions/new");
  await page.getByRole("link", { name: template, exact: true }).click();
  await expect(page.getByRole("button", { name: "Change template" })).toBeEnabled();
  await page.getByLabel("Name", { exact: true }).fill(name);
}

/** Opens an action's page, and waits until it has come alive. */
async function edit(page: Page, id: string) {
  await page.goto(`/actions/${id}`);
  await expect(page.getByRole("button", { name: "Change template" })).toBeEnabled();
}

async function save(page: Page, name: string) {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(`“${name}” is saved.`)).toBeVisible();
}

async function idOf(db: Database, name: string): Promise<string> {
  const [row] = await db.select({ id: actions.id }).from(actions).where(eq(actions.name, name));
  if (!row) throw new Error(`No action is called “${name}”.`);
  return row.id;
}

/** The words beside the form that say what a caller gets. */
const preview = (page: Page) => page.getByRole("list").filter({ hasText: /Says|Rings|Plays|Goes on|Turns/ });

test.describe("each template that ships with the app, filled in by hand, answers a call", () => {
  test("ringing one person", { tag: "@deep" }, async ({ page, office, signedInAs }) => {
    const person = await makePerson(office.db, anyName("Ana Lima"));
    const message = await makeAction(office.db, "voicemail");
    const name = anyName("Ring Ana");
    await signedInAs("manager");
    await startFrom(page, "Ring one person", name);
    await choose(page, "Add somebody", person.name);
    await page.getByLabel("Say first (optional)").fill("One moment please");
    await page.getByLabel("Ring time").fill("25");
    await choose(page, "If nobody takes the call (optional)", message.name);
    await expect(preview(page)).toContainText(`Rings ${person.name} for 25 seconds`);
    await expect(preview(page)).toContainText(`goes on with “${message.name}” if nobody took the call`);
    await save(page, name);
    const line = await makeLine(office.db, { openActionId: await idOf(office.db, name) });
    const { body } = await office.call({ to: line.number });
    expect(body).toContain("One moment please");
    expect(body).toContain(person.numbers[0]);
    expect(body).toContain('timeout="25"');
  });

  test("ringing a team, of people and a number", async ({ page, office, signedInAs }) => {
    const people = [
      await makePerson(office.db, anyName("Ben")),
      await makePerson(office.db, anyName("Chloe")),
    ];
    const name = anyName("Team");
    await signedInAs("manager");
    await startFrom(page, "Ring a team", name);
    for (const person of people) await addSomebody(page, person.name);
    await addSomebody(page, "(212) 555-0177", /555-0177/);
    await save(page, name);
    const line = await makeLine(office.db, { openActionId: await idOf(office.db, name) });
    const { body } = await office.call({ to: line.number });
    for (const number of [...people.flatMap(({ numbers }) => numbers), "+12125550177"])
      expect(body).toContain(number);
  });

  test("taking a message", async ({ page, office, signedInAs }) => {
    const name = anyName("Message");
    await signedInAs("manager");
    await startFrom(page, "Take a message", name);
    await page.getByLabel("Greeting (optional)", { exact: true }).fill("We are at lunch.");
    await page.getByLabel("Longest message").fill("90");
    await page.getByLabel("Tone").uncheck();
    await expect(preview(page)).toContainText("Records a message of up to 90 seconds");
    await save(page, name);
    const line = await makeLine(office.db, { openActionId: await idOf(office.db, name) });
    const { body } = await office.call({ to: line.number });
    expect(body).toContain("We are at lunch.");
    expect(body).toMatch(/<Record[^>]* maxLength="90" playBeep="false"/);
  });

  test("saying something, whatever its characters, in a chosen voice", async ({
    page,
    office,
    signedInAs,
  }) => {
    const name = anyName("Say & <tell>");
    const text = "Fish & chips <today> are “£5”, it's true\nand a second line";
    await signedInAs("manager");
    await startFrom(page, "Say something", name);
    await page.getByLabel("What to say").fill(text);
    await choose(page, "Voice (optional)", "amy neural", /^Amy, neural/);
    await expect(preview(page)).toContainText("Says “Fish & chips <today> are “£5”, it's true");
    await save(page, name);
    const id = await idOf(office.db, name);
    const line = await makeLine(office.db, { openActionId: id });
    const { body } = await office.call({ to: line.number });
    expect(body).toContain("Fish &amp; chips &lt;today&gt; are “£5”, it&apos;s true");
    expect(body).toContain('voice="Polly.Amy-Neural" language="en-GB"');
    await page.goto(`/actions/${id}`);
    await expect(page.getByLabel("What to say")).toHaveValue(text);
    await expect(page.getByRole("combobox", { name: "Voice (optional)" })).toHaveValue(/^Amy, neural/);
  });

  test("playing a recording", { tag: "@deep" }, async ({ page, office, signedInAs }) => {
    const name = anyName("Play");
    await signedInAs("manager");
    await startFrom(page, "Play a recording", name);
    await page
      .getByLabel("Recording", { exact: true })
      .selectOption({ label: "A sound from the web, or our chime" });
    const address = page.getByLabel("Address of the sound");
    await address.fill("http://not-secure.example/a.mp3");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(address).toHaveAccessibleDescription(/begins with https/);
    await address.fill("/sounds/chime.wav");
    await expect(preview(page)).toContainText("Plays the sound “chime.wav”");
    await save(page, name);
    const line = await makeLine(office.db, { openActionId: await idOf(office.db, name) });
    expect((await office.call({ to: line.number })).body).toContain("/sounds/chime.wav</Play>");
  });

  test("going to another action", async ({ page, office, signedInAs }) => {
    const target = await makeSaying(office.db, "You have arrived.");
    const name = anyName("Go");
    await signedInAs("manager");
    await startFrom(page, "Go to another action", name);
    await choose(page, "Action", target.name);
    await expect(preview(page)).toContainText(`Goes on with “${target.name}”.`);
    await save(page, name);
    const line = await makeLine(office.db, { openActionId: await idOf(office.db, name) });
    const { body } = await office.call({ to: line.number });
    expect(body).toContain(`/go/`);
    expect(body).toContain(target.id);
  });

  test("hanging up, and turning away", { tag: "@deep" }, async ({ page, office, signedInAs }) => {
    const [goodbye, busy] = [anyName("Bye"), anyName("Busy")];
    await signedInAs("manager");
    await startFrom(page, "Hang up politely", goodbye);
    await page.getByLabel("What to say first").fill("So long.");
    await save(page, goodbye);
    await startFrom(page, "Turn the call away", busy);
    await page
      .getByLabel("What the caller hears")
      .selectOption({ label: "That the number is not in service" });
    await expect(preview(page)).toContainText("Turns the call away with the message that");
    await save(page, busy);
    const line = await makeLine(office.db, {
      openActionId: await idOf(office.db, goodbye),
    });
    expect((await office.call({ to: line.number })).body).toMatch(/So long\.[\s\S]*<Hangup/);
    const other = await makeLine(office.db, { openActionId: await idOf(office.db, busy) });
    expect((await office.call({ to: other.number })).body).toContain('<Reject reason="rejected"');
  });
});

test("a template of one's own gets its form from what it declares: phone number, short text, menu", async ({
  page,
  office,
  signedInAs,
}) => {
  const { db } = office;
  const [sales, repairs] = [await makeSaying(db, "Sales."), await makeSaying(db, "Repairs.")];
  const templateId = randomUUID();
  const declared = { templateId, help: "", defaultValue: null };
  await db.insert(templates).values({
    id: templateId,
    name: anyName("Own template"),
    body: `<Response><Say>{{ greeting }}{% for choice in keys %} Press {{ choice.key }} for {{ choice.label }}.{% endfor %}</Say><Dial>{{ desk }}</Dial></Response>`,
  });
  await db.insert(templateParameters).values([
    {
      ...declared,
      key: "greeting",
      position: 0,
      label: "Greeting",
      type: "text",
      bounds: { maxLength: 20 },
      isRequired: true,
    },
    {
      ...declared,
      key: "desk",
      position: 1,
      label: "Desk",
      type: "phoneNumber",
      bounds: {},
      isRequired: true,
    },
    { ...declared, key: "keys", position: 2, label: "Keys", type: "menu", bounds: {}, isRequired: false },
  ]);
  const name = anyName("Menu");
  await signedInAs("manager");
  await page.goto(`/actions/new?template=${templateId}`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Greeting").fill("Much longer than the twenty characters");
  await expect(page.getByText("38 of 20 characters")).toBeVisible();
  const ours = await makeLine(db);
  await page.getByLabel("Desk").fill(ours.number);
  await expect(page.getByText("This is one of your own work numbers")).toBeVisible();
  await page.getByLabel("Desk").fill("212.555.0166");
  await page.getByLabel("Desk").blur();
  await expect(page.getByLabel("Desk")).toHaveValue(/^\(212\)\s555-0166$/);
  for (const [index, target] of [sales, repairs].entries()) {
    await page.getByRole("button", { name: "Add a key" }).click();
    await page
      .getByLabel("What it is for")
      .nth(index)
      .fill(index === 0 ? "Sales" : "Repairs");
    await choose(page, `Where key ${index + 1} leads`, target.name);
  }
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Greeting")).toHaveAccessibleDescription(
    "Greeting can have 20 characters at most",
  );
  await expect(page.getByLabel("Greeting")).toBeFocused();
  await expect(page.getByLabel("Desk")).toHaveValue(/555-0166/);
  await page.getByLabel("Greeting").fill("Welcome.");
  await save(page, name);
  const stored = await findAction(db, await idOf(db, name));
  expect(stored?.values).toEqual({
    greeting: "Welcome.",
    desk: "+12125550166",
    keys: [
      { key: "1", label: "Sales", actionId: sales.id },
      { key: "2", label: "Repairs", actionId: repairs.id },
    ],
  });
  const line = await makeLine(db, { openActionId: stored?.id ?? "" });
  expect((await office.call({ to: line.number })).body).toContain("Press 2 for Repairs.");
});

test("until an answer is there, a list offers nobody but who fits what was typed", async ({
  page,
  office,
  signedInAs,
}) => {
  const [first, wanted] = [
    await makePerson(office.db, anyName("Aaron")),
    await makePerson(office.db, anyName("Zelda")),
  ];
  await signedInAs("manager");
  await startFrom(page, "Ring a team", anyName("Slow"));
  const field = page.getByRole("combobox", { name: /^Add somebody/ });
  await field.focus();
  await page.keyboard.type(first.name);
  await expect(page.getByRole("option")).toContainText([first.name]);

  let answer = () => {};
  const isHeld = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/actions\//, async (route) => {
    if (route.request().method() === "POST") await isHeld;
    await route.continue();
  });
  await field.fill(wanted.name);
  await expect(page.getByText("Looking…")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Remove / })).toHaveCount(0);

  answer();
  await field.fill(wanted.name);
  await page.getByRole("option", { name: wanted.name }).click();
  await expect(page.getByRole("button", { name: `Remove ${wanted.name}` })).toBeVisible();
});

test("people are put in order from the keyboard alone, and the focus stays where it was", async ({
  page,
  office,
  signedInAs,
}) => {
  const [ana, ben, chloe] = await Promise.all(
    ["Ana", "Ben", "Chloe"].map((first) => makePerson(office.db, anyName(first))),
  );
  const name = anyName("Order");
  await signedInAs("manager");
  await startFrom(page, "Ring a team", name);
  for (const person of [ana, ben, chloe]) {
    await page.getByRole("combobox", { name: /^Add somebody/ }).focus();
    await page.keyboard.type(person?.name ?? "");
    await expect(page.getByRole("option")).toContainText([person?.name ?? ""]);
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("combobox", { name: /^Add somebody/ })).toHaveAttribute(
      "aria-activedescendant",
      /./,
    );
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: `Remove ${person?.name}` })).toBeVisible();
  }
  const up = page.getByRole("button", { name: `Move ${chloe?.name} up` });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(up).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(up).toBeFocused();
  await expect(page.getByText(`${chloe?.name} is now 1 of 3`)).toBeAttached();
  await page.getByRole("button", { name: `Remove ${ana?.name}` }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Remove ${ben?.name}` })).toBeFocused();
  await save(page, name);
  const stored = await findAction(office.db, await idOf(office.db, name));
  expect(stored?.values.people).toEqual([{ personId: chloe?.id }, { personId: ben?.id }]);
});

test("a work number of one's own is refused beside the field, and nothing is lost", async ({
  page,
  office,
  signedInAs,
}) => {
  const line = await makeLine(office.db);
  const name = anyName("Round");
  await signedInAs("manager");
  await startFrom(page, "Ring one person", name);
  await page.getByLabel("Say first (optional)").fill("Hold the line");
  await choose(page, "Add somebody", line.number, /Ring this number/);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const row = page.getByRole("listitem").filter({ hasText: "(a number)" });
  await expect(row).toContainText("This is one of your own work numbers");
  await expect(row.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("Say first (optional)")).toHaveValue("Hold the line");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
  expect(await office.db.select().from(actions).where(eq(actions.name, name))).toEqual([]);
});

test("what is required is said beside its field, and the first of them has the focus", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("manager");
  await page.goto("/actions/new");
  await page.getByRole("link", { name: "Ring a team", exact: true }).click();
  await page.getByLabel("Ring time").fill("3");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(/give it a name/);
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.getByLabel("Name", { exact: true }).fill(anyName("Team"));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("combobox", { name: "Add somebody" })).toHaveAccessibleDescription(
    /Please fill in “Who is rung”/,
  );
  await expect(page.getByLabel("Ring time")).toHaveAccessibleDescription(/between 5 and 60 seconds$/);
  await expect(page.getByLabel("Ring time")).toHaveValue("3");
});

test("an action is changed, told in the activity, and another template keeps what fits both", async ({
  page,
  office,
  signedInAs,
}) => {
  const person = await makePerson(office.db, anyName("Dev"));
  const made = await makeAction(office.db, "ring-one", {
    people: { people: [{ personId: person.id }] },
    introduction: { value: "Welcome" },
  });
  const name = anyName("Renamed");
  await signedInAs("manager");
  await edit(page, made.id);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Ring time").fill("40");
  await page.getByRole("button", { name: "Change template" }).click();
  await choose(page, "Another template", "Ring a team");
  await expect(page.getByText("Changed to “Ring a team”.")).toBeVisible();
  await expect(page.getByLabel("Say first (optional)")).toHaveValue("Welcome");
  await expect(page.getByLabel("Ring time")).toHaveValue("40");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
  await expect(preview(page)).toContainText(`Rings ${person.name} for 40 seconds`);
  await save(page, name);
  const stored = await findAction(office.db, made.id);
  expect(stored).toMatchObject({ name, version: 2, template: { builtInKey: "ring-all" } });
  expect(stored?.values).toMatchObject({ people: [{ personId: person.id }], ringSeconds: 40 });
  const [change] = await office.db.select().from(activity).where(eq(activity.subjectId, made.id));
  expect(change).toMatchObject({
    verb: "saveAction",
    before: { Name: made.name, Template: "Ring one person", "Ring time": "" },
    after: { Name: name, Template: "Ring a team", "Ring time": "40 seconds" },
  });
  expect(change?.after).not.toHaveProperty("Say first");
});

test("what is typed before the page has come alive is still there afterwards, and in the preview", async ({
  page,
  office,
  signedInAs,
}) => {
  const made = await makeSaying(office.db, "First");
  await signedInAs("manager");
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await asleep;
    await route.continue();
  });
  await page.goto(`/actions/${made.id}`, { waitUntil: "commit" });
  await page.getByLabel("What to say").fill("Typed early");
  await page.getByLabel("Name", { exact: true }).fill(`${made.name} early`);
  wake();
  await expect(preview(page)).toContainText("Says “Typed early”.");
  await expect(page.getByLabel("What to say")).toHaveValue("Typed early");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`${made.name} early`);
});

test("two people editing the same action are told, and neither loses work", async ({
  page,
  office,
  signedInAs,
  browser,
  makeStaff,
  baseURL,
}) => {
  const made = await makeSaying(office.db, "First");
  await signedInAs("manager");
  await edit(page, made.id);
  await page.getByLabel("What to say").fill("Mine");

  const other = await makeStaff("owner", "Ben Finch");
  const context = await browser.newContext({ ...(baseURL && { baseURL }) });
  const theirs = await context.newPage();
  await theirs.goto(`/sign-in?callbackUrl=${encodeURIComponent(`/actions/${made.id}`)}`);
  await theirs.getByLabel("E-mail address").fill(other.email);
  await theirs.getByLabel("Password").fill(other.password);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByRole("button", { name: "Change template" })).toBeEnabled();
  await theirs.getByLabel("What to say").fill("Theirs");
  await theirs.getByRole("button", { name: "Save", exact: true }).click();
  await expect(theirs.getByText(`“${made.name}” is saved.`)).toBeVisible();
  await context.close();

  const text = async () => (await findAction(office.db, made.id))?.values.text;
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Ben Finch saved this" })).toBeVisible();
  await expect(page.getByLabel("What to say")).toHaveValue("Mine");
  expect(await text()).toBe("Theirs");
  await page.getByRole("button", { name: "Save over it" }).click();
  await expect(page.getByText(`“${made.name}” is saved.`)).toBeVisible();
  expect(await text()).toBe("Mine");
});

test("a copy is filled in like the original, which stays as it is", async ({ page, office, signedInAs }) => {
  const made = await makeSaying(office.db, "Opening hours are nine to five.");
  await signedInAs("manager");
  await page.goto(`/actions/${made.id}`);
  await page.getByRole("link", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`Copy of ${made.name}`);
  await expect(page.getByRole("button", { name: "Change template" })).toBeEnabled();
  await page.getByLabel("What to say").fill("Another text");
  await save(page, `Copy of ${made.name}`);
  const copy = await findAction(office.db, await idOf(office.db, `Copy of ${made.name}`));
  expect(copy?.values.text).toBe("Another text");
  expect((await findAction(office.db, made.id))?.values.text).toBe("Opening hours are nine to five.");
});

test("an action in use names each use with the way there, and cannot be deleted by any means", async ({
  page,
  office,
  signedInAs,
}) => {
  const used = await makeSaying(office.db, "In use");
  const line = await makeLine(office.db, { closedActionId: used.id });
  const before = await makeAction(office.db, "say", { next: { actionId: used.id } });
  await signedInAs("manager");
  await page.goto(`/actions/${used.id}`);
  const uses = page.getByRole("region", { name: "Where it is used" });
  await expect(uses.getByRole("link")).toHaveCount(2);
  await page.getByRole("link", { name: "Delete" }).click();
  await expect(page.getByText("It is in use, so it cannot be deleted yet.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /while closed$/ })).toHaveAttribute(
    "href",
    `/configurations/${line.configurationId}`,
  );
  await expect(page.getByRole("link", { name: `The action “${before.name}” leads to it` })).toBeVisible();
  const mutation = { name: "deleteAction", filename, at: "/actions" };
  const answer = await callMutation(page, mutation, { id: used.id, version: "1" });
  expect(await answer.text()).toContain("It is in use");
  expect(await findAction(office.db, used.id)).not.toBeNull();
});

test("an action that nothing uses is deleted, even one that leads to itself", async ({
  page,
  office,
  signedInAs,
}) => {
  const made = await makeSaying(office.db, "Again and again");
  await signedInAs("manager");
  await page.goto(`/actions/${made.id}`);
  await choose(page, "Then (optional)", made.name);
  await expect(page.getByText(`“${made.name}”, then “${made.name}” again`)).toBeVisible();
  await save(page, made.name);
  await page.goto(`/actions/${made.id}/delete`);
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`“${made.name}” is deleted.`)).toBeVisible();
  expect(await findAction(office.db, made.id)).toBeNull();
});

test("staff see what happens and where, and can change nothing, whatever they send", async ({
  page,
  office,
  signedInAs,
}) => {
  const made = await makeSaying(office.db, "As it is");
  const before = await findAction(office.db, made.id);
  await signedInAs("staff");
  await page.goto(`/actions/${made.id}`);
  await expect(preview(page)).toContainText("Says “As it is”.");
  await expect(page.getByRole("region", { name: "Where it is used" })).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Delete" })).toHaveCount(0);
  const fields = {
    id: made.id,
    version: "1",
    name: "changed",
    templateId: before?.template.id ?? "",
    "values.text": "changed",
  };
  for (const name of ["makeAction", "saveAction", "deleteAction"]) {
    const answer = await callMutation(page, { name, filename, at: "/actions" }, fields);
    expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/not-allowed");
  }
  const lookups = "app/(office)/actions/lookups.ts";
  for (const name of ["searchPeople", "searchActions", "searchTemplates", "loadTemplate", "previewDraft"]) {
    const answer = await callMutation(page, { name, filename: lookups, at: "/actions" }, {});
    expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/not-allowed");
  }
  expect(await findAction(office.db, made.id)).toEqual(before);
});

test.describe("with voices of the test's own", () => {
  test.use({ hasOwnBrowser: true });

  test("a voice can be heard where the browser has one, and it is said where it has none", async ({
    page,
    signedInAs,
  }) => {
    await page.addInitScript(() => {
      const spoken: string[] = [];
      Object.assign(window, { spoken });
      const voice = { lang: "de-DE", name: "Stand-in", default: false, localService: true, voiceURI: "x" };
      Object.assign(window, {
        SpeechSynthesisUtterance: class {
          constructor(readonly text: string) {}
        },
      });
      Object.defineProperty(window, "speechSynthesis", {
        value: {
          getVoices: () => [voice],
          cancel: () => {},
          // A voice that is kept elsewhere may be out of reach.
          speak: ({ text, onerror }: SpeechSynthesisUtterance) => {
            spoken.push(text);
            if (text === "Hallo") onerror?.call({} as never, { error: "network" } as never);
          },
        },
      });
    });
    await signedInAs("manager");
    await startFrom(page, "Say something", anyName("Hear"));
    await page.getByLabel("What to say").fill("Guten Tag");
    await page.getByRole("button", { name: "Hear it" }).click();
    await expect(page.getByText("This browser has no voice for this language.")).toBeVisible();
    await choose(page, "Voice (optional)", "german vicki neural", /^Vicki, neural/);
    await page.getByRole("button", { name: "Hear it" }).click();
    await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)).toEqual([
      "Guten Tag",
    ]);
    await page.getByRole("button", { name: "Stop" }).click();
    await expect(page.getByText("This browser has no voice for this language.")).toBeHidden();
    await page.getByLabel("What to say").fill("Hallo");
    await page.getByRole("button", { name: "Hear it" }).click();
    await expect(page.getByText(/could not speak\. On a call you hear Twilio’s/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Hear it" })).toBeVisible();
  });
});

test("the TwiML is there for those who ask, and can be copied", async ({
  page,
  office,
  signedInAs,
  context,
}) => {
  const made = await makeSaying(office.db, "Copy me");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signedInAs("manager");
  await page.goto(`/actions/${made.id}`);
  await expect(page.getByText("<Response>")).toBeHidden();
  await page.getByText("For those who ask: the TwiML").click();
  await expect(page.getByRole("region", { name: "TwiML" })).toContainText("Copy me</Say>");
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Copy me</Say>");
});

test("the list finds, sorts and counts uses, with as many statements for sixty as for one", async ({
  page,
  office,
  signedInAs,
}) => {
  const { db } = office;
  const mark = randomUUID().slice(0, 8);
  const made = await makeSaying(db, "Listed");
  const say = (await findAction(db, made.id))?.template.id ?? "";
  await db
    .update(actions)
    .set({ name: `b ${mark}` })
    .where(eq(actions.id, made.id));
  await makeLine(db, { openActionId: made.id, closedActionId: made.id });
  await signedInAs("staff");
  const statementsFor = async (path: string) => {
    office.database.takeRequests();
    await page.goto(path);
    return office.database.takeRequests().flatMap(({ statements }) => statements).length;
  };
  const one = await statementsFor(`/actions?q=${mark}`);
  await expect(page.getByRole("row").nth(1)).toContainText("1 place");
  const rows = Array.from({ length: 60 }, (_, index) => ({ name: `c ${mark} ${index}`, templateId: say }));
  await db.insert(actions).values([...rows, { name: `a ${mark}`, templateId: say }]);
  expect(await statementsFor(`/actions?q=${mark}`)).toBe(one);
  await expect(page.getByRole("row").nth(1)).toContainText(`a ${mark}`);
  await page.getByRole("link", { name: /^Name/ }).click();
  await expect(page.getByRole("row").nth(1)).toContainText(`c ${mark}`);
  await db
    .update(actions)
    .set({ updatedAt: sql`now() + interval '1 hour'` })
    .where(eq(actions.name, `a ${mark}`));
  await page.goto(`/actions?q=${mark}&sort=-changed`);
  await expect(page.getByRole("row").nth(1)).toContainText(`a ${mark}`);
});

test("a page takes as many statements for ten people as for one", async ({ page, office, signedInAs }) => {
  const people = await Promise.all(Array.from({ length: 10 }, () => makePerson(office.db, anyName("P"))));
  const entries = people.map(({ id }) => ({ personId: id }));
  const one = await makeAction(office.db, "ring-all", { people: { people: entries.slice(0, 1) } });
  const ten = await makeAction(office.db, "ring-all", { people: { people: entries } });
  await signedInAs("manager");
  const statementsFor = async (id: string) => {
    office.database.takeRequests();
    await page.goto(`/actions/${id}`);
    return office.database.takeRequests().flatMap(({ statements }) => statements).length;
  };
  expect(await statementsFor(ten.id)).toBe(await statementsFor(one.id));
});

test("a form that is filled in passes axe and fits in every look", { tag: "@deep" }, async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const person = await makePerson(office.db, "Maximiliana Featherstonehaugh-Cholmondeley-Majoribanks");
  const made = await makeAction(office.db, "ring-all", {
    people: { people: [{ personId: person.id }, { number: anyNumber() }] },
  });
  const long = `${"Donaudampfschifffahrtsgesellschaft".repeat(3)} ${made.name}`;
  await office.db.update(actions).set({ name: long }).where(eq(actions.id, made.id));
  await makeLine(office.db, { openActionId: made.id });
  const template = (await findAction(office.db, made.id))?.template.id;
  for (const path of [`/new?template=${template}`, `/${made.id}`, `/${made.id}/delete`]) {
    await page.goto(`/actions${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectToLookWell(page);
  }
  await page.goto(`/actions/${made.id}`);
  await page.getByLabel("Ring time").fill("1");
  await page.getByText("For those who ask: the TwiML").click();
  await expectToLookWell(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByLabel("Ring time")).toHaveAccessibleDescription(/between 5 and 60 seconds$/);
  await expectToLookWell(page);
});
