import { Temporal } from "temporal-polyfill";

/** Wrong passwords of late, for one account or from one address. */
export interface Failures {
  count: number;
  /** Null when there are none. */
  lastAt: Temporal.Instant | null;
}

export interface SignInFailures {
  /** Since the account's last success, at most a day back. */
  ofAccount: Failures;
  /** At most an hour back: a whole office can share one address, and all of it makes mistakes. */
  fromAddress: Failures;
}

const firstDelaySeconds = 5;
const mostDelaySeconds = 15 * 60;

/** Wrong passwords that cost nobody any time. */
const freeFailures = { ofAccount: 4, fromAddress: 20 };

/** Seconds to wait after so many failures: none for the free ones, then 5, 10, 20 and so on up to a quarter of an hour. */
export function delayAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(firstDelaySeconds * 2 ** (failures - free), mostDelaySeconds);
}

/** Seconds until the next try is let through, rounded up; 0 when it may be made at once. */
export function secondsToWait(failures: SignInFailures, at: Temporal.Instant): number {
  return Math.max(
    secondsLeft(failures.ofAccount, freeFailures.ofAccount, at),
    secondsLeft(failures.fromAddress, freeFailures.fromAddress, at),
  );
}

function secondsLeft({ count, lastAt }: Failures, free: number, at: Temporal.Instant): number {
  if (!lastAt) return 0;
  const until = lastAt.add({ seconds: delayAfter(count, free) });
  return Temporal.Instant.compare(at, until) >= 0 ? 0 : Math.ceil(at.until(until).total("seconds"));
}

/** "40 seconds", "2 minutes": a wait as people say it, never shorter than it is. */
export function waitInWords(seconds: number): string {
  if (seconds === 1) return "1 second";
  return seconds <= 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

/** What somebody is told who has to wait. */
export const tooSoonInWords = (waitSeconds: number): string =>
  `Too many tries. Please wait ${waitInWords(waitSeconds)}, then try again.`;
