import { randomUUID } from "node:crypto";
import { asc, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { constraintOf } from "@/db/errors";
import { calls, configurations, phoneNumbers, scheduleOverrides, schedules } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeLine } from "@/e2e/office/make-line";
import { encodeWav } from "@/lib/audio/encode-wav";
import { isNothing } from "@/lib/backup/compare";
import { planImport } from "@/lib/backup/plan-import";
import type { ImportMode } from "@/lib/backup/resolve";
import type { SetUpFile } from "@/lib/backup/set-up";
import { anyFile } from "@/lib/backup/testing/any-file";
import { fileText } from "@/lib/backup/write-file";
import { keepSounds } from "./keep-sounds";
import { findSoundBytes, readSetUp } from "./read-set-up";
import { holdSetUp, setUpHasChanged } from "./set-up-state";
import { writeSetUp } from "./write-set-up";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => empty());

/** As a new installation is. */
async function empty(): Promise<void> {
  await test.db.batch([
    test.db.execute(sql`delete from calls`),
    test.db.execute(sql`delete from configurations`),
    test.db.execute(sql`delete from known_callers`),
    test.db.execute(sql`delete from blocked_callers`),
    test.db.execute(sql`delete from action_targets`),
    test.db.execute(sql`delete from actions`),
    test.db.execute(sql`delete from templates where built_in_key is null`),
    test.db.execute(sql`delete from greetings`),
    test.db.execute(sql`delete from sounds`),
    test.db.execute(sql`delete from people`),
    test.db.execute(sql`delete from schedules`),
    test.db.execute(sql`delete from phone_numbers`),
    test.db.execute(sql`delete from firm_settings`),
    test.db.execute(sql`insert into firm_settings default values`),
  ]);
}

async function exported(withSounds = true): Promise<string> {
  const { setUp } = await readSetUp(test.db);
  let text = "";
  for await (const part of fileText(setUp, async (id) => (withSounds ? findSoundBytes(test.db, id) : null)))
    text += part;
  return text;
}

async function planned(text: string, mode: ImportMode = "replace") {
  const { setUp: current, state } = await readSetUp(test.db);
  const read = await planImport({ text, mode, current, newId: randomUUID });
  if ("faults" in read) throw new Error(JSON.stringify(read.faults, null, 2));
  return { ...read.plan, state };
}

async function carryOut({ state, ...plan }: Awaited<ReturnType<typeof planned>>): Promise<void> {
  await keepSounds(test.db, plan);
  await test.db.batch([...holdSetUp(test.db, state), ...writeSetUp(test.db, plan.changes)]);
}

const imported = async (text: string, mode?: ImportMode) => carryOut(await planned(text, mode));

/** What of a file is the same however its things are ordered and referred to. */
const gist = ({ firm, phoneNumbers, people, actions, knownCallers, sounds }: SetUpFile) => ({
  firm,
  phoneNumbers: sorted(phoneNumbers),
  phones: sorted(people.flatMap(({ name, phones }) => phones.map((phone) => ({ name, ...phone })))),
  values: sorted(actions.flatMap(({ name, values }) => Object.keys(values).map((key) => `${name} ${key}`))),
  menus: sorted(actions.flatMap(({ values: { menu = [], next = "" } }) => [menu, next])),
  knownCallers: sorted(knownCallers),
  sounds: sorted(sounds),
});

const sorted = (items: readonly unknown[]) =>
  items
    .map((item) => JSON.stringify(typeof item === "object" ? Object.entries(item ?? {}).toSorted() : item))
    .toSorted();

describe("a backup", () => {
  it("is the same after it has been imported into an empty installation, and changes nothing where it was made", async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (file) => {
        await empty();
        await imported(JSON.stringify(file));
        const first = await exported();
        expect(gist(JSON.parse(first))).toEqual(gist(file));
        expect(isNothing((await planned(first)).changes)).toBe(true);
        expect(isNothing((await planned(await exported(false), "add")).changes)).toBe(true);
        await empty();
        await imported(first);
        expect(await exported()).toBe(first);
      }),
      { numRuns: 15 },
    );
  }, 180_000);

  it("makes one set-up of any other, however their names and numbers have moved about", async () => {
    const text = (file: unknown) => JSON.stringify(file);
    await fc.assert(
      fc.asyncProperty(anyFile, anyFile, async (one, other) => {
        await empty();
        // Numbers of Twilio's account stay, whatever a file says.
        const examples = one.phoneNumbers.map((number) => ({ ...number, twilioSid: null }));
        await imported(text({ ...one, phoneNumbers: examples }));
        await imported(text(other));
        const over = JSON.parse(await exported());
        await empty();
        await imported(text(over));
        expect(JSON.parse(await exported())).toEqual(over);
        expect(over.actions.map(({ name }: { name: string }) => name).toSorted()).toEqual(
          other.actions.map(({ name }) => name).toSorted(),
        );
      }),
      { numRuns: 10 },
    );
  }, 180_000);
});

describe("an import", () => {
  it("swaps names, keeps ids and with them calls, and leaves alone what only stands here", async () => {
    const line = await makeLine(test.db);
    const other = await makeLine(test.db);
    const before = await test.db.select().from(configurations).orderBy(asc(configurations.id));
    const [one, two] = before;
    if (!one || !two) throw new Error("Two lines were made.");
    await test.db.insert(calls).values({
      sid: `CA${"0".repeat(32)}`,
      fromNumber: "+15550000001",
      toNumber: line.number,
      receivedAt: new Date(),
      configurationId: one.id,
      reasonCode: "open",
      reason: "Open",
    });
    const file = JSON.parse(await exported());
    for (const configuration of file.configurations) {
      configuration.name = configuration.id === one.id ? two.name : one.name;
    }
    await imported(JSON.stringify(file));
    const after = await test.db.select().from(configurations).orderBy(asc(configurations.id));
    expect(after.map(({ id, name, version }) => [id, name, version])).toEqual([
      [one.id, two.name, 2],
      [two.id, one.name, 2],
    ]);
    expect(await test.db.select({ id: calls.configurationId }).from(calls)).toEqual([{ id: one.id }]);

    // All of the second line is taken out of the file.
    file.phoneNumbers = file.phoneNumbers.filter(({ number }: { number: string }) => number === line.number);
    file.configurations = file.configurations.filter(
      ({ phoneNumber }: { phoneNumber: string }) => phoneNumber === line.number,
    );
    expect(isNothing((await planned(JSON.stringify(file), "add")).changes)).toBe(true);
    await imported(JSON.stringify(file), "replace");
    expect(await test.db.select({ number: phoneNumbers.number }).from(phoneNumbers)).toEqual([
      { number: line.number },
    ]);
    expect(other.number).not.toBe(line.number);
  });

  it("keeps who set an override that stays", async () => {
    await makeLine(test.db, {
      schedule: { override: { isOpen: false, reason: "Flood", setByName: "Olive" } },
    });
    const text = await exported();
    const { name } = JSON.parse(text).schedules[0];
    const [before] = await test.db.select().from(scheduleOverrides);
    await imported(text.replaceAll(name, "Flooded hours"));
    expect(await test.db.select().from(scheduleOverrides)).toEqual([before]);
    expect(await test.db.select({ name: schedules.name }).from(schedules)).toEqual([
      { name: "Flooded hours" },
    ]);
  });

  it("brings as much sound as a file may hold", async () => {
    const file = JSON.parse(await exported());
    const ids = Array.from({ length: 4 }, () => randomUUID());
    const bytes = Buffer.from(encodeWav(new Float32Array(2_097_130), 8000)).toString("base64");
    file.sounds = ids.map((id) => ({
      id,
      contentType: "audio/wav",
      durationSeconds: 60,
      source: "upload",
      fileName: "",
      bytes,
    }));
    file.greetings = ids.map((sound, at) => ({
      name: `Greeting ${at}`,
      recordings: [{ label: "", startsAt: null, endsAt: null, sound }],
    }));
    await imported(JSON.stringify(file));
    const text = await exported();
    expect(JSON.parse(text).sounds).toHaveLength(4);
    expect(isNothing((await planned(text)).changes)).toBe(true);
  });

  it("writes nothing when somebody has changed the set-up since it was looked at", async () => {
    await makeLine(test.db);
    const file = JSON.parse(await exported());
    file.firm.name = "Another firm";
    const plan = await planned(JSON.stringify(file));
    await test.db.insert(phoneNumbers).values({ number: "+15550000009", friendlyName: "Just bought" });
    const between = await exported();
    await expect(carryOut(plan).catch(constraintOf)).resolves.toBe(setUpHasChanged);
    expect(await exported()).toBe(between);
  });

  it("writes nothing at all when the database refuses the last thing of it", async () => {
    const file = JSON.parse(await exported());
    file.firm.name = "Half a firm";
    file.schedules = [
      { name: "Here", timeZone: "Europe/Berlin", windows: [], exceptions: [], override: null },
    ];
    const before = await exported();
    const plan = await planned(JSON.stringify(file));
    const [schedule] = plan.changes.schedules.added;
    if (!schedule) throw new Error("A schedule was planned.");
    schedule.timeZone = "Mars/Olympus";
    await expect(carryOut(plan).catch(constraintOf)).resolves.toBe("schedules_time_zone_real");
    expect(await exported()).toBe(before);
  });
});
