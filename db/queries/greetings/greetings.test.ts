import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { greetingRecordings, sounds, staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeGreeting } from "@/e2e/office/make-greeting";
import { makeAction, makeLine } from "@/e2e/office/make-line";
import { mostSoundBytes } from "@/lib/audio/sound-limits";
import { exampleWav } from "@/lib/audio/testing/example-sounds";
import { findAction } from "../actions/find-action";
import { findActionParts } from "../actions/find-action-parts";
import { deleteAction } from "../actions/rewrite-action";
import { findLineSetup } from "../call-path/find-line-setup";
import { findSound, findSoundFacts, getSoundPart } from "../sounds/find-sound";
import { keepSound, type NewSound } from "../sounds/keep-sound";
import { listSounds } from "../sounds/list-sounds";
import { findGreeting } from "./find-greeting";
import { listGreetingUses } from "./list-greeting-uses";
import { listGreetings } from "./list-greetings";
import { deleteGreeting } from "./write-greeting";

let test: TestDatabase;
const staffId = randomUUID();
beforeAll(async () => {
  test = await openTestDatabase();
  await test.db
    .insert(staffUsers)
    .values({ id: staffId, name: "Olive", email: "olive@example.com", role: "owner" });
});
afterAll(() => test.close());

const christmas = {
  label: "Christmas",
  from: new Date("2026-12-24T12:00:00Z"),
  until: new Date("2026-12-27T09:00:00Z"),
};
const instant = (text: string) => Temporal.Instant.from(text);
const now = instant("2026-11-23T15:00:00Z");

describe("keepSound", () => {
  const wav = exampleWav();
  const sound: NewSound = {
    bytes: wav,
    contentType: "audio/wav",
    durationSeconds: 1,
    source: "upload",
    fileName: "hello.wav",
    madeById: staffId,
    at: now,
  };

  it("gives back the very bytes, whole and in part, up to the largest sound that is kept", async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(65_536));
    const large = new Uint8Array(mostSoundBytes);
    for (let at = 0; at < large.length; at += bytes.length) large.set(bytes, at);
    const id = await keepSound(test.db, { ...sound, bytes: large });
    const found = await findSound(test.db, id);
    expect(Buffer.compare(found?.bytes ?? new Uint8Array(), large)).toBe(0);
    expect(await findSoundFacts(test.db, id)).toEqual({
      contentType: "audio/wav",
      sizeBytes: mostSoundBytes,
    });
    const part = await getSoundPart(test.db, id, { first: 10, last: 19 });
    expect([...part]).toEqual([...large.subarray(10, 20)]);
    expect(await findSound(test.db, randomUUID())).toBeNull();
  });

  it("keeps what is in a greeting once, and clears away what was put into none within a day", async () => {
    const { soundIds } = await makeGreeting(test.db);
    const [inGreeting = ""] = soundIds;
    const stored = await findSound(test.db, inGreeting);
    const again = await keepSound(test.db, { ...sound, bytes: stored?.bytes ?? wav });
    expect(again).toBe(inGreeting);

    const abandoned = await keepSound(test.db, { ...sound, at: now.subtract({ hours: 25 }) });
    const fresh = await keepSound(test.db, { ...sound, at: now });
    expect(fresh).not.toBe(abandoned);
    const left = (await listSounds(test.db, [abandoned, fresh, inGreeting])).map(({ id }) => id);
    expect(left.toSorted()).toEqual([fresh, inGreeting].toSorted());
  });
});

describe("a greeting", () => {
  it("is found with its standing recording first, and by what one of them is for", async () => {
    const { id, name, soundIds } = await makeGreeting(test.db, [{ dates: christmas }, {}]);
    const found = await findGreeting(test.db, id);
    expect(found).toEqual({
      id,
      name,
      version: 1,
      recordings: [
        { soundId: soundIds[1], label: "", startsAt: null, endsAt: null, durationSeconds: 1 },
        {
          soundId: soundIds[0],
          label: "Christmas",
          startsAt: instant("2026-12-24T12:00:00Z"),
          endsAt: instant("2026-12-27T09:00:00Z"),
          durationSeconds: 1,
        },
      ],
    });
    const request = { search: "christ", sort: "name", isDescending: false, page: 1 } as const;
    expect((await listGreetings(test.db, request)).rows).toMatchObject([{ id, uses: 0 }]);
    expect((await listGreetings(test.db, { ...request, search: "Easter" })).rows).toEqual([]);
  });

  it("comes with the action that plays it: to the form, to a preview and to a call", async () => {
    const { id: greetingId, name, soundIds } = await makeGreeting(test.db, [{}, { dates: christmas }]);
    const action = await makeAction(test.db, "play", { recording: { greetingId } });
    expect(await findAction(test.db, action.id)).toMatchObject({
      values: { recording: { greetingId } },
      names: { [greetingId]: name },
    });
    const parts = await findActionParts(test.db, {
      personIds: [],
      actionIds: [],
      greetingIds: [greetingId, randomUUID()],
      numbers: [],
    });
    expect(parts.greetings).toMatchObject([{ id: greetingId, name, recordings: [{}, {}] }]);

    const line = await makeLine(test.db, { openActionId: action.id });
    const { setup } = await findLineSetup(test.db, { called: line.number, caller: "anonymous", at: now });
    const [played] = setup.configuration?.openAction.greetings ?? [];
    expect(played).toMatchObject({ key: "recording", name });
    expect(played?.recordings).toContainEqual({
      soundId: soundIds[1],
      label: "Christmas",
      startsAt: instant("2026-12-24T12:00:00Z"),
      endsAt: instant("2026-12-27T09:00:00Z"),
    });
  });

  it("cannot be deleted while an action plays it, and takes its recordings with it when it can", async () => {
    const { id, soundIds } = await makeGreeting(test.db);
    const action = await makeAction(test.db, "play", { recording: { greetingId: id } });
    expect(await listGreetingUses(test.db, id)).toEqual([action]);
    await expect(test.db.batch([deleteGreeting(test.db, id)])).rejects.toMatchObject({
      constraint: "action_greetings_greeting_id_greetings_id_fk",
    });
    const [first, ...rest] = deleteAction(test.db, action.id);
    if (first) await test.db.batch([first, ...rest]);
    await test.db.batch([deleteGreeting(test.db, id)]);
    expect(await findGreeting(test.db, id)).toBeNull();
    expect(
      await test.db.select().from(greetingRecordings).where(eq(greetingRecordings.greetingId, id)),
    ).toEqual([]);
    // The sound itself stays a while: a call that has just been answered may still fetch it.
    expect(
      await test.db
        .select({ id: sounds.id })
        .from(sounds)
        .where(eq(sounds.id, soundIds[0] ?? "")),
    ).toHaveLength(1);
  });
});
