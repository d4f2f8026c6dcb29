"use server";

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { readPhoneNumber } from "@/app/_format/phone-number";
import { checkbox, seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { findBlockedCaller } from "@/db/queries/blocked-callers/find-blocked-caller";
import { getFirm } from "@/db/queries/firm/get-firm";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { blockedCallers } from "@/db/schema";
import { blockedCallerInWords, blockedNumberInWords, withheld } from "./blocked-caller-in-words";

const fields = {
  number: z.string().trim(),
  isWithheld: checkbox(),
  note: z.string().trim().max(500, "That is too long: at most 500 characters."),
};

const refusals = {
  blocked_callers_number_unique: { field: "number", message: "This number is blocked already." },
};

/** @throws Refusal when it is no phone number. */
function blockedNumber(
  { number, isWithheld }: { number: string; isWithheld: boolean },
  country: string,
): string {
  if (isWithheld) return withheld;
  const read = readPhoneNumber(number, country);
  if (read === null) {
    throw new Refusal({
      fieldErrors: { number: "Enter a phone number, with its country code if it is from abroad." },
    });
  }
  return read;
}

export const blockCaller = mutation({
  name: "blockCaller",
  minimumRole: "manager",
  schema: z.object(fields),
  async run({ note, ...typed }, { staff, db }) {
    const { country } = await getFirm(db);
    const caller = { id: randomUUID(), number: blockedNumber(typed, country), note };
    const name = blockedNumberInWords(caller.number, country);
    await write(
      db,
      [
        db.insert(blockedCallers).values({ ...caller, blockedById: staff.id }),
        ...recordActivity(db, {
          staff,
          verb: "blockCaller",
          subject: "blockedCaller",
          subjectId: caller.id,
          subjectName: name,
          before: null,
          after: blockedCallerInWords(caller, country),
        }),
      ],
      { refusals },
    );
    return sayAndGo(`${name}: blocked.`, "/blocked-callers");
  },
});

export const saveBlockedCaller = mutation({
  name: "saveBlockedCaller",
  minimumRole: "manager",
  schema: z.object({ ...seenVersion, ...fields }),
  async run({ id, version, note, ...typed }, { staff, db }) {
    const [{ country }, before] = await Promise.all([getFirm(db), findBlockedCaller(db, id)]);
    const after = { number: blockedNumber(typed, country), note };
    const name = blockedNumberInWords(after.number, country);
    const seen = { id, version };
    await write(
      db,
      [
        raiseVersion(db, blockedCallers, seen),
        db.update(blockedCallers).set(after).where(eq(blockedCallers.id, id)),
        ...recordActivity(db, {
          staff,
          verb: "saveBlockedCaller",
          subject: "blockedCaller",
          subjectId: id,
          subjectName: name,
          before: before && blockedCallerInWords(before, country),
          after: blockedCallerInWords(after, country),
        }),
      ],
      { refusals, editing: { table: blockedCallers, subject: "blockedCaller", seen } },
    );
    return sayAndGo(`${name}: saved.`, "/blocked-callers");
  },
});

export const unblockCaller = mutation({
  name: "unblockCaller",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const [{ country }, before] = await Promise.all([getFirm(db), findBlockedCaller(db, seen.id)]);
    if (!before) return sayAndGo("Somebody else has unblocked it already.", "/blocked-callers");
    const name = blockedNumberInWords(before.number, country);
    await write(
      db,
      [
        raiseVersion(db, blockedCallers, seen),
        db.delete(blockedCallers).where(eq(blockedCallers.id, seen.id)),
        ...recordActivity(db, {
          staff,
          verb: "unblockCaller",
          subject: "blockedCaller",
          subjectId: seen.id,
          subjectName: name,
          before: blockedCallerInWords(before, country),
          after: null,
        }),
      ],
      { editing: { table: blockedCallers, subject: "blockedCaller", seen } },
    );
    return sayAndGo(`${name}: no longer blocked.`, "/blocked-callers");
  },
});
