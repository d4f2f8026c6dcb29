import { Chip } from "@heroui/react/chip";
import { Temporal } from "temporal-polyfill";
import { dateInWords } from "@/app/_format/wall-time";
import { type TimelineDay, timelineByDate } from "@/lib/schedule/timeline-by-date";
import type { Schedule } from "@/lib/schedule/types";
import { zoneName } from "@/lib/schedule/zone-name";
import { clockChangeInWords, openingsInWords, reasonsOf } from "./day-in-words";

const daysShown = 14;
const percent = (fraction: number) => `${fraction * 100}%`;

/** What a schedule says from now on, day by day: by the function that answers calls, clock changes and all. */
export function NextTwoWeeks({ schedule, now, locale }: { schedule: Schedule; now: string; locale: string }) {
  const days = timelineByDate(schedule, Temporal.Instant.from(now), daysShown);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-muted">By the clocks of {zoneName(schedule.timeZone)}.</p>
      <ol className="divide-y divide-separator border-y border-separator">
        {days.map((day) => (
          <li
            key={day.date}
            className="grid grid-cols-[6.5rem_1fr] items-center gap-x-3 gap-y-1 py-2 text-sm sm:grid-cols-[7rem_1fr_13rem]"
          >
            <span className="font-medium">{dateInWords(day.date, locale)}</span>
            <Bar day={day} />
            <span className="col-span-2 flex flex-wrap items-center gap-x-2 gap-y-1 sm:col-span-1">
              <span className="tabular-nums">{openingsInWords(day, schedule.timeZone, locale)}</span>
              {reasonsOf(day).map((reason) => (
                <Chip key={reason} size="sm" variant="soft" color="accent" className="wrap-anywhere">
                  {reason}
                </Chip>
              ))}
              {day.clockChange && (
                <Chip size="sm" variant="soft" color="warning">
                  {clockChangeInWords(day.clockChange, locale)}
                </Chip>
              )}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The words beside it say the same. */
function Bar({ day }: { day: TimelineDay }) {
  return (
    <span aria-hidden="true" className="relative h-4 overflow-hidden rounded bg-default">
      {day.parts
        .filter(({ isOpen }) => isOpen)
        .map(({ startFraction, endFraction }) => (
          <span
            key={startFraction}
            className="absolute inset-y-0 bg-success"
            style={{ insetInlineStart: percent(startFraction), width: percent(endFraction - startFraction) }}
          />
        ))}
    </span>
  );
}
