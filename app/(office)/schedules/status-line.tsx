import type { Temporal } from "temporal-polyfill";
import { clockInWords, timeWriter } from "@/app/_format/wall-time";
import { describeNowAndNext } from "@/lib/schedule/describe-now-and-next";
import { statusAt } from "@/lib/schedule/status-at";
import type { Schedule } from "@/lib/schedule/types";
import { zoneName } from "@/lib/schedule/zone-name";

interface StatusLineProps {
  schedule: Schedule;
  at: Temporal.Instant;
  locale: string;
}

/** What a schedule does now and next, in the words of the log of calls, with its zone. */
export function StatusLine({ schedule, at, locale }: StatusLineProps) {
  const { isOpen } = statusAt(schedule, at);
  return (
    <div className="flex items-start gap-3">
      <span
        aria-hidden="true"
        className={`mt-1.5 size-3 shrink-0 rounded-full ${isOpen ? "bg-success" : "border-2 border-muted"}`}
      />
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">{describeNowAndNext(schedule, at, timeWriter(locale))}</p>
        <p className="text-sm text-muted">
          {zoneName(schedule.timeZone)} time, where it is {clockInWords(at, schedule.timeZone, locale)}
        </p>
      </div>
    </div>
  );
}
