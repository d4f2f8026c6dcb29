import { sql } from "drizzle-orm";
import { templateParameters, templates } from "@/db/schema";
import type { ParameterDeclaration } from "@/lib/template/types";

/** A template with all that it declares, as an action is filled in. */
export interface ActionTemplate {
  id: string;
  /** Null for one of the staff's own. */
  builtInKey: string | null;
  name: string;
  description: string;
  body: string;
  /** In the order in which they are asked. */
  parameters: (ParameterDeclaration & { id: string })[];
}

const asJson = sql`json_build_object(
  'id', ${templates.id}, 'builtInKey', ${templates.builtInKey}, 'name', ${templates.name},
  'description', ${templates.description}, 'body', ${templates.body},
  'parameters', coalesce((
    select json_agg(json_build_object(
      'id', ${templateParameters.id}, 'key', ${templateParameters.key}, 'label', ${templateParameters.label},
      'help', ${templateParameters.help}, 'type', ${templateParameters.type},
      'isRequired', ${templateParameters.isRequired}, 'defaultValue', ${templateParameters.defaultValue},
      'bounds', ${templateParameters.bounds}
    ) order by ${templateParameters.position})
    from ${templateParameters} where ${templateParameters.templateId} = ${templates.id}
  ), '[]')
)`;

/**
 * The template of the row that is being selected, as `ActionTemplate`. One deeper than it looks needed: of a statement on
 * a single table Drizzle writes the columns without their table, and those of the inner SELECT would be mixed up.
 */
export const templateAsJson = sql<ActionTemplate>`${asJson}`;
