"use server";

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { localeHere } from "@/app/_format/locale-here";
import { seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import { recordActivity } from "@/db/queries/activity/record-activity";
import {
  actionsChanged,
  listActionsOfTemplate,
  refuseIfActionsChanged,
} from "@/db/queries/templates/actions-of-template";
import { findTemplate } from "@/db/queries/templates/find-template";
import {
  builtInTemplate,
  deleteTemplate,
  insertTemplate,
  rewriteTemplate,
} from "@/db/queries/templates/write-template";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { templates } from "@/db/schema";
import { refuseToBreak } from "./refuse-to-break";
import { templateInWords } from "./template-in-words";
import { newTemplateSchema, savedTemplateSchema } from "./template-schema";

const refusals = {
  templates_own_name_unique: { field: "name", message: "Another template of yours has this name." },
  templates_body_size: { field: "body", message: "That is more than the 64 kB that Twilio takes." },
  [builtInTemplate]: "This template ships with Switchboard and cannot be changed. Make a copy of it instead.",
  [actionsChanged]:
    "An action that is made of this template has just been changed. Please save again, so that it is checked as well.",
  actions_template_id_templates_id_fk:
    "An action is made of this template, so it cannot be deleted. Go back to see which.",
};

export const writeNewTemplate = mutation({
  name: "writeNewTemplate",
  minimumRole: "manager",
  schema: newTemplateSchema,
  async run(typed, { staff, db }) {
    const template = { id: randomUUID(), ...typed };
    await write(
      db,
      [
        ...insertTemplate(db, template),
        ...recordActivity(db, {
          staff,
          verb: "writeNewTemplate",
          subject: "template",
          subjectId: template.id,
          subjectName: template.name,
          before: null,
          after: templateInWords(template),
        }),
      ],
      { refusals },
    );
    return sayAndGo(`${template.name}: saved.`, `/templates/${template.id}`);
  },
});

export const saveTemplate = mutation({
  name: "saveTemplate",
  minimumRole: "manager",
  schema: savedTemplateSchema,
  async run({ version, ...template }, { staff, db }) {
    const { id } = template;
    const [before, { actions, state }] = await Promise.all([
      findTemplate(db, id),
      listActionsOfTemplate(db, id),
    ]);
    if (before) refuseToBreak(actions, before, template, await localeHere());
    const seen = { id, version };
    await write(
      db,
      [
        raiseVersion(db, templates, seen),
        refuseIfActionsChanged(db, id, state),
        ...rewriteTemplate(db, template),
        ...recordActivity(db, {
          staff,
          verb: "saveTemplate",
          subject: "template",
          subjectId: id,
          subjectName: template.name,
          before: before && templateInWords(before),
          after: templateInWords(template),
        }),
      ],
      { refusals, editing: { table: templates, subject: "template", seen } },
    );
    return sayAndGo(`${template.name}: saved.`, `/templates/${id}`);
  },
});

export const removeTemplate = mutation({
  name: "removeTemplate",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const before = await findTemplate(db, seen.id);
    if (!before) return sayAndGo("Somebody else has deleted it already.", "/templates");
    await write(
      db,
      [
        raiseVersion(db, templates, seen),
        ...deleteTemplate(db, seen.id),
        ...recordActivity(db, {
          staff,
          verb: "removeTemplate",
          subject: "template",
          subjectId: seen.id,
          subjectName: before.name,
          before: templateInWords(before),
          after: null,
        }),
      ],
      { refusals, editing: { table: templates, subject: "template", seen } },
    );
    return sayAndGo(`${before.name}: deleted.`, "/templates");
  },
});
