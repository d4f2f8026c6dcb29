import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listAttention } from "@/db/queries/attention/list-attention";
import { listPeopleToChoose } from "@/db/queries/people/list-people-to-choose";
import { listOldVoicemails } from "@/db/queries/retention/list-old-recordings";
import { findVoicemail } from "@/db/queries/voicemails/find-voicemail";
import {
  listVoicemails,
  type VoicemailCursor,
  type VoicemailFilter,
} from "@/db/queries/voicemails/list-voicemails";
import { markVoicemailHeard } from "@/db/queries/voicemails/mark-voicemail";
import { staffUsers, voicemails } from "@/db/schema";
import { fillCalls, fillFirm } from "./fill-calls";
import { fillVoicemails } from "./fill-voicemails";
import { type Cost, costOf, findGrowth } from "./measure";
import { type DeepDatabase, openDeepDatabase } from "./open-deep-database";

/** How the inbox fares with ten times as many messages. What it costs may grow with their logarithm, not with them. */

const few = 10_000;
const many = 100_000;

/** How many times the time of few messages it may take with many. */
const mostTimes = 3;
/** Milliseconds of a search whose every part is common: what all callers' numbers have is in long lists of the index. */
const mostOfSearch = 500;

const growing = ["voicemails", "calls"];

let deep: DeepDatabase;
beforeAll(async () => {
  deep = await openDeepDatabase();
  await fillFirm(deep.db);
  await deep.db.insert(staffUsers).values({ ...reader, email: "ana@example.com", role: "staff" });
});
afterAll(() => deep.close());

const reader = { id: randomUUID(), name: "Ana Ruiz" };
const newest = Temporal.Instant.from("2026-11-23T15:00:00Z");
const daysAgo = (days: number) => newest.subtract({ hours: 24 * days });

async function addMessages(from: number, to: number): Promise<void> {
  await fillCalls(deep.db, { from, to, newest });
  await fillVoicemails(deep.db, to);
}

/** One office archives what it has answered, and has few in its inbox; another leaves everything there. */
const habits = ["tidy", "untidy"] as const;

/**
 * Answers the messages as an office does: the newest twenty are new; one in a hundred is somebody's to answer, and most of
 * those are the first person's.
 */
async function answer(habit: (typeof habits)[number]): Promise<void> {
  await deep.db.execute(sql`
    with placed as (
      select id, row_number() over (order by left_at desc) as place, count(*) over () as total, abs(hashtext(call_sid)) as hash from ${voicemails}
    ), person as (select array_agg(id order by name) as ids from people)
    update ${voicemails} set
      heard_at = case when place > 20 then left_at + interval '1 hour' end, heard_by_id = null, heard_by_name = null,
      archived_at = case when place > ${habit === "tidy" ? sql`30` : sql`total - 30`} then left_at + interval '1 day' end,
      assigned_to_id = case when hash % 100 = 1 then ids[case when hash % 1000 = 1 then 2 else 1 end] end,
      transcription = 'Please call me back about the ' || (array['roof', 'rent', 'order', 'invoice'])[1 + hash % 4],
      note = case when hash % 20 = 3 then 'Called back, and left word' else '' end
    from placed, person where placed.id = ${voicemails}.id
  `);
  await deep.db.execute(sql`vacuum analyze ${voicemails}`);
}

type Doing = [name: string, statements: number, run: () => Promise<unknown>];

const inbox: VoicemailFilter = { state: "inbox", assignedToId: null, words: "" };

const list =
  (filter: Partial<VoicemailFilter>, before: VoicemailCursor | null = null) =>
  () =>
    listVoicemails(deep.watched, { filter: { ...inbox, ...filter }, before, limit: 50 });

async function doings({ db, watched }: DeepDatabase): Promise<Doing[]> {
  const [first, second, third] = (await listPeopleToChoose(db)).people;
  const [one] = (await listVoicemails(db, { filter: inbox, before: null, limit: 1 })).voicemails;
  const id = one?.id ?? "";
  return [
    ["list: newest", 1, list({})],
    ["list: further back", 1, list({}, { leftAt: daysAgo(5), id })],
    ["list: new ones", 1, list({ state: "new" })],
    ["list: the archive", 1, list({ state: "archived" })],
    ["list: further back in the archive", 1, list({ state: "archived" }, { leftAt: daysAgo(5), id })],
    ["list: somebody's", 1, list({ assignedToId: first?.id ?? "" })],
    ["list: somebody's, few", 1, list({ assignedToId: second?.id ?? "" })],
    ["list: somebody's, none", 1, list({ assignedToId: third?.id ?? "" })],
    ["list: somebody's new ones", 1, list({ assignedToId: first?.id ?? "", state: "new" })],
    ["list: common words", 1, list({ words: "the roof" })],
    ["list: words of a note", 1, list({ words: "left word" })],
    ["list: a rare name", 1, list({ words: "zebulon" })],
    ["list: words nobody has", 1, list({ words: "qqqq" })],
    ["list: words of the archive", 1, list({ state: "archived", words: "the rent" })],
    ["list: words that nobody has in the archive", 1, list({ state: "archived", words: "qqqq" })],
    ["a voicemail's page", 1, () => findVoicemail(watched, id)],
    ["mark as heard", 1, () => markVoicemailHeard(watched, { id, by: reader, at: newest })],
    ["what needs attention", 1, () => listAttention(watched, newest)],
    [
      "retention: nothing to delete",
      1,
      () => listOldVoicemails(watched, { before: daysAgo(3000), after: null, limit: 500 }),
    ],
  ];
}

async function measureSearches(habit: string): Promise<void> {
  for (const words of ["(415) 501-2345", "known caller 17"]) {
    for (const state of ["inbox", "archived"] as const) {
      const name = `${habit}: ${state}: ${words}`;
      const cost = await costOf(deep, growing, list({ state, words }));
      console.log(`| ${name} | ${cost.statements} | | ${cost.milliseconds.toFixed(1)} | |`);
      expect(cost, name).toMatchObject({ statements: 1, wholeScans: [] });
      expect(cost.milliseconds, name).toBeLessThan(mostOfSearch);
    }
  }
}

async function measureAll(): Promise<Map<string, Cost>> {
  const costs = new Map<string, Cost>();
  for (const habit of habits) {
    await answer(habit);
    for (const [what, statements, run] of await doings(deep)) {
      const name = `${habit}: ${what}`;
      const cost = await costOf(deep, growing, run);
      expect(cost.statements, `${name}: statements`).toBe(statements);
      costs.set(name, cost);
    }
    if ((await deep.db.$count(voicemails)) === many) await measureSearches(habit);
  }
  return costs;
}

it(`costs with ${many} messages about what it costs with ${few}`, async () => {
  await addMessages(0, few);
  const withFew = await measureAll();
  await addMessages(few, many);
  const withMany = await measureAll();
  const { wholeScans, tooSlow } = findGrowth({ few, many, withFew, withMany }, mostTimes);
  expect(wholeScans).toEqual([]);
  expect(tooSlow).toEqual([]);
});
