import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listGreetingUses } from "@/db/queries/greetings/list-greeting-uses";
import { greetings, sounds } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { checkSound } from "@/lib/audio/check-sound";
import { findGreeting } from "../queries/greetings/find-greeting";
import { insertDemoOffice } from "./insert-demo-office";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

it("has a greeting that an action plays, of sounds such as the form would take", async () => {
  const owner = { email: "olive@example.com", name: "Olive Alder", passwordHash: "$argon2id$x" };
  await insertDemoOffice(test.db, owner, 2026);
  const [greeting] = await test.db.select({ id: greetings.id }).from(greetings);
  const found = await findGreeting(test.db, greeting?.id ?? "");
  expect(found?.recordings.map(({ label, startsAt }) => [label, startsAt?.toString() ?? null])).toEqual([
    ["", null],
    // Midnight in New York.
    ["Between the years", Temporal.Instant.from("2026-12-25T05:00:00Z").toString()],
  ]);
  const uses = await listGreetingUses(test.db, greeting?.id ?? "");
  expect(uses).toMatchObject([{ name: "Chime, then a message" }]);
  for (const { bytes, durationSeconds } of await test.db.select().from(sounds)) {
    const checked = await checkSound(new Uint8Array(bytes));
    expect(checked).toMatchObject({ contentType: "audio/wav" });
    if (!("fault" in checked)) expect(checked.durationSeconds).toBeCloseTo(durationSeconds, 1);
  }
});
