import { is, Placeholder } from "drizzle-orm";
import type { HasClient } from "@/db/neon-client";

type StatementParameter = string | number | boolean | null;

/**
 * A statement of the call path, put into text once. Building it again for each call, and taking its row apart column by
 * column, took longer than sending it: so it has one column at most, and that is JSON.
 */
export interface StaticStatement {
  text: string;
  /** What goes to each place: a value of the statement's own, or whatever is given under a name. */
  parameters: readonly ({ name: string } | { value: StatementParameter })[];
}

/** Each placeholder is sent once, however often the statement names it. */
export function staticStatement({ sql: text, params }: { sql: string; params: unknown[] }): StaticStatement {
  const parameters: StaticStatement["parameters"][number][] = [];
  const places = new Map<string, number>();
  const placeOf = (parameter: unknown): number => {
    if (!is(parameter, Placeholder)) return parameters.push({ value: parameter as StatementParameter });
    const { name } = parameter;
    const place = places.get(name) ?? parameters.push({ name });
    places.set(name, place);
    return place;
  };
  return {
    text: withoutLayout(text).replace(/\$(\d+)/g, (_, place) => `$${placeOf(params[Number(place) - 1])}`),
    parameters,
  };
}

/** It is sent whole with every call. No text that a statement quotes has two spaces in a row, or a line's end. */
const withoutLayout = (text: string): string => text.replace(/\s+/g, " ").trim();

/** @throws when a placeholder of the statement has no value. */
export async function runStatic(
  db: HasClient,
  { text, parameters }: StaticStatement,
  values: Record<string, StatementParameter>,
): Promise<Record<string, unknown>[]> {
  return await db.$client.query(
    text,
    parameters.map((parameter) => ("value" in parameter ? parameter.value : given(values, parameter.name))),
  );
}

function given(values: Record<string, StatementParameter>, name: string): StatementParameter {
  const value = values[name];
  if (value === undefined) throw new Error(`The statement has no value for “${name}”.`);
  return value;
}
