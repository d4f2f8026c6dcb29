import type { PGlite } from "@electric-sql/pglite";
import { type Answer, exchange, newStep, SessionLostError, type Step } from "./exchange";
import { leadingKeyword } from "./leading-keyword";
import { PostgresError } from "./postgres-error";
import type { SqlRequest, Statement, StatementResult } from "./statement";
import { StatementCache } from "./statement-cache";

const keptStatements = 200;
/** A longer text, such as a seed of many rows, is hardly ever sent twice. */
const longestKeptText = 20_000;
const plainKeywords = new Set(["select", "insert", "update", "delete", "merge", "values", "with"]);

export interface Session {
  /**
   * Runs a request, all of it or nothing, and answers one result a statement.
   *
   * @throws PostgresError, or SessionLostError from then on.
   */
  run(request: SqlRequest): Promise<StatementResult[]>;
}

/**
 * Runs requests one after another on PGlite's single connection. Most of a statement's time goes into parsing and
 * planning, so the texts used last stay prepared. Nothing else of the connection's state outlives a request, as
 * nothing does behind Neon's pool.
 */
export function openSession(database: PGlite, onLost: (error: SessionLostError) => void = () => {}): Session {
  const cache = new StatementCache(keptStatements);
  let namesToClose: string[] = [];
  let lost: SessionLostError | null = null;

  async function send(steps: Step[]): Promise<Answer> {
    const answer = await exchange(database, namesToClose, steps);
    const failed = steps.filter((step) => !step.isDescribed && step.prepared.name !== "");
    for (const { statement } of failed) cache.remove(statement.text);
    namesToClose = [...failed.map(({ prepared }) => prepared.name), ...cache.trim()];
    return answer.status === "I" ? answer : rollBack(answer);
  }

  async function rollBack(answer: Answer): Promise<Answer> {
    await exchange(database, [], [unkept(bare("ROLLBACK"))]);
    return answer;
  }

  /** Forgets settings, temporary tables, advisory locks and prepared statements. */
  async function reset() {
    cache.clear();
    await send([unkept(bare("DISCARD ALL"))]);
  }

  function kept(statement: Statement): Step {
    if (statement.text.length > longestKeptText) return unkept(statement);
    const known = cache.find(statement.text);
    return newStep(statement, known ?? cache.add(statement.text), known === null);
  }

  async function run({ statements, begin }: SqlRequest): Promise<StatementResult[]> {
    const keywords = statements.map(({ text }) => leadingKeyword(text));
    // It would wait for data that cannot come, and PGlite would exit.
    if (keywords.includes("copy")) throw PostgresError.withCode("0A000", "COPY is not available over HTTP");
    const sequence = begin === null ? statements : [bare(begin), ...statements, bare("COMMIT")];

    // A change of the schema may change what a text means: nothing prepared is used beside or after one.
    const isPlain = keywords.every((keyword) => plainKeywords.has(keyword));
    const steps = sequence.map(isPlain ? kept : unkept);
    let answer = await send(steps);
    const isStale = isPlain && isAboutMeaning(answer.error) && steps.some((step) => !step.isNew);
    if (isStale) answer = await send(sequence.map(unkept));
    if (!isPlain || isStale) await reset();

    if (answer.error !== null) throw answer.error;
    return begin === null ? answer.results : answer.results.slice(1, -1);
  }

  return {
    run: (request) =>
      database.runExclusive(async () => {
        if (lost !== null) throw lost;
        try {
          return await run(request);
        } catch (error) {
          if (error instanceof SessionLostError) {
            lost = error;
            onLost(error);
          }
          throw error;
        }
      }),
  };
}

const bare = (text: string): Statement => ({ text, params: [] });

const unkept = (statement: Statement): Step => newStep(statement, { name: "", fields: [] }, true);

/** Such as 0A000, "cached plan must not change result type": a function may have changed the schema unseen. */
function isAboutMeaning(error: PostgresError | null): boolean {
  return /^(0A|42)/.test(error?.fields.code ?? "");
}
