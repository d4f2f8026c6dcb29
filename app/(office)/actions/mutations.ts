"use server";

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { requiredText, seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import type { Database } from "@/db/client";
import { findAction } from "@/db/queries/actions/find-action";
import { insertAction } from "@/db/queries/actions/insert-action";
import { listActionUses } from "@/db/queries/actions/list-action-uses";
import { deleteAction as deletionOf, rewriteAction } from "@/db/queries/actions/rewrite-action";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirm } from "@/db/queries/firm/get-firm";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { actions } from "@/db/schema";
import { actionInWords } from "./action-in-words";
import { useInWords } from "./action-uses";
import { valuesToStore } from "./call-action-of";
import { type ReadAction, readAction } from "./read-action";

const fields = {
  name: requiredText("Please give it a name, so that others find it.", 120),
  templateId: z.uuid("Please choose a template."),
};

const gone =
  "Somebody or something that this refers to was deleted or changed a moment ago. Please look at the choices again.";

const refusals = {
  actions_name_unique: { field: "name", message: "There is another action of this name." },
  action_people_not_our_own_number:
    "One of the numbers is a work number of yours: the call would go round. Choose an action for it instead.",
  action_people_person_id_people_id_fk: gone,
  action_targets_target_action_id_actions_id_fk: gone,
  action_greetings_greeting_id_greetings_id_fk: gone,
  action_greetings_parameter_fk: gone,
  action_parameters_parameter_fk: gone,
  action_people_parameter_fk: gone,
  action_targets_parameter_fk: gone,
  actions_template_id_templates_id_fk: gone,
};

/** @throws Refusal when anything of what the form sent cannot be saved. */
async function readOrRefuse(
  db: Database,
  { templateId, ...typed }: { templateId: string; [field: string]: unknown },
): Promise<ReadAction> {
  const read = await readAction(db, { templateId, typed });
  if (!read) throw new Refusal({ message: "This template has been deleted. Please choose another." });
  if (Object.keys(read.fieldErrors).length > 0) throw new Refusal({ fieldErrors: read.fieldErrors });
  return read;
}

function readInWords(name: string, { template, values, parts }: ReadAction) {
  const names = new Map(
    [...parts.people, ...parts.actions, ...parts.greetings].map((each) => [each.id, each.name]),
  );
  return actionInWords({ name, template, values }, (id) => names.get(id), parts.country);
}

export const makeAction = mutation({
  name: "makeAction",
  minimumRole: "manager",
  schema: z.looseObject(fields),
  async run({ name, ...typed }, { staff, db }) {
    const read = await readOrRefuse(db, typed);
    const id = randomUUID();
    await write(
      db,
      [
        ...insertAction(db, { id, name, template: read.template, values: valuesToStore(read) }),
        ...recordActivity(db, {
          staff,
          verb: "makeAction",
          subject: "action",
          subjectId: id,
          subjectName: name,
          before: null,
          after: readInWords(name, read),
        }),
      ],
      { refusals },
    );
    return sayAndGo(`“${name}” is saved.`, `/actions/${id}`);
  },
});

export const saveAction = mutation({
  name: "saveAction",
  minimumRole: "manager",
  schema: z.looseObject({ ...seenVersion, ...fields }),
  async run({ id, version, name, ...typed }, { staff, db }) {
    const [read, before] = await Promise.all([readOrRefuse(db, typed), findAction(db, id)]);
    const seen = { id, version };
    await write(
      db,
      [
        raiseVersion(db, actions, seen),
        ...rewriteAction(db, { id, name, template: read.template, values: valuesToStore(read) }),
        ...recordActivity(db, {
          staff,
          verb: "saveAction",
          subject: "action",
          subjectId: id,
          subjectName: name,
          before: before && actionInWords(before, (known) => before.names[known], read.parts.country),
          after: readInWords(name, read),
        }),
      ],
      { refusals, editing: { table: actions, subject: "action", seen } },
    );
    return sayAndGo(`“${name}” is saved.`, "/actions");
  },
});

export const deleteAction = mutation({
  name: "deleteAction",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const [before, uses, { country }] = await Promise.all([
      findAction(db, seen.id),
      listActionUses(db, seen.id),
      getFirm(db),
    ]);
    if (!before) return sayAndGo("Somebody else has deleted it already.", "/actions");
    if (uses.length > 0) {
      const named = uses.map((use) => useInWords(use).label).join("; ");
      throw new Refusal({ message: `It is in use, so it cannot be deleted: ${named}.` });
    }
    await write(
      db,
      [
        raiseVersion(db, actions, seen),
        ...deletionOf(db, seen.id),
        ...recordActivity(db, {
          staff,
          verb: "deleteAction",
          subject: "action",
          subjectId: seen.id,
          subjectName: before.name,
          before: actionInWords(before, (known) => before.names[known], country),
          after: null,
        }),
      ],
      {
        refusals: {
          configurations_open_action_id_actions_id_fk: usedMeanwhile,
          configurations_closed_action_id_actions_id_fk: usedMeanwhile,
          action_targets_target_action_id_actions_id_fk: usedMeanwhile,
          known_callers_action_id_actions_id_fk: usedMeanwhile,
        },
        editing: { table: actions, subject: "action", seen },
      },
    );
    return sayAndGo(`“${before.name}” is deleted.`, "/actions");
  },
});

const usedMeanwhile =
  "Somebody has begun to use it a moment ago, so it cannot be deleted. Load this page again to see where.";
