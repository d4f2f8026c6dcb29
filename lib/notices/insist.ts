import { setTimeout as wait } from "node:timers/promises";

/** Between one try and the next: a database that starts anew, or a line that breaks, is back within seconds. */
const waitsMilliseconds = [250, 1000, 3000] as const;

/**
 * Does something that may be done twice until it succeeds, four times at most.
 *
 * @throws what the last try failed with.
 */
export async function insist<Answer>(
  request: () => Promise<Answer>,
  waits: readonly number[] = waitsMilliseconds,
): Promise<Answer> {
  for (const milliseconds of waits) {
    try {
      return await request();
    } catch {
      await wait(milliseconds);
    }
  }
  return request();
}
