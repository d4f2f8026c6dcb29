import type { Field } from "./backend-messages";

/** A statement that Postgres has parsed, or is about to. The fields are known once it has been described. */
export interface PreparedStatement {
  readonly name: string;
  fields: Field[];
}

/** The texts that were used last, and the prepared statement that Postgres keeps for each. */
export class StatementCache {
  readonly #byText = new Map<string, PreparedStatement>();
  readonly #limit: number;
  #namesGiven = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  find(text: string): PreparedStatement | null {
    const found = this.#byText.get(text);
    if (found === undefined) return null;
    this.#byText.delete(text);
    this.#byText.set(text, found);
    return found;
  }

  /** Names are never used twice, so a statement that was left behind can do no harm. */
  add(text: string): PreparedStatement {
    const added = { name: `s${++this.#namesGiven}`, fields: [] };
    this.#byText.set(text, added);
    return added;
  }

  remove(text: string) {
    this.#byText.delete(text);
  }

  clear() {
    this.#byText.clear();
  }

  /** Drops what is over the limit, least recently used first, and returns the names to be closed. */
  trim(): string[] {
    const excess = [...this.#byText].slice(0, Math.max(0, this.#byText.size - this.#limit));
    return excess.map(([text, { name }]) => {
      this.#byText.delete(text);
      return name;
    });
  }
}
