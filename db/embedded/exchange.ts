import type { PGlite } from "@electric-sql/pglite";
import { readBackendMessages, type TransactionStatus } from "./backend-messages";
import { FrontendMessages } from "./frontend-messages";
import type { PostgresError } from "./postgres-error";
import { resultOf, type Statement, type StatementResult } from "./statement";
import type { PreparedStatement } from "./statement-cache";

/** One statement on its way through the extended protocol, and how far it came. */
export interface Step {
  readonly statement: Statement;
  readonly prepared: PreparedStatement;
  readonly isNew: boolean;
  isDescribed: boolean;
  isBound: boolean;
}

export interface Answer {
  /** One for each step before the error, if there was one. */
  results: StatementResult[];
  /** The first error: Postgres skips what comes after it. */
  error: PostgresError | null;
  status: TransactionStatus;
}

/** PGlite lost track of its connection. Nothing of the request was acknowledged, and no more may be asked of it. */
export class SessionLostError extends Error {
  override name = "SessionLostError";
}

export function newStep(statement: Statement, prepared: PreparedStatement, isNew: boolean): Step {
  return { statement, prepared, isNew, isDescribed: !isNew, isBound: false };
}

/**
 * Sends all steps to Postgres in one crossing into WebAssembly, with one Sync at the end: after an error
 * Postgres skips to it, so that a COMMIT among the steps is never reached.
 *
 * @throws SessionLostError if the answer breaks the protocol. PGlite swallows an overflow of the JavaScript
 * stack (a statement nested thousands deep) and would go on with a corrupted session.
 */
export async function exchange(
  database: PGlite,
  namesToClose: readonly string[],
  steps: readonly Step[],
): Promise<Answer> {
  const messages = new FrontendMessages();
  for (const name of namesToClose) messages.close(name);
  for (const { statement, prepared, isNew } of steps) {
    if (isNew) {
      messages.parse(prepared.name, statement.text);
      messages.describe(prepared.name);
    }
    messages.bind(prepared.name, statement.params);
    messages.execute();
  }
  messages.sync();
  return readAnswer(await crossOver(database, messages.bytes()), steps);
}

async function crossOver(database: PGlite, bytes: Uint8Array): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    // PGlite's other raw calls parse the answer a second time, and keep what they parsed for good.
    await database.execProtocolRawStream(bytes, {
      syncToFs: false,
      // A chunk is a view of WebAssembly's memory, and gone by the next one.
      onRawData: (chunk) => chunks.push(Buffer.from(chunk)),
    });
  } catch (cause) {
    throw new SessionLostError("PGlite stopped in the middle of a statement", { cause });
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

function readAnswer(bytes: Buffer, steps: readonly Step[]): Answer {
  const answer: Answer = { results: [], error: null, status: "I" };
  let rows: StatementResult["rows"] = [];
  for (const message of readBackendMessages(bytes)) {
    if (message.type === "ready") {
      if (answer.error === null && answer.results.length < steps.length) break;
      return { ...answer, status: message.status };
    }
    const step = steps[answer.results.length];
    if (step === undefined) break;
    switch (message.type) {
      case "noRows":
        step.isDescribed = true;
        break;
      case "fields":
        step.prepared.fields = message.fields;
        step.isDescribed = true;
        break;
      case "bound":
        step.isBound = true;
        break;
      case "row":
        rows.push(message.row);
        break;
      case "complete":
        if (!step.isBound) throw lost();
        answer.results.push(resultOf(step.prepared.fields, rows, message.tag));
        rows = [];
        break;
      case "error":
        if (!step.isBound && isAboutLostStatement(message.error)) throw lost();
        answer.error = message.error;
        break;
    }
  }
  throw lost();
}

/** 26000 or 34000, of a statement or portal that was made a moment ago. */
function isAboutLostStatement(error: PostgresError): boolean {
  return error.fields.code === "26000" || error.fields.code === "34000";
}

function lost(): SessionLostError {
  return new SessionLostError("The answer breaks the protocol: was a statement nested thousands deep?");
}
