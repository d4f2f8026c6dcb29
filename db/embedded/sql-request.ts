import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import { databaseName } from "./address";
import { type Json, parameterText } from "./parameter-text";
import { PostgresError } from "./postgres-error";
import type { SqlRequest, Statement } from "./statement";

/** The wire protocol counts the parameters of a statement in 16 bits. */
const mostParams = 65_535;
const storable = (text: string) => text.isWellFormed() && !text.includes("\0");

const statement = z.object({
  query: z.string("is not a string").refine(storable, "holds a character that Postgres cannot store"),
  params: z
    .array(z.custom<Json>(), "is not an array")
    .max(mostParams, `has more than ${mostParams} values`)
    .default([])
    .transform((params) => params.map(parameterText))
    .refine(
      (texts) => texts.every((text) => text === null || storable(text)),
      "holds a character that Postgres cannot store",
    ),
});
const batch = z.object({ queries: z.array(statement, "is not an array") });

const isolationLevels = new Map([
  ["ReadUncommitted", "READ UNCOMMITTED"],
  ["ReadCommitted", "READ COMMITTED"],
  ["RepeatableRead", "REPEATABLE READ"],
  ["Serializable", "SERIALIZABLE"],
]);

/** A request that no statement can be made of. It is answered with status 400, as Neon does. */
export class BadRequestError extends Error {
  override name = "BadRequestError";
}

/**
 * Reads a request as `neon()` sends it. Source: "Neon's SQL over HTTP", and the proxy in neondatabase/neon.
 *
 * @throws BadRequestError, or PostgresError for a database that is not here
 */
export function readSqlRequest(headers: IncomingHttpHeaders, body: string): SqlRequest {
  checkConnectionString(headers["neon-connection-string"]);
  for (const name of ["neon-raw-text-output", "neon-array-mode"]) {
    if (headers[name] !== "true") throw new BadRequestError(`Only "${name}: true" is spoken here`);
  }
  const json = parseJson(body);
  if (typeof json !== "object" || json === null || !("queries" in json)) {
    return { statements: [readStatement(json)], begin: null };
  }
  const { data, error } = batch.safeParse(json);
  if (error) throw new BadRequestError(problemIn(error));
  return { statements: data.queries.map(toStatement), begin: beginStatement(headers) };
}

function readStatement(json: unknown): Statement {
  const { data, error } = statement.safeParse(json);
  if (error) throw new BadRequestError(problemIn(error));
  return toStatement(data);
}

const toStatement = ({ query, params }: z.infer<typeof statement>): Statement => ({ text: query, params });

/** A page in a browser cannot send this header without asking first, so requiring it also keeps strangers out. */
function checkConnectionString(header: string | string[] | undefined) {
  const url = typeof header === "string" && URL.canParse(header) ? new URL(header) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !url.username || !url.hostname) {
    throw new BadRequestError("The header neon-connection-string should be postgres://user@host/database");
  }
  const name = decodeURIComponent(url.pathname.slice(1));
  if (name !== databaseName) throw PostgresError.withCode("3D000", `database "${name}" does not exist`);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new BadRequestError("The body is not JSON", { cause });
  }
}

function problemIn(error: z.ZodError): string {
  const issue = error.issues[0];
  return `The request's ${issue?.path.join(".") || "body"} ${issue?.message}`;
}

function beginStatement(headers: IncomingHttpHeaders): string {
  const asked = headers["neon-batch-isolation-level"];
  const level = isolationLevels.get(String(asked));
  if (asked !== undefined && level === undefined) throw new BadRequestError(`No isolation level "${asked}"`);
  return [
    "BEGIN",
    level === undefined ? "" : ` ISOLATION LEVEL ${level}`,
    headers["neon-batch-read-only"] === "true" ? " READ ONLY" : "",
    headers["neon-batch-deferrable"] === "true" ? " DEFERRABLE" : "",
  ].join("");
}
