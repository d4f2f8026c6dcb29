/**
 * Something that takes time on a call. It yields how many seconds go by before it goes on, and nobody ever sleeps:
 * whoever runs it moves a clock instead, and can run several side by side in the order of their clocks.
 */
export type Process<Result> = AsyncGenerator<number, Result, void>;

/** Runs a process to its end. `pass` moves the clock. */
export async function runProcess<Result>(
  process: Process<Result>,
  pass: (seconds: number) => Promise<void>,
): Promise<Result> {
  for (;;) {
    const step = await process.next();
    if (step.done) return step.value;
    await pass(step.value);
  }
}
