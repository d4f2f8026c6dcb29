import type { Temporal } from "temporal-polyfill";
import { zoneName } from "@/lib/schedule/zone-name";
import { describeNowAndNext } from "@/lib/schedule/describe-now-and-next";
import { statusAt } from "@/lib/schedule/status-at";
import type { Schedule } from "@/lib/schedule/types";

/** What a schedule does now and next, in the words of the log of calls, with its zone. */
export function StatusLine({ schedule, at }: { schedule: Schedule; at: Temporal.Instant }) {
  const there = at.toZonedDateTimeISO(schedule.timeZone).toPlainTime().toString({ smallestUnit: "minute" });
  const { isOpen } = statusAt(schedule, at);
  return (
    <div className="flex items-start gap-3">
      <span
        aria-hidden="true"
        className={`mt-1.5 size-3 shrink-0 rounded-full ${isOpen ? "bg-success" : "border-2 border-muted"}`}
      />
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">{describeNowAndNext(schedule, at)}</p>
        <p className="text-sm text-muted">
          {zoneName(schedule.timeZone)} time, where it is {there}
        </p>
      </div>
    </div>
  );
}
