import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { templateParameters, templates } from "@/db/schema";
import type { ParameterType } from "@/lib/template/types";

/** A template as an action's values are attached to it. */
export interface TemplateWithParameters {
  id: string;
  parameters: { id: string; key: string; type: ParameterType }[];
}

/** The template that ships with the app under this key, or null when there is none. */
export async function findBuiltInTemplate(db: Database, key: string): Promise<TemplateWithParameters | null> {
  const rows = await db
    .select({
      templateId: templates.id,
      id: templateParameters.id,
      key: templateParameters.key,
      type: templateParameters.type,
    })
    .from(templates)
    .innerJoin(templateParameters, eq(templateParameters.templateId, templates.id))
    .where(eq(templates.builtInKey, key))
    .orderBy(asc(templateParameters.position));
  const [first] = rows;
  if (!first) return null;
  return { id: first.templateId, parameters: rows.map(({ templateId: _, ...parameter }) => parameter) };
}
