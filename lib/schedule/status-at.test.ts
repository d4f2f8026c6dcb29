import { describe, expect, it } from "vitest";
import { EVERY_DAY, exception, instant, MON_TO_FRI, scheduleWith, weekly } from "./example-schedule";
import { statusAt } from "./status-at";
import type { Override, Schedule } from "./types";

type Case = [sentence: string, at: string, isOpen: boolean];

function check(schedule: Schedule, cases: Case[]) {
  it.each(cases)("%s", (_, at, isOpen) => {
    expect(statusAt(schedule, instant(at, schedule.timeZone)).isOpen).toBe(isOpen);
  });
}

// In November 2026 the 26th (Thanksgiving) is a Thursday.
describe("weekly windows", () => {
  check(scheduleWith({ windows: weekly(MON_TO_FRI, "09:00-12:00", "13:00-17:00") }), [
    ["is closed a nanosecond before 09:00", "2026-11-20T08:59:59.999999999", false],
    ["is open at 09:00:00", "2026-11-20T09:00", true],
    ["is open a nanosecond before 12:00", "2026-11-20T11:59:59.999999999", true],
    ["is closed at 12:00:00", "2026-11-20T12:00", false],
    ["is open again at 13:00", "2026-11-20T13:00", true],
    ["is open at 16:59:59", "2026-11-20T16:59:59", true],
    ["is closed at 17:00:00", "2026-11-20T17:00", false],
    ["is closed on Saturday at 10:00", "2026-11-21T10:00", false],
    ["is open on Monday at 10:00", "2026-11-23T10:00", true],
  ]);
});

describe("windows that run past midnight", () => {
  check(scheduleWith({ windows: weekly([5], "22:00-06:00") }), [
    ["Friday 22:00–06:00 is not open on Friday at 02:00", "2026-11-20T02:00", false],
    ["Friday 22:00–06:00 is open on Friday at 22:00", "2026-11-20T22:00", true],
    ["Friday 22:00–06:00 is open on Saturday at 02:00", "2026-11-21T02:00", true],
    ["Friday 22:00–06:00 is closed on Saturday at 06:00", "2026-11-21T06:00", false],
    ["Friday 22:00–06:00 is closed on Saturday at 22:00", "2026-11-21T22:00", false],
  ]);
  check(scheduleWith({ windows: weekly([7], "20:00-04:00") }), [
    ["Sunday 20:00–04:00 is open on Monday at 03:59", "2026-11-23T03:59", true],
    ["Sunday 20:00–04:00 is closed on Sunday at 03:59", "2026-11-22T03:59", false],
  ]);
  check(scheduleWith({ windows: weekly([2], "09:00-09:00") }), [
    ["Tuesday 09:00–09:00 is open on Wednesday at 08:59", "2026-11-25T08:59", true],
    ["Tuesday 09:00–09:00 is closed on Wednesday at 09:00", "2026-11-25T09:00", false],
    ["Tuesday 09:00–09:00 is closed on Tuesday at 08:59", "2026-11-24T08:59", false],
  ]);
});

describe("windows that end at midnight", () => {
  for (const closing of ["24:00", "00:00"]) {
    check(scheduleWith({ windows: weekly([1], `18:00-${closing}`) }), [
      [`18:00–${closing} is open at the last nanosecond of the day`, "2026-11-23T23:59:59.999999999", true],
      [`18:00–${closing} is closed at midnight`, "2026-11-24T00:00", false],
    ]);
  }
  check(scheduleWith({ windows: weekly([1], "00:00-24:00") }), [
    ["a whole Monday is closed on Sunday at 23:59", "2026-11-22T23:59", false],
    ["a whole Monday is open at 00:00", "2026-11-23T00:00", true],
    ["a whole Monday is open at 23:59", "2026-11-23T23:59", true],
    ["a whole Monday is closed on Tuesday at 00:00", "2026-11-24T00:00", false],
  ]);
});

describe("the schedule's own zone", () => {
  const nineToFive = weekly(EVERY_DAY, "09:00-17:00");
  it.each([
    ["Asia/Kathmandu", "2026-11-26T03:15:00Z"],
    ["Pacific/Kiritimati", "2026-11-25T19:00:00Z"],
    ["Pacific/Pago_Pago", "2026-11-26T20:00:00Z"],
    ["Pacific/Chatham", "2026-11-25T19:15:00Z"],
    ["America/New_York", "2026-11-26T14:00:00Z"],
  ])("09:00 in %s is %s", (timeZone, at) => {
    const schedule = scheduleWith({ timeZone, windows: nineToFive });
    expect(statusAt(schedule, instant(at).subtract({ nanoseconds: 1 })).isOpen).toBe(false);
    expect(statusAt(schedule, instant(at)).isOpen).toBe(true);
  });
});

describe("exceptions", () => {
  const allWeek = weekly(EVERY_DAY, "09:00-17:00");

  check(
    scheduleWith({
      windows: allWeek,
      exceptions: [
        exception("Shutdown", "2026-12-24/2027-01-02"),
        exception("Inventory", "2026-06-30", "10:00-12:00"),
      ],
    }),
    [
      ["a closure over New Year leaves the day before it open", "2026-12-23T10:00", true],
      ["a closure over New Year closes its first day", "2026-12-24T10:00", false],
      ["a closure over New Year closes 31 December", "2026-12-31T10:00", false],
      ["a closure over New Year closes 1 January", "2027-01-01T10:00", false],
      ["a closure over New Year closes its last day", "2027-01-02T16:59", false],
      ["a closure over New Year leaves the day after it open", "2027-01-03T09:00", true],
      ["a closure over New Year leaves the January before it open", "2026-01-01T10:00", true],
      ["a closure over New Year leaves March open", "2026-03-15T10:00", true],
      ["special hours replace the morning", "2026-06-30T09:59", false],
      ["special hours are open at their opening", "2026-06-30T10:00", true],
      ["special hours replace the afternoon", "2026-06-30T12:00", false],
    ],
  );

  check(
    scheduleWith({
      windows: weekly(EVERY_DAY, "22:00-06:00"),
      exceptions: [exception("Thanksgiving", "2026-11-26/2026-11-27")],
    }),
    [
      ["a weekly night is open until the holiday's first midnight", "2026-11-25T23:59:59", true],
      ["a weekly night ends at the holiday's first midnight", "2026-11-26T00:00", false],
      ["a weekly night inside the holiday does not exist", "2026-11-26T23:00", false],
      ["a weekly night of the holiday's last day leaves no tail", "2026-11-28T02:00", false],
      ["the weekly night after the holiday is back", "2026-11-28T22:00", true],
    ],
  );

  const nights = exception("Festival", "2026-11-26/2026-11-27", "20:00-03:00");
  check(scheduleWith({ windows: weekly(EVERY_DAY, "09:00-17:00"), exceptions: [nights] }), [
    ["special nights do not begin on the morning of their first day", "2026-11-26T02:00", false],
    ["special nights replace the weekly day", "2026-11-26T10:00", false],
    ["special nights run from day to day", "2026-11-27T02:59", true],
    ["special nights hold on the last date too", "2026-11-27T20:00", true],
    ["a special night runs on into the morning after", "2026-11-28T02:59", true],
    ["a special night ends on the morning after", "2026-11-28T03:00", false],
    ["weekly windows apply again on the morning after", "2026-11-28T09:00", true],
    ["no special night begins on the day after", "2026-11-28T20:00", false],
  ]);
  check(scheduleWith({ exceptions: [exception("Fair", "2026-11-28"), nights] }), [
    ["a special night is open until another exception starts", "2026-11-27T23:59:59", true],
    ["a special night ends where another exception starts", "2026-11-28T00:00", false],
  ]);
  check(scheduleWith({ exceptions: [exception("Fair", "2026-11-28", "01:00-02:00"), nights] }), [
    ["the other exception's own windows stand", "2026-11-28T01:30", true],
    ["the first exception's night does not add to them", "2026-11-28T02:30", false],
  ]);
});

describe("the cause", () => {
  const festival = exception("Festival", "2026-11-26", "20:00-10:00");
  const schedule = scheduleWith({ windows: weekly(EVERY_DAY, "09:00-17:00"), exceptions: [festival] });
  const causeAt = (at: string) => statusAt(schedule, instant(at)).cause;

  it("is weekly inside and outside ordinary windows", () => {
    expect(causeAt("2026-11-25T10:00")).toEqual({ rule: "weekly" });
    expect(causeAt("2026-11-25T20:00")).toEqual({ rule: "weekly" });
  });
  it("is the exception on all of its dates, open or closed", () => {
    expect(causeAt("2026-11-26T00:00")).toEqual({ rule: "exception", exception: festival });
    expect(causeAt("2026-11-26T20:00")).toEqual({ rule: "exception", exception: festival });
  });
  it("is the exception in its tail, even where a weekly window opens under it", () => {
    expect(causeAt("2026-11-27T03:00")).toEqual({ rule: "exception", exception: festival });
    expect(causeAt("2026-11-27T09:59")).toEqual({ rule: "exception", exception: festival });
    expect(causeAt("2026-11-27T10:00")).toEqual({ rule: "weekly" });
  });
});

describe("the override", () => {
  const until = instant("2026-11-26T15:00");
  const closed: Override = { isOpen: false, until, reason: "burst pipe", setBy: "Dana Reyes" };
  const base = scheduleWith({ windows: weekly(EVERY_DAY, "09:00-17:00") });
  const shut = { ...base, exceptions: [exception("Thanksgiving", "2026-11-26")] };

  check({ ...base, override: closed }, [
    ["beats a weekly window", "2026-11-26T14:59:59.999999999", false],
    ["lapses by itself at its end", "2026-11-26T15:00", true],
  ]);
  check({ ...shut, override: { ...closed, isOpen: true } }, [
    ["beats a holiday", "2026-11-26T14:59", true],
    ["gives way to the holiday at its end", "2026-11-26T15:00", false],
  ]);
  check({ ...base, override: { ...closed, until: null } }, [
    ["holds until lifted when it has no end", "2031-11-26T12:00", false],
  ]);
  it("is named as the cause", () => {
    const override = { ...closed, isOpen: true };
    expect(statusAt({ ...shut, override }, instant("2026-11-26T12:00")).cause).toEqual({
      rule: "override",
      override,
    });
  });
});

describe("clock changes", () => {
  // New York, 8 March 2026: 02:00 becomes 03:00. 1 November 2026: 02:00 becomes 01:00.
  check(scheduleWith({ windows: weekly([7], "01:15-01:45") }), [
    ["a time that is read twice is open the first time", "2026-11-01T01:30-04:00", true],
    ["a time that is read twice is closed between", "2026-11-01T01:50-04:00", false],
    ["a time that is read twice is open the second time", "2026-11-01T01:30-05:00", true],
    ["a time that is read twice is closed after", "2026-11-01T01:45-05:00", false],
  ]);
  check(scheduleWith({ windows: weekly([7], "02:30-05:00") }), [
    ["a skipped opening is closed before the jump", "2026-03-08T01:59:59", false],
    ["a skipped opening takes effect at the jump", "2026-03-08T03:00", true],
  ]);
  check(scheduleWith({ windows: weekly([7], "00:00-02:30") }), [
    ["a skipped closing is open before the jump", "2026-03-08T01:59:59", true],
    ["a skipped closing takes effect at the jump", "2026-03-08T03:00", false],
  ]);
  check(scheduleWith({ timeZone: "Africa/Cairo", windows: weekly([4], "00:00-24:00") }), [
    // Cairo, 29 October 2026, a Thursday: midnight becomes 23:00, so that its last hour is read twice.
    ["a whole Thursday is open in its last hour", "2026-10-29T23:30+03:00", true],
    ["a whole Thursday is open in its last hour, read again", "2026-10-29T23:30+02:00", true],
    ["a whole Thursday is closed on Friday at midnight", "2026-10-30T00:00+02:00", false],
  ]);
  check(scheduleWith({ timeZone: "Pacific/Apia", windows: weekly([5], "22:00-06:00") }), [
    // Apia had no Friday 30 December 2011.
    ["a night owned by a skipped Friday is closed on Thursday", "2011-12-29T23:59", false],
    ["a night owned by a skipped Friday is open on Saturday morning", "2011-12-31T02:00", true],
  ]);
});

describe("bad input", () => {
  it("is refused with the zone named", () => {
    const schedule = scheduleWith({ timeZone: "America/Nowhere" });
    expect(() => statusAt(schedule, instant("2026-11-26T12:00"))).toThrow(/Nowhere/i);
  });
});
