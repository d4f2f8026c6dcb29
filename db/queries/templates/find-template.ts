import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { templateParameters, templates } from "@/db/schema";
import type { ParameterDeclaration } from "@/lib/template/types";

export interface Template {
  id: string;
  /** Names one that ships with the app; null for one of the staff's own. */
  builtInKey: string | null;
  name: string;
  description: string;
  body: string;
  version: number;
  /** In their order. */
  parameters: ParameterDeclaration[];
}

/** A template with everything that it declares. */
export async function findTemplate(db: Database, id: string): Promise<Template | null> {
  const [[template], parameters] = await db.batch([
    db
      .select({
        id: templates.id,
        builtInKey: templates.builtInKey,
        name: templates.name,
        description: templates.description,
        body: templates.body,
        version: templates.version,
      })
      .from(templates)
      .where(eq(templates.id, id)),
    db
      .select({
        key: templateParameters.key,
        label: templateParameters.label,
        help: templateParameters.help,
        type: templateParameters.type,
        isRequired: templateParameters.isRequired,
        defaultValue: templateParameters.defaultValue,
        bounds: templateParameters.bounds,
      })
      .from(templateParameters)
      .where(eq(templateParameters.templateId, id))
      .orderBy(asc(templateParameters.position)),
  ]);
  return template ? { ...template, parameters } : null;
}
