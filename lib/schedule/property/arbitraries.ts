import fc from "fast-check";
import type { Temporal } from "temporal-polyfill";
import type {
  Override,
  Schedule,
  ScheduleException,
  WallTime,
  Weekday,
  WeeklyWindow,
  Window,
} from "../types";
import { clockChanges } from "./clock-changes";

/** A schedule in a zone of its own, and an instant near a clock change of that zone. */
export interface Scene {
  schedule: Schedule;
  /** A clock change, or for a zone that has none some instant. */
  change: Temporal.Instant;
  /** What the clocks do there, for whoever reads a counterexample. */
  what: string;
}

// Half of all times fall where clocks change, so that windows begin and end inside repeated and skipped hours.
const nearClockChanges = [
  "00:00",
  "00:01",
  "00:30",
  "01:00",
  "01:30",
  "02:00",
  "02:15",
  "02:30",
  "03:00",
  "23:01",
];
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]): WallTime => `${pad(hour)}:${pad(minute)}`);
const opensAt = fc.oneof(fc.constantFrom(...nearClockChanges, "22:00", "23:30"), anyTime);
const closesAt = fc.oneof(opensAt, fc.constant("24:00"));
const window: fc.Arbitrary<Window> = fc.record({ opensAt, closesAt });
const weeklyWindow: fc.Arbitrary<WeeklyWindow> = fc.record({
  weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
  opensAt,
  closesAt,
});

const everyWholeDay = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
  weekday,
  opensAt: "00:00",
  closesAt: "24:00",
}));
/** Some weeks are open or closed throughout, so that exceptions make the only changes. */
const week = fc.oneof(
  { weight: 3, arbitrary: fc.array(weeklyWindow, { maxLength: 10 }) },
  { weight: 1, arbitrary: fc.constantFrom([], everyWholeDay) },
);

/** Exceptions one after another from `firstDate` on, some of them without a day between. */
function exceptionsFrom(
  firstDate: Temporal.PlainDate,
  longestDays: number,
): fc.Arbitrary<ScheduleException[]> {
  const days = fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: longestDays }));
  const piece = fc.record({ gapDays: days, extraDays: days, windows: fc.array(window, { maxLength: 2 }) });
  return fc.array(piece, { maxLength: 4 }).map((pieces) => {
    let next = firstDate;
    return pieces.map(({ gapDays, extraDays, windows }, i) => {
      const startsOn = next.add({ days: gapDays });
      const endsOn = startsOn.add({ days: extraDays });
      next = endsOn.add({ days: 1 });
      return { startsOn: `${startsOn}`, endsOn: `${endsOn}`, label: `exception ${i}`, windows };
    });
  });
}

function overrideNear(change: Temporal.Instant): fc.Arbitrary<Override | null> {
  const nanoseconds = fc.oneof(
    fc.integer({ min: -2880, max: 2880 }).map((minutes) => minutes * 60e9),
    fc.integer({ min: -200_000e9, max: 200_000e9 }),
  );
  const until = fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: nanoseconds.map((n) => change.add({ nanoseconds: n })) },
  );
  const override = fc.record({
    isOpen: fc.boolean(),
    until,
    reason: fc.constant("because"),
    setBy: fc.constant("Dana Reyes"),
  });
  return fc.option(override, { freq: 3 });
}

/** `longestDays` bounds each exception and each gap between two. */
export function scenes({ longestDays }: { longestDays: number }): fc.Arbitrary<Scene> {
  return fc.constantFrom(...clockChanges).chain(({ timeZone, what, at: change }) => {
    const firstDate = change.toZonedDateTimeISO("UTC").toPlainDate().subtract({ days: 3 });
    return fc
      .record({
        windows: week,
        exceptions: exceptionsFrom(firstDate, longestDays),
        override: overrideNear(change),
      })
      .chain(({ exceptions, ...parts }) =>
        fc
          .shuffledSubarray(exceptions, { minLength: exceptions.length })
          .map(
            (shuffled): Scene => ({ schedule: { timeZone, exceptions: shuffled, ...parts }, change, what }),
          ),
      );
  });
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
