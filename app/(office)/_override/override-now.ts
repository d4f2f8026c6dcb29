import type { Temporal } from "temporal-polyfill";
import { clockInWords, timeWriter } from "@/app/_format/wall-time";
import { describeTime } from "@/lib/schedule/describe-status";
import { overrideEndings } from "@/lib/schedule/override-endings";
import { overrideAt, statusAt } from "@/lib/schedule/status-at";
import type { Schedule } from "@/lib/schedule/types";

/** One end that an override may have. */
export interface EndingChoice {
  /** An instant in ISO 8601, or "lifted" for none. What a form sends: what was shown is what will hold. */
  value: string;
  label: string;
  /** When that is, by the schedule's clocks. */
  when: string;
  /** For closing alone. */
  isOpening: boolean;
}

/** What the buttons that close or open a schedule for now have to know. Travels to the browser. */
export interface OverrideNow {
  isOpen: boolean;
  isOverridden: boolean;
  timeZone: string;
  /** By the clocks there: "2:05 PM". */
  timeThere: string;
  /** Today's date there, "YYYY-MM-DD". */
  dateThere: string;
  choices: EndingChoice[];
}

/** @param at the moment that the page is made: the hour's end counts from it. */
export function overrideNow(schedule: Schedule, at: Temporal.Instant, locale: string): OverrideNow {
  const now = at.toZonedDateTimeISO(schedule.timeZone);
  const { inOneHour, endOfToday, nextOpening } = overrideEndings(schedule, at);
  const time = (instant: Temporal.Instant) =>
    describeTime(now, instant, { isClosing: false, isWeekly: false, writeTime: timeWriter(locale) });
  const choice = (instant: Temporal.Instant, label: string, when = `until ${time(instant)}`) => ({
    value: instant.toString(),
    label,
    when,
    isOpening: false,
  });
  const opensTomorrow =
    nextOpening
      ?.toZonedDateTimeISO(schedule.timeZone)
      .toPlainDate()
      .equals(now.toPlainDate().add({ days: 1 })) ?? false;
  return {
    isOpen: statusAt(schedule, at).isOpen,
    isOverridden: overrideAt(schedule, at) !== null,
    timeZone: schedule.timeZone,
    timeThere: clockInWords(at, schedule.timeZone, locale),
    dateThere: now.toPlainDate().toString(),
    choices: [
      choice(inOneHour, "For 1 hour"),
      choice(endOfToday, "The rest of today", "until midnight"),
      ...(nextOpening
        ? [
            {
              ...choice(
                nextOpening,
                opensTomorrow ? "Until it opens tomorrow" : "Until it opens next",
                time(nextOpening),
              ),
              isOpening: true,
            },
          ]
        : []),
      { value: "lifted", label: "Until somebody lifts it", when: "no end", isOpening: false },
    ],
  };
}
