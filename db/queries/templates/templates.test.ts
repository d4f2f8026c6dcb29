import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { constraintOf } from "@/db/errors";
import { insertAction } from "@/db/queries/actions/insert-action";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { actionParameters, actions, templateParameters, templates } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { declare } from "@/lib/template/built-in/declare";
import { actionsChanged, listActionsOfTemplate, refuseIfActionsChanged } from "./actions-of-template";
import { findBuiltInTemplate } from "./find-built-in-template";
import { findTemplate } from "./find-template";
import { listTemplateUses } from "./list-template-uses";
import { listTemplates } from "./list-templates";
import {
  builtInTemplate,
  deleteTemplate,
  insertTemplate,
  rewriteTemplate,
  type WrittenTemplate,
} from "./write-template";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const text = declare("text", "longText", "What to say", "", { isRequired: true });
const seconds = declare("seconds", "number", "Wait", "Before it.", { bounds: { min: 1, unit: "seconds" } });

const run = async (statements: BatchItem<"pg">[]) => {
  const [first, ...rest] = statements;
  if (first) await database.db.batch([first, ...rest]);
};
const refusalOf = (statements: BatchItem<"pg">[]) =>
  run(statements).then(
    () => null,
    (error: unknown) => constraintOf(error),
  );

async function makeTemplate(given: Partial<WrittenTemplate> = {}): Promise<WrittenTemplate> {
  const template = {
    id: randomUUID(),
    name: `Mine ${randomUUID()}`,
    description: "Says something.",
    body: "<Response><Say>{{ text }}</Say></Response>",
    parameters: [text, seconds],
    ...given,
  };
  await run(insertTemplate(database.db, template));
  return template;
}

async function makeAction(template: { id: string }, value = "Good morning") {
  const parameters = await database.db
    .select({ id: templateParameters.id, key: templateParameters.key, type: templateParameters.type })
    .from(templateParameters)
    .where(eq(templateParameters.templateId, template.id));
  const id = randomUUID();
  const name = `Action ${id}`;
  await run(
    insertAction(database.db, {
      id,
      name,
      template: { id: template.id, parameters },
      values: { text: { value } },
    }),
  );
  return { id, name };
}

const list = (request: Partial<Parameters<typeof listTemplates>[1]> = {}) =>
  listTemplates(database.db, { search: "", sort: "name", isDescending: false, page: 1, ...request });

describe("a template of the staff's own", () => {
  it("is found as it was written, its parameters in their order", async () => {
    const written = await makeTemplate();
    expect(await findTemplate(database.db, written.id)).toEqual({ ...written, builtInKey: null, version: 1 });
  });

  it("keeps the values of actions while a parameter's key stays, and loses what is declared no longer", async () => {
    const { db } = database;
    const written = await makeTemplate();
    const action = await makeAction(written);
    const rewritten = {
      ...written,
      name: `Changed ${written.id}`,
      parameters: [declare("more", "text", "More", ""), { ...text, label: "Words" }],
    };
    await run([
      raiseVersion(db, templates, { id: written.id, version: 1 }),
      ...rewriteTemplate(db, rewritten),
    ]);
    expect(await findTemplate(db, written.id)).toEqual({ ...rewritten, builtInKey: null, version: 2 });
    expect(
      await db.select().from(actionParameters).where(eq(actionParameters.actionId, action.id)),
    ).toMatchObject([{ value: "Good morning" }]);
  });

  it("can come to declare nothing", async () => {
    const written = await makeTemplate();
    const bare = { ...written, body: "<Response><Pause/></Response>", parameters: [] };
    await run(rewriteTemplate(database.db, bare));
    expect((await findTemplate(database.db, written.id))?.parameters).toEqual([]);
  });

  it("cannot have the name of another, whatever its capitals", async () => {
    const { name } = await makeTemplate();
    const refused = insertTemplate(database.db, {
      id: randomUUID(),
      name: name.toUpperCase(),
      description: "",
      body: "<Response/>",
      parameters: [],
    });
    expect(await refusalOf(refused)).toBe("templates_own_name_unique");
  });

  it("cannot be deleted while an action is made of it", async () => {
    const { db } = database;
    const written = await makeTemplate();
    const { id } = await makeAction(written);
    expect(await refusalOf(deleteTemplate(db, written.id))).toBe("actions_template_id_templates_id_fk");
    await db.delete(actions).where(eq(actions.id, id));
    expect(await refusalOf(deleteTemplate(db, written.id))).toBeNull();
    expect(await findTemplate(db, written.id)).toBeNull();
  });
});

describe("a built-in template", () => {
  it("can be neither rewritten nor deleted", async () => {
    const { db } = database;
    const found = await findBuiltInTemplate(db, "say");
    const before = await findTemplate(db, found?.id ?? "");
    if (!before) throw new Error("The built-in templates are missing.");
    expect(await refusalOf(rewriteTemplate(db, { ...before, name: "Mine now" }))).toBe(builtInTemplate);
    expect(await refusalOf(deleteTemplate(db, before.id))).toBe(builtInTemplate);
    expect(await findTemplate(db, before.id)).toEqual(before);
  });
});

describe("the actions of a template", () => {
  it("are read as the webhook reads them", async () => {
    const written = await makeTemplate();
    const { id, name } = await makeAction(written);
    const { actions: found } = await listActionsOfTemplate(database.db, written.id);
    expect(found).toEqual([
      {
        id,
        name,
        body: written.body,
        parameters: [
          { key: "text", type: "longText", defaultValue: null, value: "Good morning" },
          { key: "seconds", type: "number", defaultValue: null, value: null },
        ],
        people: [],
        targets: [],
        greetings: [],
      },
    ]);
  });

  it("end a batch when one of them has been made or saved since they were read", async () => {
    const { db } = database;
    const written = await makeTemplate();
    const action = await makeAction(written);
    const refusal = (state: string) => refusalOf([refuseIfActionsChanged(db, written.id, state)]);
    const { state } = await listActionsOfTemplate(db, written.id);
    expect(await refusal(state)).toBeNull();
    await run([raiseVersion(db, actions, { id: action.id, version: 1 })]);
    expect(await refusal(state)).toBe(actionsChanged);
    const { state: newer } = await listActionsOfTemplate(db, written.id);
    expect(await refusal(newer)).toBeNull();
    await makeAction(written);
    expect(await refusal(newer)).toBe(actionsChanged);
  });

  it("are named in the order of their names, with how many there are", async () => {
    const written = await makeTemplate();
    const made = [await makeAction(written), await makeAction(written)];
    const uses = await listTemplateUses(database.db, written.id);
    expect(uses.total).toBe(2);
    expect(uses.actions).toEqual(made.toSorted((one, other) => (one.name < other.name ? -1 : 1)));
    const unused = await makeTemplate();
    expect(await listTemplateUses(database.db, unused.id)).toEqual({ actions: [], total: 0 });
    for (let count = 0; count < 49; count++) await makeAction(written);
    const ofMany = await listTemplateUses(database.db, written.id);
    expect([ofMany.actions.length, ofMany.total]).toEqual([50, 51]);
    await database.db.delete(actions).where(eq(actions.templateId, written.id));
  });
});

describe("listTemplates", () => {
  it("counts the actions made of each", async () => {
    const used = await makeTemplate();
    for (let count = 0; count < 3; count++) await makeAction(used);
    const unused = await makeTemplate();
    const countOf = async ({ name }: WrittenTemplate) => (await list({ search: name })).rows[0]?.actionCount;
    expect(await countOf(used)).toBe(3);
    expect(await countOf(unused)).toBe(0);
    const { rows } = await list({ sort: "uses", isDescending: true });
    expect(rows[0]?.name).toBe(used.name);
  });

  it("finds by a part of the name or of the description, and knows built-in ones", async () => {
    const name = `Snow ${randomUUID()}`;
    await makeTemplate({ name, description: "For the 50%_day" });
    expect((await list({ search: "50%_DAY" })).rows).toMatchObject([{ name, isBuiltIn: false }]);
    expect((await list({ search: "take a message" })).rows).toMatchObject([{ isBuiltIn: true }]);
    expect(await list({ search: "no such template" })).toEqual({ rows: [], total: 0 });
  });

  it("puts built-in ones first or last by kind", async () => {
    await makeTemplate();
    expect((await list({ sort: "kind" })).rows[0]?.isBuiltIn).toBe(false);
    expect((await list({ sort: "kind", isDescending: true })).rows[0]?.isBuiltIn).toBe(true);
  });
});
