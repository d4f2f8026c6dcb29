import { readFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq, notInArray, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { redeclaration } from "@/db/queries/templates/redeclaration";
import { excluded } from "@/db/queries/writes/excluded";
import { templateParameters, templates } from "@/db/schema";
import { type BuiltInTemplate, builtInTemplates } from "@/lib/template/built-in/declarations";

const folder = join(import.meta.dirname, "../lib/template/built-in");

const bodyOf = (key: string): string => readFileSync(join(folder, `${key}.twiml`), "utf8");

/**
 * Brings the tables in line with the templates that ship with this release, in one batch. A built-in one keeps its id
 * through releases, so actions go on using it; its version rises only when its text has changed.
 */
export async function syncBuiltInTemplates(db: Database): Promise<void> {
  const [first, ...rest] = builtInTemplates.flatMap((template) => [
    upsertTemplate(db, template),
    ...upsertParameters(db, template),
  ]);
  if (first) await db.batch([first, ...rest]);
}

function upsertTemplate(db: Database, { key, name, description }: BuiltInTemplate): BatchItem<"pg"> {
  const { body } = templates;
  return db
    .insert(templates)
    .values({ builtInKey: key, name, description, body: bodyOf(key) })
    .onConflictDoUpdate({
      target: templates.builtInKey,
      set: {
        name: excluded(templates.name),
        description: excluded(templates.description),
        body: excluded(body),
        version: sql`${templates.version} + (${body} <> ${excluded(body)})::int`,
        updatedAt: sql`case when ${body} <> ${excluded(body)} then now() else ${templates.updatedAt} end`,
      },
    });
}

function upsertParameters(db: Database, { key, parameters }: BuiltInTemplate): BatchItem<"pg">[] {
  const templateId = sql<string>`(select ${templates.id} from ${templates} where ${templates.builtInKey} = ${key})`;
  const keys = parameters.map((parameter) => parameter.key);
  const isGone = keys.length > 0 ? notInArray(templateParameters.key, keys) : undefined;
  // What is no longer declared goes, together with the values that actions gave it.
  const removal = db
    .delete(templateParameters)
    .where(and(eq(templateParameters.templateId, templateId), isGone));
  if (keys.length === 0) return [removal];
  const upsert = db
    .insert(templateParameters)
    .values(parameters.map((parameter, position) => ({ ...parameter, position, templateId })))
    .onConflictDoUpdate(redeclaration);
  return [removal, upsert];
}
