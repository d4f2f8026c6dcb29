"use server";

import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { requiredText, seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { type ConstraintWords, write } from "@/app/_mutations/write";
import type { Database } from "@/db/client";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findGreeting } from "@/db/queries/greetings/find-greeting";
import { listGreetingUses } from "@/db/queries/greetings/list-greeting-uses";
import {
  deleteGreeting as deletionOf,
  type GreetingToWrite,
  insertGreeting,
  rewriteGreeting,
} from "@/db/queries/greetings/write-greeting";
import { listSounds } from "@/db/queries/sounds/list-sounds";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { greetings } from "@/db/schema";
import { readRecordings } from "./_recordings/read-recordings";
import { recordingsFields } from "./_recordings/recordings-schema";
import { greetingInWords } from "./greeting-in-words";

const fields = {
  name: requiredText("Please give it a name, so that others find it.", 120),
  ...recordingsFields,
};

const refusals: ConstraintWords = {
  greetings_name_unique: { field: "name", message: "There is another greeting of this name." },
  greeting_recordings_sound_id_sounds_id_fk:
    "One of the recordings was made more than a day ago and has been cleared away since. Please make it again.",
};

type Typed = z.output<z.ZodObject<typeof fields>>;

/** @throws Refusal when anything of what the form sent cannot be saved. */
function greetingFrom(id: string, { name, ...typed }: Typed, timeZone: string): GreetingToWrite {
  const read = readRecordings(typed, timeZone);
  if ("fieldErrors" in read) throw new Refusal({ fieldErrors: read.fieldErrors });
  return { id, name, ...read };
}

/** How a greeting was and is, for the record. */
async function inWords(
  db: Database,
  timeZone: string,
  ...greetingsToTell: (Pick<GreetingToWrite, "name" | "recordings"> | null)[]
) {
  const ids = greetingsToTell.flatMap((one) => one?.recordings.map(({ soundId }) => soundId) ?? []);
  const known = new Map((await listSounds(db, ids)).map((sound) => [sound.id, sound]));
  const here = { timeZone, now: Temporal.Now.instant() };
  return greetingsToTell.map((one) => one && greetingInWords(one, (id) => known.get(id), here));
}

export const makeGreeting = mutation({
  name: "makeGreeting",
  minimumRole: "manager",
  schema: z.object(fields),
  async run(typed, { staff, db }) {
    const { timeZone } = await getFirm(db);
    const greeting = greetingFrom(randomUUID(), typed, timeZone);
    const [after = null] = await inWords(db, timeZone, greeting);
    await write(
      db,
      [
        ...insertGreeting(db, greeting),
        ...recordActivity(db, {
          staff,
          verb: "makeGreeting",
          subject: "greeting",
          subjectId: greeting.id,
          subjectName: greeting.name,
          before: null,
          after,
        }),
      ],
      { refusals },
    );
    return sayAndGo(
      `“${greeting.name}” is saved. Choose it in an action, and callers hear it.`,
      "/greetings",
    );
  },
});

export const saveGreeting = mutation({
  name: "saveGreeting",
  minimumRole: "manager",
  schema: z.object({ ...seenVersion, ...fields }),
  async run({ id, version, ...typed }, { staff, db }) {
    const [{ timeZone }, stored] = await Promise.all([getFirm(db), findGreeting(db, id)]);
    const greeting = greetingFrom(id, typed, timeZone);
    const [before = null, after = null] = await inWords(db, timeZone, stored, greeting);
    const seen = { id, version };
    await write(
      db,
      [
        raiseVersion(db, greetings, seen),
        ...rewriteGreeting(db, greeting),
        ...recordActivity(db, {
          staff,
          verb: "saveGreeting",
          subject: "greeting",
          subjectId: id,
          subjectName: greeting.name,
          before,
          after,
        }),
      ],
      { refusals, editing: { table: greetings, subject: "greeting", seen } },
    );
    return sayAndGo(`“${greeting.name}” is saved. Callers hear it from now on.`, "/greetings");
  },
});

export const deleteGreeting = mutation({
  name: "deleteGreeting",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const [stored, uses, { timeZone }] = await Promise.all([
      findGreeting(db, seen.id),
      listGreetingUses(db, seen.id),
      getFirm(db),
    ]);
    if (!stored) return sayAndGo("Somebody else has deleted it already.", "/greetings");
    if (uses.length > 0) {
      const named = uses.map(({ name }) => `“${name}”`).join(", ");
      throw new Refusal({ message: `It is in use, so it cannot be deleted: ${named} plays it.` });
    }
    const [before = null] = await inWords(db, timeZone, stored);
    await write(
      db,
      [
        raiseVersion(db, greetings, seen),
        deletionOf(db, seen.id),
        ...recordActivity(db, {
          staff,
          verb: "deleteGreeting",
          subject: "greeting",
          subjectId: seen.id,
          subjectName: stored.name,
          before,
          after: null,
        }),
      ],
      {
        refusals: {
          action_greetings_greeting_id_greetings_id_fk:
            "An action has begun to play it a moment ago, so it cannot be deleted. Load this page again to see which.",
        },
        editing: { table: greetings, subject: "greeting", seen },
      },
    );
    return sayAndGo(`“${stored.name}” is deleted.`, "/greetings");
  },
});
