import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actionPeople, knownCallers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber, makeAction, makeLine, makePerson } from "@/e2e/office/make-line";
import { findBuiltInTemplate } from "../templates/find-built-in-template";
import { findAction } from "./find-action";
import { findActionParts } from "./find-action-parts";
import { findActionTemplate } from "./find-action-template";
import { listActionUses } from "./list-action-uses";
import { listActions } from "./list-actions";
import { deleteAction, rewriteAction } from "./rewrite-action";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const nothing = { personIds: [], actionIds: [], numbers: [] };

describe("findAction", () => {
  it("gives every value under its parameter's key, in order, with the names of what it refers to", async () => {
    const { db } = database;
    const ana = await makePerson(db, "Ana Lima");
    const ben = await makePerson(db, "Ben Odell");
    const number = anyNumber();
    const message = await makeAction(db, "voicemail");
    const { id, name } = await makeAction(db, "ring-all", {
      people: { people: [{ personId: ben.id }, { number, ringSeconds: 15 }, { personId: ana.id }] },
      introduction: { value: "Welcome & good day" },
      voice: { value: { name: "Polly.Amy-Neural", language: "en-GB" } },
      unanswered: { actionId: message.id },
    });
    const action = await findAction(db, id);
    expect(action).toMatchObject({ id, name, version: 1, template: { builtInKey: "ring-all" } });
    expect(action?.values).toEqual({
      people: [{ personId: ben.id }, { number, ringSeconds: 15 }, { personId: ana.id }],
      introduction: "Welcome & good day",
      voice: { name: "Polly.Amy-Neural", language: "en-GB" },
      unanswered: message.id,
    });
    expect(action?.names).toEqual({
      [ana.id]: "Ana Lima",
      [ben.id]: "Ben Odell",
      [message.id]: message.name,
    });
    expect(await findActionTemplate(db, action?.template.id ?? "")).toEqual({
      template: action?.template,
      country: "US",
      firmVoice: { name: "Polly.Joanna-Neural", language: "en-US" },
    });
    expect(action?.template.parameters.map(({ key }) => key).slice(0, 2)).toEqual(["people", "introduction"]);
  });

  it("is null for an action that is not there", async () => {
    expect(await findAction(database.db, randomUUID())).toBeNull();
    expect(await findActionTemplate(database.db, randomUUID())).toBeNull();
  });
});

describe("rewriteAction", () => {
  it("changes the template and the values in one batch, and leaves nothing of the old ones", async () => {
    const { db } = database;
    const ana = await makePerson(db, "Ana Lima");
    const made = await makeAction(db, "ring-one", {
      people: { people: [{ personId: ana.id }] },
      ringSeconds: { value: 30 },
    });
    const say = await findBuiltInTemplate(db, "say");
    if (!say) throw new Error("The template “say” is missing.");
    const values = { text: { value: "Hello" }, next: { actionId: made.id } };
    const [first, ...rest] = rewriteAction(db, {
      id: made.id,
      name: `New ${made.name}`,
      template: say,
      values,
    });
    if (first) await db.batch([first, ...rest]);
    expect(await findAction(db, made.id)).toMatchObject({
      name: `New ${made.name}`,
      template: { builtInKey: "say" },
      values: { text: "Hello", next: made.id },
    });
    expect(await db.select().from(actionPeople).where(eq(actionPeople.actionId, made.id))).toEqual([]);
  });
});

describe("deleteAction", () => {
  const remove = async (id: string) => {
    const [first, ...rest] = deleteAction(database.db, id);
    if (first) await database.db.batch([first, ...rest]);
  };

  it("deletes one that leads to itself", async () => {
    const { db } = database;
    const made = await makeAction(db, "say");
    const say = await findBuiltInTemplate(db, "say");
    if (!say) throw new Error("The template “say” is missing.");
    const [first, ...rest] = rewriteAction(db, {
      ...made,
      template: say,
      values: { next: { actionId: made.id } },
    });
    if (first) await db.batch([first, ...rest]);
    await remove(made.id);
    expect(await findAction(db, made.id)).toBeNull();
  });

  it("is refused for one that another leads to, and takes none of its values", async () => {
    const { db } = database;
    const used = await makeAction(db, "say", { text: { value: "Stay" } });
    await makeAction(db, "say", { next: { actionId: used.id } });
    await expect(remove(used.id)).rejects.toMatchObject({
      constraint: "action_targets_target_action_id_actions_id_fk",
    });
    expect((await findAction(db, used.id))?.values).toEqual({ text: "Stay" });
  });
});

describe("findActionParts", () => {
  it("finds people, all that actions lead to even in a circle, and which numbers are ours", async () => {
    const { db } = database;
    const awayUntil = new Date("2031-01-01T00:00:00Z");
    const ana = await makePerson(db, "Ana Lima", { awayUntil, numbers: [anyNumber(), anyNumber()] });
    const last = await makeAction(db, "hang-up");
    const middle = await makeAction(db, "say", { next: { actionId: last.id } });
    const first = await makeAction(db, "say", { next: { actionId: middle.id } });
    const line = await makeLine(db);
    const parts = await findActionParts(db, {
      personIds: [ana.id, randomUUID()],
      actionIds: [first.id],
      numbers: [line.number, anyNumber()],
    });
    expect(parts.people).toEqual([
      {
        id: ana.id,
        duty: null,
        name: "Ana Lima",
        awayUntil: Temporal.Instant.from("2031-01-01T00:00:00Z"),
        numbers: ana.numbers,
      },
    ]);
    expect(parts.actions.map(({ id }) => id).toSorted()).toEqual([first.id, middle.id, last.id].toSorted());
    expect(parts.ownNumbers).toEqual([line.number]);
    expect(parts.country).toBe("US");
  });

  it("knows the firm even where nothing is referred to", async () => {
    const parts = await findActionParts(database.db, nothing);
    expect(parts).toMatchObject({ people: [], actions: [], ownNumbers: [] });
    expect(parts.firm.voice.language).toBe("en-US");
  });
});

describe("listActionUses", () => {
  it("names configurations with their half of the day, known callers, and other actions once, but not itself", async () => {
    const { db } = database;
    const used = await makeAction(db, "say");
    const open = await makeLine(db, { openActionId: used.id });
    const both = await makeLine(db, { openActionId: used.id, closedActionId: used.id, isActive: false });
    const other = await makeAction(db, "say", { next: { actionId: used.id } });
    const [known] = await db
      .insert(knownCallers)
      .values({ number: anyNumber(), name: "Ana Ruiz", actionId: used.id })
      .returning();
    const uses = await listActionUses(db, used.id);
    expect(uses).toHaveLength(4);
    expect(uses.at(-2)).toEqual({ by: "knownCaller", id: known?.id, name: "Ana Ruiz" });
    expect(uses).toContainEqual(
      expect.objectContaining({ id: open.configurationId, when: "open", isActive: true }),
    );
    expect(uses).toContainEqual(
      expect.objectContaining({ id: both.configurationId, when: "both", isActive: false }),
    );
    expect(uses.at(-1)).toEqual({ by: "action", id: other.id, name: other.name });
    expect(await listActionUses(db, other.id)).toEqual([]);
  });
});

describe("listActions", () => {
  const request = (search: string) => ({ search, sort: "name" as const, isDescending: false, page: 1 });

  it("counts a known caller whose calls go straight to it", async () => {
    const { db } = database;
    const used = await makeAction(db, "say");
    await db.insert(knownCallers).values({ number: anyNumber(), name: "Ben", actionId: used.id });
    expect((await listActions(db, request(used.name))).rows).toEqual([expect.objectContaining({ uses: 1 })]);
  });

  it("finds by name, and counts what uses each", async () => {
    const { db } = database;
    const used = await makeAction(db, "say");
    await makeLine(db, { openActionId: used.id, closedActionId: used.id });
    await makeAction(db, "say", { next: { actionId: used.id } });
    const { rows, total } = await listActions(db, request(used.name));
    expect(total).toBe(1);
    expect(rows).toEqual([expect.objectContaining({ id: used.id, templateName: "Say something", uses: 2 })]);
  });

  it("finds by the template's name", async () => {
    const { rows } = await listActions(database.db, request("hang up pol"));
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ templateBuiltInKey }) => templateBuiltInKey))).toEqual(new Set(["hang-up"]));
  });
});
