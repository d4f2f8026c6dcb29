import { NeonDbError } from "@neondatabase/serverless";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { withoutPersons } from "@/lib/log";

/** Where Node.js looks for how an error is to be printed. Source: Node.js, "Util", custom inspection functions. */
const inspection = Symbol.for("nodejs.util.inspect.custom");

/**
 * Next.js prints what a page throws, whole. Drizzle's errors repeat each parameter, and Postgres's details the rows: names,
 * numbers and addresses of people. Printed, they say which statement failed, where and why, and about whom to nobody.
 */
export function printErrorsDiscreetly(): void {
  for (const { prototype } of [DrizzleQueryError, NeonDbError]) {
    Object.defineProperty(prototype, inspection, { value: inDiscreetWords, configurable: true });
  }
}

function inDiscreetWords(this: Error): string {
  const { code, constraint, digest } = this as Error & Record<"code" | "constraint" | "digest", unknown>;
  const facts = Object.entries({ code, constraint, digest }).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [`${name}: ${String(value)}`],
  );
  return [headOf(this), ...framesOf(this), ...facts, ...causesOf(this)].join("\n    ");
}

const headOf = (error: Error): string =>
  error instanceof DrizzleQueryError
    ? `Failed query: ${error.query}`
    : `${error.name}: ${withoutPersons(error.message)}`;

const framesOf = ({ stack = "" }: Error): string[] =>
  stack.split("\n").flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []));

function causesOf({ cause }: Error): string[] {
  if (!(cause instanceof Error)) return [];
  const { code } = cause as Error & { code?: unknown };
  return [`because: ${headOf(cause)}${typeof code === "string" ? ` (${code})` : ""}`, ...causesOf(cause)];
}
