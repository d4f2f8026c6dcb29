import { fillPlaceholders, is, Placeholder } from "drizzle-orm";
import type { Database } from "@/db/client";

/**
 * A statement of the call path, put into text once. Building it again for each call, and taking its row apart column by
 * column, took longer than sending it: so it has one column at most, and that is JSON.
 */
export interface StaticStatement {
  text: string;
  parameters: readonly unknown[];
}

/** Each placeholder is sent once, however often the statement names it. */
export function staticStatement({ sql: text, params }: { sql: string; params: unknown[] }): StaticStatement {
  const parameters: unknown[] = [];
  const places = new Map<string, number>();
  const placeOf = (parameter: unknown): number => {
    const name = is(parameter, Placeholder) ? parameter.name : null;
    const known = name === null ? undefined : places.get(name);
    if (known !== undefined) return known;
    const place = parameters.push(parameter);
    if (name !== null) places.set(name, place);
    return place;
  };
  return {
    text: text.replace(/\$(\d+)/g, (_, place) => `$${placeOf(params[Number(place) - 1])}`),
    parameters,
  };
}

/** @throws when a placeholder of the statement has no value. */
export function runStatic(
  db: Database,
  { text, parameters }: StaticStatement,
  values: Record<string, unknown>,
): Promise<Record<string, unknown>[]> {
  return db.$client.query(text, fillPlaceholders([...parameters], values));
}
