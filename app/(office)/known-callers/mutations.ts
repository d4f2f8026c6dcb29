"use server";

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { readPhoneNumber } from "@/app/_format/phone-number";
import { requiredText, seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import type { Database } from "@/db/client";
import { findActionName } from "@/db/queries/actions/find-action-name";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findKnownCaller } from "@/db/queries/known-callers/find-known-caller";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { knownCallers } from "@/db/schema";
import { knownCallerInWords } from "./known-caller-in-words";

const fields = {
  name: requiredText("Enter a name, as it should be said to whoever picks up.", 120),
  number: z.string().trim(),
  actionId: z.union([z.literal("").transform(() => null), z.uuid("Choose an action, or nothing.")]),
  note: z.string().trim().max(500, "That is too long: at most 500 characters."),
};

const actionGone = "This action has been deleted. Please choose another, or nothing.";

const refusals = {
  known_callers_number_unique: {
    field: "number",
    message: "There is a known caller of this number already.",
  },
  known_callers_action_id_actions_id_fk: { field: "actionId", message: actionGone },
};

/** @throws Refusal when the number is none, or the action is gone. */
async function checked(
  db: Database,
  { number, actionId, ...typed }: { name: string; note: string; number: string; actionId: string | null },
) {
  const [{ country }, actionName] = await Promise.all([
    getFirm(db),
    actionId === null ? null : findActionName(db, actionId),
  ]);
  const read = readPhoneNumber(number, country);
  if (read !== null && (actionId === null || actionName !== null)) {
    return { row: { ...typed, number: read, actionId }, actionName, country };
  }
  throw new Refusal({
    fieldErrors: {
      ...(read === null && {
        number: "Enter a phone number, with its country code if it is from abroad.",
      }),
      ...(actionId !== null && actionName === null && { actionId: actionGone }),
    },
  });
}

export const addKnownCaller = mutation({
  name: "addKnownCaller",
  minimumRole: "manager",
  schema: z.object(fields),
  async run(typed, { staff, db }) {
    const { row, actionName, country } = await checked(db, typed);
    const id = randomUUID();
    await write(
      db,
      [
        db.insert(knownCallers).values({ id, ...row }),
        ...recordActivity(db, {
          staff,
          verb: "addKnownCaller",
          subject: "knownCaller",
          subjectId: id,
          subjectName: row.name,
          before: null,
          after: knownCallerInWords({ ...row, actionName }, country),
        }),
      ],
      { refusals },
    );
    return sayAndGo(`${row.name}: added.`, "/known-callers");
  },
});

export const saveKnownCaller = mutation({
  name: "saveKnownCaller",
  minimumRole: "manager",
  schema: z.object({ ...seenVersion, ...fields }),
  async run({ id, version, ...typed }, { staff, db }) {
    const [{ row, actionName, country }, before] = await Promise.all([
      checked(db, typed),
      findKnownCaller(db, id),
    ]);
    const seen = { id, version };
    await write(
      db,
      [
        raiseVersion(db, knownCallers, seen),
        db.update(knownCallers).set(row).where(eq(knownCallers.id, id)),
        ...recordActivity(db, {
          staff,
          verb: "saveKnownCaller",
          subject: "knownCaller",
          subjectId: id,
          subjectName: row.name,
          before: before && knownCallerInWords(before, country),
          after: knownCallerInWords({ ...row, actionName }, country),
        }),
      ],
      { refusals, editing: { table: knownCallers, subject: "knownCaller", seen } },
    );
    return sayAndGo(`${row.name}: saved.`, "/known-callers");
  },
});

export const deleteKnownCaller = mutation({
  name: "deleteKnownCaller",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const [{ country }, before] = await Promise.all([getFirm(db), findKnownCaller(db, seen.id)]);
    if (!before) return sayAndGo("Somebody else has deleted it already.", "/known-callers");
    await write(
      db,
      [
        raiseVersion(db, knownCallers, seen),
        db.delete(knownCallers).where(eq(knownCallers.id, seen.id)),
        ...recordActivity(db, {
          staff,
          verb: "deleteKnownCaller",
          subject: "knownCaller",
          subjectId: seen.id,
          subjectName: before.name,
          before: knownCallerInWords(before, country),
          after: null,
        }),
      ],
      { editing: { table: knownCallers, subject: "knownCaller", seen } },
    );
    return sayAndGo(`${before.name}: deleted.`, "/known-callers");
  },
});
