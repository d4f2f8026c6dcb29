import type { Database } from "@/db/client";
import { listExtensionsBeginningWith } from "@/db/queries/people/list-extensions-beginning-with";
import { takesExtensionsKey } from "@/lib/call/menu";
import { operatorKey } from "@/lib/call/prompt";
import type { ParameterDeclaration } from "@/lib/template/types";
import type { ActionValue } from "@/lib/template/value-schemas";
import { fieldName } from "./_parameters/parameter-props";

/** More of them say nothing new. */
const mostNamed = 3;

/**
 * A menu whose callers may dial an extension tells the two apart by the first key: so nobody's extension can begin with
 * a key of it. By the name of the form's field.
 */
export async function extensionsInTheWay(
  db: Database,
  declarations: readonly ParameterDeclaration[],
  values: Readonly<Record<string, ActionValue>>,
): Promise<Record<string, string>> {
  if (values[takesExtensionsKey] !== true) return {};
  const keys = declarations.flatMap(({ key, type }) => keysOf(type, values[key] ?? null));
  if (values[operatorKey]) keys.push("0");
  if (keys.length === 0) return {};
  const found = await listExtensionsBeginningWith(db, { keys, limit: mostNamed });
  if (found.length === 0) return {};
  const named = found.map(
    ({ extension, name }) => `${extension} (${name}) begins with ${extension.charAt(0)}`,
  );
  return {
    [fieldName(takesExtensionsKey)]:
      `An extension cannot begin with a key of this menu: ${named.join(", ")}. Change the key or the extension.`,
  };
}

const keysOf = (type: ParameterDeclaration["type"], value: ActionValue): string[] =>
  type === "menu" && Array.isArray(value)
    ? value.flatMap((entry) => ("key" in entry ? [entry.key] : []))
    : [];
