import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it } from "vitest";
import { callEvents, calls } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber, makeAction, makePerson } from "@/e2e/office/make-line";
import { sid } from "@/e2e/twilio/twilio";
import { findStepSetup } from "./find-step-setup";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

const at = Temporal.Instant.from("2026-11-23T15:00:00Z");
const before = (minutes: number) => new Date(at.subtract({ minutes }).epochMilliseconds);

type Detail = Record<string, string | boolean | null>;

async function addEvents(events: { kind: string; minutesBefore: number; detail: Detail }[]) {
  const callSid = sid("CA");
  await test.db.insert(calls).values({
    sid: callSid,
    fromNumber: "+14155550123",
    toNumber: "+12125550100",
    receivedAt: before(600),
    reasonCode: "open",
    reason: "Open",
  });
  await test.db.insert(callEvents).values(
    events.map(({ kind, minutesBefore, detail }) => ({
      callSid,
      stepKey: randomUUID(),
      kind,
      at: before(minutesBefore),
      words: "",
      detail,
    })),
  );
}

async function tookAt(order: "asListed" | "idleLongest", entries: { personId?: string; number?: string }[]) {
  const action = await makeAction(test.db, "ring-in-turn", {
    people: { people: entries as { personId: string }[] },
    order: { value: order },
  });
  const { setup } = await findStepSetup(test.db, {
    configurationId: randomUUID(),
    actionId: action.id,
    callSid: sid("CA"),
    at,
  });
  return setup.action?.people.map(({ lastTookAt }) => lastTookAt?.toString() ?? null);
}

it("says when each of them last took a call, by screening or by a ring for them alone", async () => {
  const [ana, ben, cy] = [
    await makePerson(test.db, "Ana"),
    await makePerson(test.db, "Ben"),
    await makePerson(test.db, "Cy"),
  ];
  const bare = anyNumber();
  const taken = (personId: string | null, number: string | null, isTaken = true) => ({
    personId,
    number,
    isTaken,
  });
  await addEvents([
    { kind: "screened", minutesBefore: 50, detail: taken(ana.id, "+12125550142") },
    { kind: "screened", minutesBefore: 40, detail: taken(ana.id, "+12125550143") },
    { kind: "screened", minutesBefore: 5, detail: taken(ana.id, "+12125550142", false) },
    { kind: "after-dial", minutesBefore: 30, detail: taken(ben.id, null) },
    { kind: "after-dial", minutesBefore: 20, detail: taken(null, bare) },
    { kind: "after-dial", minutesBefore: 1, detail: { isTaken: true, status: "completed" } },
  ]);
  const entries = [{ personId: ana.id }, { personId: ben.id }, { personId: cy.id }, { number: bare }];
  const minutesBefore = (minutes: number) => at.subtract({ minutes }).toString();
  expect(await tookAt("idleLongest", entries)).toEqual([
    minutesBefore(40),
    minutesBefore(30),
    null,
    minutesBefore(20),
  ]);
  expect(await tookAt("asListed", entries)).toEqual([null, null, null, null]);
});

it("reads one row of an index for each of them, however many calls there have been", async () => {
  const { db } = test;
  const ana = await makePerson(db, "Ana");
  await addEvents([{ kind: "screened", minutesBefore: 3, detail: { personId: ana.id, isTaken: true } }]);
  const [call] = await db.select({ sid: calls.sid }).from(calls).limit(1);
  await db.execute(sql`
    insert into ${callEvents} (call_sid, step_key, kind, at, words, detail)
    select ${call?.sid}, 'many:' || n, 'screened', ${before(500).toISOString()}::timestamptz + n * interval '1 second', '',
      json_build_object('personId', case when n % 2 = 0 then ${ana.id}::text else gen_random_uuid()::text end, 'isTaken', n % 3 > 0)
    from generate_series(1, 20000) as n
  `);
  await db.execute(sql`analyze ${callEvents}`);
  const { rows } = await db.execute<{ "QUERY PLAN": string }>(sql`
    explain (analyze, costs off, timing off, summary off)
    select at from call_events
    where coalesce(detail ->> 'personId', detail ->> 'number') = ${ana.id} and detail ->> 'isTaken' = 'true'
    order by at desc limit 1
  `);
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).toMatch(/Index Scan using call_events_taken on call_events \(actual rows=1(\.00)? loops=1\)/);
  expect(plan).not.toContain("Sort");
});
