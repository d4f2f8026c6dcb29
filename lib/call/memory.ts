import type { Temporal } from "temporal-polyfill";

/** A set-up older than this may have little to do with what the office wants today. */
const mostHours = 24;

/**
 * What was last looked up, for the minutes in which the database is away. Best effort: it lives and dies with the
 * isolate. What it holds is independent of the caller, and is decided and rendered afresh each time.
 */
export class Memory<Setup> {
  readonly #entries = new Map<string, { setup: Setup; at: Temporal.Instant }>();
  readonly #mostEntries: number;

  constructor(mostEntries: number) {
    this.#mostEntries = mostEntries;
  }

  remember(key: string, setup: Setup, at: Temporal.Instant): void {
    // A Map keeps the order of insertion: taking an entry out first makes the oldest the one that goes.
    this.#entries.delete(key);
    this.#entries.set(key, { setup, at });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#mostEntries && oldest !== undefined) this.#entries.delete(oldest);
  }

  recall(key: string, at: Temporal.Instant): Setup | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    return at.since(entry.at).total("hours") <= mostHours ? entry.setup : null;
  }
}
