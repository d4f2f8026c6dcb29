import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, it, vi } from "vitest";
import { nextChange } from "../next-change";
import { openIntervals } from "../open-intervals";
import { statusAt } from "../status-at";
import { timeline } from "../timeline";
import type { Schedule, ScheduleStatus } from "../types";
import { type Scene, scenes } from "./arbitraries";
import { oracleAt } from "./oracle";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

// Seconds each on an idle machine; a busy one must not fail them.
vi.setConfig({ testTimeout: 300_000 });

const near = scenes({ longestDays: 3 });
const far = scenes({ longestDays: 4000 });

const instantOf = (epochMs: number) => Temporal.Instant.fromEpochMilliseconds(epochMs);
const isOpenByOracle = (schedule: Schedule, epochMs: number) =>
  oracleAt(schedule, epochMs).startsWith("open");

function inWords({ isOpen, cause }: ScheduleStatus): string {
  return `${isOpen ? "open" : "closed"}: ${cause.rule === "exception" ? cause.exception.label : cause.rule}`;
}

/** Every minute from `days` before a scene's clock change to `days` after it. */
function minutesAround({ change }: Scene, days: number): number[] {
  const firstMs = change.epochMilliseconds - days * DAY_MS;
  return Array.from({ length: (2 * days * DAY_MS) / MINUTE_MS }, (_, i) => firstMs + i * MINUTE_MS);
}

/** Whether a minute lies in [start, end), to the nanosecond; an `end` of null is for ever. */
function isWithin(epochMs: number, start: Temporal.Instant, end: Temporal.Instant | null): boolean {
  const at = BigInt(epochMs) * 1_000_000n;
  return at >= start.epochNanoseconds && (end === null || at < end.epochNanoseconds);
}

/** A distance from a scene's clock change, not on the minute. */
const nanosecondsAway = fc.integer({ min: -2 * 86_400e9, max: 2 * 86_400e9 });
/** A moment somewhere before, during or after the clock change, often just at it. */
const distances = fc.oneof(nanosecondsAway, fc.constantFrom(0, -1, 1, -3_600e9));

/** That the status turns at this instant and not at a nanosecond before. */
function expectFlip(schedule: Schedule, at: Temporal.Instant, isOpen: boolean): void {
  expect(statusAt(schedule, at).isOpen).toBe(isOpen);
  expect(statusAt(schedule, at.subtract({ nanoseconds: 1 })).isOpen).toBe(!isOpen);
}

it("the status at every minute is what the oracle says, and why", () => {
  fc.assert(
    fc.property(near, (scene) => {
      for (const ms of minutesAround(scene, 1)) {
        const status = inWords(statusAt(scene.schedule, instantOf(ms)));
        if (status !== oracleAt(scene.schedule, ms)) {
          expect(`${instantOf(ms)} ${status}`).toBe(`${instantOf(ms)} ${oracleAt(scene.schedule, ms)}`);
        }
      }
    }),
    { numRuns: 50 },
  );
});

it("the timeline has no gap, and is what the oracle says at every minute", () => {
  fc.assert(
    fc.property(near, nanosecondsAway, fc.integer({ min: 1, max: 3 * 86_400e9 }), (scene, away, length) => {
      const from = scene.change.add({ nanoseconds: away });
      const to = from.add({ nanoseconds: length });
      const stretches = timeline(scene.schedule, from, to);
      const ends = stretches.map(({ end }) => `${end}`);
      expect([`${from}`, ...ends.slice(0, -1)]).toEqual(stretches.map(({ start }) => `${start}`));
      expect(ends.at(-1)).toBe(`${to}`);

      const spoken = stretches.map(inWords);
      expect(spoken.filter((words, i) => words === spoken[i - 1])).toEqual([]);

      const minutes = minutesAround(scene, 2);
      for (const [i, { start, end }] of stretches.entries()) {
        const inside = minutes.filter((ms) => isWithin(ms, start, end));
        const heard = new Set(inside.map((ms) => oracleAt(scene.schedule, ms)));
        expect([...heard].filter((words) => words !== spoken[i])).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
});

it("the open intervals hold exactly the open minutes, and never touch", () => {
  fc.assert(
    fc.property(near, (scene) => {
      const { schedule } = scene;
      const minutes = minutesAround(scene, 2);
      const from = scene.change.subtract({ hours: 48 });
      const to = scene.change.add({ hours: 48 });
      const intervals = openIntervals(schedule, from, to);

      const points = intervals.flatMap(({ start, end }) => [start.epochNanoseconds, end.epochNanoseconds]);
      expect(points.filter((point, i) => i > 0 && point <= (points[i - 1] ?? point))).toEqual([]);
      for (const { start, end } of intervals) {
        if (!start.equals(from)) {
          expectFlip(schedule, start, true);
        }
        if (!end.equals(to)) {
          expectFlip(schedule, end, false);
        }
      }

      const misjudged = minutes.filter(
        (ms) => intervals.some(({ start, end }) => isWithin(ms, start, end)) !== isOpenByOracle(schedule, ms),
      );
      expect(misjudged.map((ms) => `${instantOf(ms)}`)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it("the next change is a change, and nothing changes before it", () => {
  fc.assert(
    fc.property(near, distances, (scene, nanoseconds) => {
      const { schedule } = scene;
      const at = scene.change.add({ nanoseconds });
      const { isOpen } = statusAt(schedule, at);
      const next = nextChange(schedule, at);
      if (next) {
        expect(Temporal.Instant.compare(at, next.at)).toBe(-1);
        expect(next.isOpen).toBe(!isOpen);
        expectFlip(schedule, next.at, next.isOpen);
      }
      const between = minutesAround(scene, 4).filter((ms) => isWithin(ms, at, next?.at ?? null));
      const changed = between.filter((ms) => isOpenByOracle(schedule, ms) !== isOpen);
      expect(changed.map((ms) => `${instantOf(ms)}`)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it("a next change years ahead is found exactly", () => {
  fc.assert(
    fc.property(far, distances, ({ schedule, change }, nanoseconds) => {
      const at = change.add({ nanoseconds });
      const { isOpen } = statusAt(schedule, at);
      const next = nextChange(schedule, at);
      if (next) {
        expectFlip(schedule, next.at, next.isOpen);
      }
      // Something new can only begin at the edges of exceptions and in the week after: look there closely.
      const edges = schedule.exceptions.flatMap((e) => [Date.parse(e.startsOn), Date.parse(e.endsOn)]);
      const watched = [at.epochMilliseconds, ...edges].flatMap((edgeMs) =>
        Array.from({ length: 10 * 48 }, (_, i) => edgeMs - DAY_MS + i * 30 * MINUTE_MS),
      );
      const between = watched.filter((ms) => isWithin(ms, at, next?.at ?? null));
      const changed = between.filter((ms) => isOpenByOracle(schedule, ms) !== isOpen);
      expect(changed.map((ms) => `${instantOf(ms)}`)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it("an override beats an exception, and an exception the weekly windows", () => {
  fc.assert(
    fc.property(near, distances, ({ schedule, change }, nanoseconds) => {
      const at = change.add({ nanoseconds });
      const { override, exceptions, timeZone } = schedule;
      const { cause } = statusAt(schedule, at);
      const isOverridden =
        override !== null && (!override.until || at.epochNanoseconds < override.until.epochNanoseconds);
      expect(cause.rule === "override").toBe(isOverridden);

      const unhindered = { ...schedule, override: null };
      const date = at.toZonedDateTimeISO(timeZone).toPlainDate().toString();
      const onDate = exceptions.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
      if (onDate) {
        const status = statusAt(unhindered, at);
        expect(status.cause).toEqual({ rule: "exception", exception: onDate });
        expect(statusAt({ ...unhindered, windows: [] }, at)).toEqual(status);
      }
    }),
    { numRuns: 500 },
  );
});
