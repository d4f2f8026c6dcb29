import type { Temporal } from "temporal-polyfill";
import { describeStatusInZone } from "@/lib/schedule/describe-status";
import type { Schedule } from "@/lib/schedule/types";
import type { WriteTime } from "@/lib/schedule/write-time";

/** "On duty until 17:00 (New York time)", "Always on duty": what a schedule says of whoever is on duty by it. */
export const dutyInWords = (schedule: Schedule, at: Temporal.Instant, writeTime: WriteTime): string =>
  describeStatusInZone(schedule, at, writeTime)
    .replace(/^Always open/, "Always on duty")
    .replace(/^Open/, "On duty")
    .replace(/^Closed/, "Off duty")
    .replace(/with no (opening|closing) ahead/, "with no change ahead");
