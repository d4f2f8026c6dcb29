import type { Temporal } from "temporal-polyfill";
import { zoneName } from "@/lib/schedule/zone-name";
import { describeStatus } from "@/lib/schedule/describe-status";
import { nextChange } from "@/lib/schedule/next-change";
import { statusAt } from "@/lib/schedule/status-at";
import type { Schedule } from "@/lib/schedule/types";

/**
 * "On duty until 17:00", "Off duty until Mon 09:00 (in Tokyo)": what a schedule says of whoever is on duty by it.
 *
 * @param timeZone the firm's: hours by other clocks say where.
 */
export function dutyInWords(schedule: Schedule, at: Temporal.Instant, timeZone: string): string {
  const words = describeStatus(schedule, at, statusAt(schedule, at), nextChange(schedule, at))
    .replace(/^Always open/, "Always on duty")
    .replace(/^Open/, "On duty")
    .replace(/^Closed/, "Off duty")
    .replace(/with no (opening|closing) ahead/, "with no change ahead");
  const isElsewhere = schedule.timeZone !== timeZone && /\d\d:\d\d/.test(words);
  return isElsewhere ? `${words} (in ${zoneName(schedule.timeZone)})` : words;
}
