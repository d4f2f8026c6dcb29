/**
 * Remembers the run at hand of a property. fast-check leaves a run that its time limit interrupts to itself, and it would
 * go on beside the next test: whoever interrupts waits for it.
 */
export function rememberingLastRun<Given extends unknown[]>(
  run: (...given: Given) => Promise<void>,
): {
  run(...given: Given): Promise<void>;
  /** Throws what that run throws. */
  lastRun(): Promise<void>;
} {
  let last = Promise.resolve();
  return {
    run: (...given) => {
      last = run(...given);
      return last;
    },
    lastRun: () => last,
  };
}
