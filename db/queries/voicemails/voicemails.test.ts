import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { voicemails } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeLine } from "@/e2e/office/make-line";
import { makeVoicemail } from "@/e2e/office/make-voicemail";
import { listVoicemails, type VoicemailCursor } from "./list-voicemails";
import { markVoicemailHeard, markVoicemailNew } from "./mark-voicemail";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.db.delete(voicemails));

const list = (before: VoicemailCursor | null = null, limit = 50) =>
  listVoicemails(database.db, { before, limit });
const nobody = "0b0e4a5e-8f43-4ff6-9c1f-2f1f6f0c9a11";

describe("listVoicemails", () => {
  it("tells who called which line, when and for how long, the newest first", async () => {
    const line = await makeLine(database.db);
    const older = await makeVoicemail(database.db, { leftAt: new Date("2026-11-22T08:00:00.123Z") });
    const newer = await makeVoicemail(database.db, {
      to: line.number,
      leftAt: new Date("2026-11-23T08:00:00Z"),
    });
    const { voicemails: listed, next } = await list();
    expect(listed).toMatchObject([
      {
        id: newer.id,
        from: newer.from,
        lineName: line.name,
        to: line.number,
        durationSeconds: 42,
        isHeard: false,
      },
      { id: older.id, lineName: null },
    ]);
    expect(listed[1]?.leftAt.toString()).toBe("2026-11-22T08:00:00.123Z");
    expect(next).toBeNull();
  });

  it("walks through pages without losing or repeating one, though many are of the same millisecond", async () => {
    const leftAt = new Date("2026-11-22T08:00:00.5Z");
    const made = await Promise.all(Array.from({ length: 7 }, () => makeVoicemail(database.db, { leftAt })));
    const seen: string[] = [];
    let before: VoicemailCursor | null = null;
    do {
      const page = await list(before, 3);
      seen.push(...page.voicemails.map(({ id }) => id));
      before = page.next;
    } while (before);
    expect(seen.toSorted()).toEqual(made.map(({ id }) => id).toSorted());
  });
});

describe("markVoicemailHeard", () => {
  const heardAt = async (id: string) =>
    (await database.db.select({ at: voicemails.heardAt }).from(voicemails).where(eq(voicemails.id, id)))[0]
      ?.at;
  const at = Temporal.Instant.from("2026-11-23T09:00:00Z");

  it("keeps when it was first heard, until it is new again", async () => {
    const { id } = await makeVoicemail(database.db);
    expect(await markVoicemailHeard(database.db, { id, at })).toBe(true);
    await markVoicemailHeard(database.db, { id, at: at.add({ hours: 1 }) });
    expect((await heardAt(id))?.toISOString()).toBe("2026-11-23T09:00:00.000Z");
    expect((await list()).voicemails[0]?.isHeard).toBe(true);
    expect(await markVoicemailNew(database.db, id)).toBe(true);
    expect(await heardAt(id)).toBeNull();
  });

  it("says so when there is no such voicemail", async () => {
    expect(await markVoicemailHeard(database.db, { id: nobody, at })).toBe(false);
    expect(await markVoicemailNew(database.db, nobody)).toBe(false);
  });
});
