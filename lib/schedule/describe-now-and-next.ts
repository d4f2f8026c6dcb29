import type { Temporal } from "temporal-polyfill";
import { describeStatus } from "./describe-status";
import { nextChange } from "./next-change";
import { statusAt } from "./status-at";
import type { Schedule } from "./types";
import type { WriteTime } from "./write-time";

/**
 * What a schedule does at an instant and after the change that follows: "Open until 17:00, then closed until Tue
 * 09:00". The second half counts days from that change.
 *
 * @throws RangeError for an unknown time zone, and as `readHours` does.
 */
export function describeNowAndNext(schedule: Schedule, at: Temporal.Instant, writeTime: WriteTime): string {
  const next = nextChange(schedule, at);
  const now = describeStatus(schedule, at, statusAt(schedule, at), next, writeTime);
  if (!next) {
    return now;
  }
  const [statusThen, changeThen] = [statusAt(schedule, next.at), nextChange(schedule, next.at)];
  const then = describeStatus(schedule, next.at, statusThen, changeThen, writeTime);
  return `${now}, then ${then.charAt(0).toLowerCase()}${then.slice(1)}`;
}
