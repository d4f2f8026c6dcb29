import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { insertAction } from "@/db/queries/actions/insert-action";
import { findBuiltInTemplate } from "@/db/queries/templates/find-built-in-template";
import { findTemplate } from "@/db/queries/templates/find-template";
import { insertTemplate } from "@/db/queries/templates/write-template";
import { activity, templateParameters, templates } from "@/db/schema";
import { declare } from "@/lib/template/built-in/declare";
import { makeLine } from "../office/make-line";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

const filename = "app/(office)/templates/mutations.ts";
const editorName = "What is sent to Twilio";

const twiml = (...verbs: string[]) =>
  ["<Response>", ...verbs.map((verb) => `  ${verb}`), "</Response>"].join("\n");

const editorOf = (page: Page): Locator => page.getByRole("textbox", { name: editorName });

/** Waits until the editor has taken the place of the text area, and puts a text into it. */
async function writeText(page: Page, text: string): Promise<void> {
  const editor = editorOf(page);
  await expect(editor).toHaveAttribute("contenteditable", "true");
  await editor.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

async function makeTemplate(db: Database, given: { body?: string; name?: string } = {}) {
  const template = {
    id: randomUUID(),
    name: given.name ?? `Own ${randomUUID().slice(0, 8)}`,
    description: "Says something.",
    body: given.body ?? twiml("<Say>{{ words }}</Say>"),
    parameters: [
      declare("words", "longText", "Words", "What is said.", { isRequired: true }),
      declare("pause", "number", "Pause", "", { bounds: { min: 1, max: 30, unit: "seconds" } }),
    ],
  };
  const [first, ...rest] = insertTemplate(db, template);
  if (first) await db.batch([first, ...rest]);
  return template;
}

async function makeActionOf(db: Database, templateId: string, words: string) {
  const parameters = await db
    .select({ id: templateParameters.id, key: templateParameters.key, type: templateParameters.type })
    .from(templateParameters)
    .where(eq(templateParameters.templateId, templateId));
  const action = { id: randomUUID(), name: `Action ${randomUUID().slice(0, 8)}` };
  const key = parameters.find(({ type }) => type === "longText")?.key ?? "words";
  await db.batch(
    insertAction(db, {
      ...action,
      template: { id: templateId, parameters },
      values: { [key]: { value: words } },
    }),
  );
  return action;
}

test("a copy of a built-in template is changed, and a caller hears it", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  await page.goto("/templates");
  await page.getByRole("searchbox").fill("Say something");
  await page.getByRole("button", { name: "Search" }).click();
  await page
    .getByRole("row", { name: /Say something/ })
    .getByRole("link")
    .click();
  await expect(page.getByRole("heading", { name: "Say something", level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
  await expect(editorOf(page)).toHaveAttribute("aria-readonly", "true");
  await page.getByRole("link", { name: "Make a copy" }).click();

  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Copy of Say something");
  const name = `Snow ${randomUUID().slice(0, 8)}`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await writeText(
    page,
    twiml("<Say>{{ line.name }} is snowed in.</Say>", "<Say>{{ text }}</Say>", "<Hangup/>"),
  );
  await expect(page.getByText("Nothing is wrong with this text.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "is snowed in" })).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByText(`${name}: saved.`)).toBeVisible();

  const [made] = await office.db.select().from(templates).where(eq(templates.name, name));
  const action = await makeActionOf(office.db, made?.id ?? "", "Try again in March.");
  const line = await makeLine(office.db, { openActionId: action.id });
  const { body } = await office.call({ to: line.number });
  expect(body).toContain(`${line.name} is snowed in.`);
  expect(body).toContain("Try again in March.");
  expect((await findTemplate(office.db, made?.id ?? ""))?.parameters.map(({ key }) => key)).toEqual(
    (await findTemplate(office.db, (await findBuiltInTemplate(office.db, "say"))?.id ?? ""))?.parameters.map(
      ({ key }) => key,
    ),
  );

  await page.reload();
  await expect(page.getByRole("link", { name: action.name })).toHaveAttribute(
    "href",
    `/actions/${action.id}`,
  );
  await page.getByRole("link", { name: "Delete" }).click();
  await expect(page.getByText("It is in use, so it cannot be deleted yet.")).toBeVisible();
  await expect(page.getByRole("link", { name: action.name })).toBeVisible();
});

test("what is wrong with a text is said in plain words with its line, as one types", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("manager");
  await page.goto("/templates/new");
  const problems = page.getByRole("list", { name: "Problems in the text" });
  for (const [verb, problem] of [
    ["<Say>Hello</Sai>", "Line 2: </Sai> stands where </Say> must come first."],
    ["<Speak>Hello</Speak>", "Line 2: <Speak> is not something Twilio can do."],
    ["<Say>{{ greting }}</Say>", "greting"],
    ["<Redirect>/elsewhere</Redirect>", "must be a whole web address, beginning with https://"],
  ] as const) {
    await writeText(page, twiml(verb));
    const item = problems.getByRole("button", { name: problem });
    await expect(item).toBeVisible();
    await expect(item).toContainText("Line 2:");
    await item.click();
    await expect(editorOf(page)).toBeFocused();
  }
  // The server says the same of what is sent all the same.
  await page.getByLabel("Name", { exact: true }).fill(`Wrong ${randomUUID()}`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(editorOf(page)).toHaveAccessibleDescription(/Line 2: .*whole web address/);
  await expect(editorOf(page)).toBeFocused();
  await expect(editorOf(page)).toContainText("/elsewhere");
});

test("placeholders and verbs are offered where they can stand", async ({ page, signedInAs }) => {
  await signedInAs("manager");
  await page.goto("/templates/new");
  await expect(page.getByText("Nothing is wrong with this text.")).toBeVisible();
  await writeText(page, "<Response>\n<Say>{{ gre");
  await page.keyboard.press("Control+Space");
  await expect(page.getByRole("option", { name: /^greeting/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await writeText(page, "<Response>\n<Redi");
  await page.keyboard.press("Control+Space");
  // The editor leaves Enter to itself for a moment, so that a list that has just come up takes nobody by surprise.
  await page.getByRole("option", { name: "Redirect" }).click();
  await expect(editorOf(page)).toContainText("<Redirect");
});

test("Escape and then Tab leave the editor", async ({ page, signedInAs }) => {
  await signedInAs("manager");
  await page.goto("/templates/new");
  await expect(editorOf(page)).toHaveAttribute("contenteditable", "true");
  await editorOf(page).focus();
  await page.keyboard.press("Tab");
  await expect(editorOf(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(editorOf(page)).not.toBeFocused();
});

test("parameters are added, moved and removed by keyboard, and what is wrong is said beside them", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  await page.goto("/templates/new");
  await expect(page.getByText("Nothing is wrong with this text.")).toBeVisible();
  const name = `Keys ${randomUUID()}`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Add a parameter" }).focus();
  await page.keyboard.press("Enter");
  const added = page.getByRole("list", { name: "Parameters" }).getByRole("listitem").nth(2);
  await expect(added.getByLabel("Label")).toBeFocused();
  await page.keyboard.type("How loud");
  await added.getByLabel("Type").selectOption({ label: "Number" });
  await added.getByLabel("Smallest").fill("few");
  await added.getByLabel("Name in the text").fill("caller");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(added.getByLabel("Name in the text")).toHaveAccessibleDescription(
    /This word means something else in templates/,
  );
  await expect(added.getByLabel("Name in the text")).toBeFocused();
  await expect(added.getByLabel("Smallest")).toHaveAccessibleDescription("This must be a number");
  await expect(added.getByLabel("Label")).toHaveValue("How loud");
  await added.getByLabel("Name in the text").fill("loudness");
  await added.getByLabel("Smallest").fill("1");
  await added.getByLabel("Must be filled in").check();

  const up = page.getByRole("button", { name: "Move parameter 3 up" });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Now 2 of 3." })).toBeAttached();
  await expect(page.getByRole("button", { name: "Move parameter 2 up" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Move parameter 1 down" })).toBeFocused();
  await page.getByRole("button", { name: "Remove parameter 3" }).focus();
  await page.keyboard.press("Enter");
  await writeText(page, twiml("<Say>{{ greeting }}</Say>", '<Pause length="{{ loudness }}"/>'));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  const [made] = await office.db.select().from(templates).where(eq(templates.name, name));
  expect((await findTemplate(office.db, made?.id ?? ""))?.parameters).toMatchObject([
    { key: "loudness", label: "How loud", type: "number", bounds: { min: 1 } },
    { key: "greeting" },
  ]);
});

test("a change that an action could not follow is refused, with the reason and the way there", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const template = await makeTemplate(office.db);
  const action = await makeActionOf(office.db, template.id, "Good morning, this is a long greeting.");
  await page.goto(`/templates/${template.id}/edit`);
  await expect(page.getByText("Nothing is wrong with this text.")).toBeVisible();
  const first = page.getByRole("list", { name: "Parameters" }).getByRole("listitem").first();
  await first.getByText("Words").first().click();
  await first.getByLabel("Most characters").fill("5");
  await page.getByRole("button", { name: "Save" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "An action made of this template" });
  await expect(alert).toContainText("would no longer work");
  const reason = page.getByRole("link", { name: new RegExp(`“${action.name}”: .*5 characters at most`) });
  await expect(reason).toHaveAttribute("href", `/actions/${action.id}`);
  expect(await findTemplate(office.db, template.id)).toMatchObject({
    version: 1,
    parameters: template.parameters,
  });

  await first.getByText("Words").first().click();
  await first.getByLabel("Most characters").fill("100");
  await first.getByLabel("Label").fill("What to say");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`${template.name}: saved.`)).toBeVisible();
  const line = await makeLine(office.db, { openActionId: action.id });
  expect((await office.call({ to: line.number })).body).toContain("Good morning, this is a long greeting.");
  const [change] = await office.db.select().from(activity).where(eq(activity.subjectId, template.id));
  expect(change).toMatchObject({ verb: "saveTemplate", subject: "template" });
  expect(change?.after?.["Parameter words"]).toContain("What to say");
});

test("one that nothing uses is deleted", async ({ page, office, signedInAs }) => {
  await signedInAs("manager");
  const template = await makeTemplate(office.db);
  await page.goto(`/templates/${template.id}`);
  await page.getByRole("link", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`${template.name}: deleted.`)).toBeVisible();
  expect(await findTemplate(office.db, template.id)).toBeNull();
});

test("two people editing the same one are told, and neither loses work", async ({
  page,
  office,
  signedInAs,
  pageOf,
}) => {
  await signedInAs("manager");
  const template = await makeTemplate(office.db);
  const bodyNow = async () => (await findTemplate(office.db, template.id))?.body;
  await page.goto(`/templates/${template.id}/edit`);
  await writeText(page, twiml("<Say>Mine. {{ words }}</Say>"));

  const theirs = await pageOf("owner", "Ben Finch");
  await theirs.goto(`/templates/${template.id}/edit`);
  await writeText(theirs, twiml("<Say>Theirs. {{ words }}</Say>"));
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(theirs.getByText(`${template.name}: saved.`)).toBeVisible();

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Ben Finch saved this" })).toBeVisible();
  await expect(editorOf(page)).toContainText("Mine.");
  expect(await bodyNow()).toContain("Theirs.");
  await page.getByRole("button", { name: "Save over it" }).click();
  await expect(page.getByText(`${template.name}: saved.`)).toBeVisible();
  expect(await bodyNow()).toContain("Mine.");
});

test("what is typed before the page has come alive is what the editor begins with", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await asleep;
    await route.continue();
  });
  const say = await findBuiltInTemplate(office.db, "say");
  await page.goto(`/templates/new?from=${say?.id}`, { waitUntil: "commit" });
  const name = `Early ${randomUUID()}`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Description").fill("Described early.");
  await page.getByLabel(editorName).fill(twiml("<Say>Early. {{ text }}</Say>"));
  const first = page.getByRole("list", { name: "Parameters" }).getByRole("listitem").first();
  await first.getByText("What to say").first().click();
  await first.getByLabel("Label").fill("Early label");
  await first.getByLabel("Type").selectOption({ label: "Short text" });
  wake();
  await expect(page.getByText("Nothing is wrong with this text.")).toBeVisible();
  await expect(editorOf(page)).toContainText("Early.");
  await expect(first.getByText("Early label").first()).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  const [made] = await office.db.select().from(templates).where(eq(templates.name, name));
  expect(made).toMatchObject({ description: "Described early." });
  expect(made?.body).toContain("Early.");
  expect((await findTemplate(office.db, made?.id ?? ""))?.parameters[0]).toMatchObject({
    label: "Early label",
    type: "text",
  });
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a built-in one cannot be changed or deleted, whatever is sent", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("owner");
  const found = await findBuiltInTemplate(office.db, "hang-up");
  const before = await findTemplate(office.db, found?.id ?? "");
  const fields = {
    id: found?.id ?? "",
    version: String(before?.version),
    name: "Mine now",
    description: "",
    body: "<Response><Pause/></Response>",
  };
  for (const name of ["saveTemplate", "removeTemplate"]) {
    const answer = await callMutation(page, { name, filename, at: "/templates" }, fields);
    expect(await answer.text()).toContain("refused");
  }
  expect(await findTemplate(office.db, found?.id ?? "")).toEqual(before);
});

test("staff see templates, and can change nothing, whatever they send", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const template = await makeTemplate(office.db);
  await page.goto(`/templates/${template.id}`);
  await expect(page.getByRole("heading", { name: template.name, level: 1 })).toBeVisible();
  for (const name of ["Edit", "Make a copy", "Delete"]) {
    await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
  }
  const fields = { ...template, parameters: "", version: "1", name: "Changed" };
  for (const name of ["writeNewTemplate", "saveTemplate", "removeTemplate"]) {
    const answer = await callMutation(page, { name, filename, at: "/templates" }, fields);
    expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/not-allowed");
  }
  expect(await findTemplate(office.db, template.id)).toMatchObject({ name: template.name, version: 1 });
});

test("a text with problems passes axe and fits in every look", { tag: "@deep" }, async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const template = await makeTemplate(office.db, {
    body: twiml("<Say>{{ words }}</Say>", "<Speak/>", "<Pause/>"),
  });
  const check = async () => {
    await expectToLookWell(page);
  };
  await page.goto(`/templates/${template.id}`);
  await expect(page.getByRole("textbox", { name: editorName })).toHaveAttribute("aria-readonly", "true");
  await check();
  await page.goto(`/templates/${template.id}/edit`);
  await expect(page.getByRole("list", { name: "Problems in the text" })).toBeVisible();
  for (const row of await page.getByRole("list", { name: "Parameters" }).locator("summary").all()) {
    await row.click();
  }
  await check();
});
