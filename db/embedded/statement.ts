import type { Field, Row } from "./backend-messages";

export interface Statement {
  readonly text: string;
  /** As Postgres reads them: text or null. */
  readonly params: readonly (string | null)[];
}

export interface SqlRequest {
  readonly statements: readonly Statement[];
  /** The statement that opens the transaction around them, or null for one statement alone. */
  readonly begin: string | null;
}

/** In the shape of Neon's answers. */
export interface StatementResult {
  rowAsArray: true;
  fields: Field[];
  rows: Row[];
  command: string;
  /** Null for a command that counts no rows, such as CREATE. */
  rowCount: number | null;
}

/** The tag `INSERT 0 5` is command INSERT with 5 rows; `CREATE TABLE` is command CREATE with none counted. */
export function resultOf(fields: Field[], rows: Row[], tag: string): StatementResult {
  const words = tag.split(" ");
  const count = words.length > 1 ? words.at(-1) : undefined;
  return {
    rowAsArray: true,
    fields,
    rows,
    command: words[0] ?? "",
    rowCount: count !== undefined && /^\d+$/.test(count) ? Number(count) : null,
  };
}
