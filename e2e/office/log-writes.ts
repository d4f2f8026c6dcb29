import type { FaultProxy } from "./fault-proxy";

const patienceMilliseconds = 10_000;

/**
 * Which calls the app has written to its log, or has tried to: seen from between it and its database. The log is
 * written after an answer, so whoever plays a call lets it be written before the next thing happens.
 */
export class LogWrites {
  readonly #counts = new Map<string, number>();
  #waiting: { callSid: string; count: number; resolve: () => void }[] = [];

  constructor(database: FaultProxy) {
    database.onAnswered(({ statements, parameters }) => {
      if (!statements.some((statement) => statement.includes('insert into "call_events"'))) return;
      const texts = parameters.flat().filter((value) => typeof value === "string");
      for (const callSid of texts) if (/^CA[0-9a-f]{32}$/.test(callSid)) this.#add(callSid);
    });
  }

  /** How often it has tried by now. */
  countOf(callSid: string): number {
    return this.#counts.get(callSid) ?? 0;
  }

  /** Once the app has tried so many times to write down something of a call, whether or not it could. */
  untilTried(callSid: string, count: number): Promise<void> {
    if (this.countOf(callSid) >= count) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`The log was told ${this.countOf(callSid)} of ${count} steps of ${callSid}.`)),
        patienceMilliseconds,
      );
      const settle = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push({ callSid, count, resolve: settle });
    });
  }

  #add(callSid: string): void {
    const count = this.countOf(callSid) + 1;
    this.#counts.set(callSid, count);
    this.#waiting = this.#waiting.filter((wanted) => {
      const isOver = wanted.callSid === callSid && count >= wanted.count;
      if (isOver) wanted.resolve();
      return !isOver;
    });
  }
}
