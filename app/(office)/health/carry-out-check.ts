import { logWithReference } from "@/app/_faults/log-with-reference";
import type { CheckResult } from "./check-result";

/** Longer than any check waits by itself: whoever opened the page gets an answer to every line. */
const mostMilliseconds = 12_000;

/** Runs a check to its end or to its time limit. Whatever it throws is its result: a check cannot break the page. */
export async function carryOutCheck(
  name: string,
  check: () => Promise<CheckResult>,
  milliseconds = mostMilliseconds,
): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<CheckResult>((resolve) => {
    timer = setTimeout(() => resolve(tookTooLong), milliseconds);
  });
  try {
    return await Promise.race([check(), limit]);
  } catch (error) {
    const reference = logWithReference("health.checkFailed", error, { check: name });
    return {
      state: "fault",
      found: `This could not be checked. Reference: ${reference}`,
      advice: "The log has the reason, beside the same reference.",
    };
  } finally {
    clearTimeout(timer);
  }
}

const tookTooLong: CheckResult = {
  state: "fault",
  found: "This took too long, and was given up.",
  advice: "Check again in a minute.",
};
