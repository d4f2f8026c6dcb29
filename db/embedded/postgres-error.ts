/** The fields of an error as Neon's proxy names them, and the letter that each has on the wire. */
const letters = {
  message: "M",
  code: "C",
  detail: "D",
  hint: "H",
  position: "P",
  internalPosition: "p",
  internalQuery: "q",
  severity: "S",
  where: "W",
  table: "t",
  column: "c",
  schema: "s",
  dataType: "d",
  constraint: "n",
  file: "F",
  line: "L",
  routine: "R",
} as const;

export type ErrorFields = Record<keyof typeof letters, string | null>;

/** An error that Postgres reported, or one of ours in the same shape. */
export class PostgresError extends Error {
  constructor(readonly fields: ErrorFields) {
    super(fields.message ?? "Postgres reported an error without a message");
  }

  static fromWire(byLetter: ReadonlyMap<string, string>): PostgresError {
    const named = Object.entries(letters).map(([name, letter]) => [name, byLetter.get(letter) ?? null]);
    return new PostgresError(Object.fromEntries(named) as ErrorFields);
  }

  static withCode(code: string, message: string): PostgresError {
    return PostgresError.fromWire(
      new Map([
        ["S", "ERROR"],
        ["C", code],
        ["M", message],
      ]),
    );
  }
}
