import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { refuseUnless } from "@/db/queries/writes/refuse-unless";
import { templateParameters, templates } from "@/db/schema";
import type { Template } from "./find-template";
import { redeclaration } from "./redeclaration";

export type WrittenTemplate = Pick<Template, "id" | "name" | "description" | "body" | "parameters">;

/** The refusal of statements that would change a template that ships with the app. */
export const builtInTemplate = "template_is_built_in";

/** The statements that write a new template of the staff's own, for a batch. */
export function insertTemplate(
  db: Database,
  { parameters, ...template }: WrittenTemplate,
): BatchItem<"pg">[] {
  return [db.insert(templates).values(template), ...declareParameters(db, template.id, parameters)];
}

/**
 * The statements that save a template of the staff's own, for a batch that begins with `raiseVersion`. A parameter keeps
 * its id as long as its key stays, so that the values of actions stay with it; what is no longer declared goes, with them.
 */
export function rewriteTemplate(
  db: Database,
  { id, parameters, ...template }: WrittenTemplate,
): BatchItem<"pg">[] {
  const keys = parameters.map(({ key }) => key);
  const isGone = keys.length > 0 ? notInArray(templateParameters.key, keys) : undefined;
  return [
    refuseBuiltIn(db, id),
    db.update(templates).set(template).where(eq(templates.id, id)),
    db.delete(templateParameters).where(and(eq(templateParameters.templateId, id), isGone)),
    ...declareParameters(db, id, parameters),
  ];
}

/** The statements that delete a template of the staff's own. One that an action is made of is refused by its key. */
export const deleteTemplate = (db: Database, id: string): BatchItem<"pg">[] => [
  refuseBuiltIn(db, id),
  db.delete(templates).where(eq(templates.id, id)),
];

const refuseBuiltIn = (db: Database, id: string): BatchItem<"pg"> =>
  refuseUnless(
    db,
    sql`exists (select from ${templates} where ${and(eq(templates.id, id), isNull(templates.builtInKey))})`,
    builtInTemplate,
  );

function declareParameters(
  db: Database,
  templateId: string,
  parameters: WrittenTemplate["parameters"],
): BatchItem<"pg">[] {
  if (parameters.length === 0) return [];
  return [
    db
      .insert(templateParameters)
      .values(parameters.map((parameter, position) => ({ ...parameter, position, templateId })))
      .onConflictDoUpdate(redeclaration),
  ];
}
