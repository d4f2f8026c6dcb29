import type { Temporal } from "temporal-polyfill";
import type { InWords } from "@/db/queries/activity/record-activity";
import { describeTime } from "@/lib/schedule/describe-status";
import type { Override } from "@/lib/schedule/types";
import { type WriteTime, writeRecordTime } from "@/lib/schedule/write-time";
import { zoneName } from "@/lib/schedule/zone-name";

/** "until Tue 24 Nov 09:00 (New York time)", "until lifted". */
export function endInWords(
  until: Temporal.Instant | null,
  { now, timeZone, writeTime }: { now: Temporal.Instant; timeZone: string; writeTime: WriteTime },
): string {
  if (!until) return "until lifted";
  const there = now.toZonedDateTimeISO(timeZone);
  const time = describeTime(there, until, { isClosing: true, isWeekly: false, writeTime });
  return `until ${time} (${zoneName(timeZone)} time)`;
}

/** For the record of who changed what. */
export function overrideInWords(
  override: Pick<Override, "isOpen" | "until" | "reason"> | null,
  now: Temporal.Instant,
  timeZone: string,
): InWords {
  if (!override) return { "For now": "By its own hours" };
  const { isOpen, until, reason } = override;
  const words = `${isOpen ? "Open" : "Closed"} ${endInWords(until, { now, timeZone, writeTime: writeRecordTime })}`;
  return { "For now": reason ? `${words}: ${reason}` : words };
}
