import { describe, expect, it } from "vitest";
import { EVERY_DAY, exception, instant, MON_TO_FRI, scheduleWith, weekly } from "./example-schedule";
import { nextChange } from "./next-change";
import type { Override, Schedule } from "./types";

/** Every change after `from`, as many as there are or as asked for, each with its own offset. */
function changes(schedule: Schedule, from: string, count: number): string[] {
  const found: string[] = [];
  let at = instant(from, schedule.timeZone);
  while (found.length < count) {
    const next = nextChange(schedule, at);
    if (!next) {
      return [...found, "never again"];
    }
    const local = next.at.toString({ timeZone: schedule.timeZone, smallestUnit: "minute" });
    found.push(`${next.isOpen ? "opens" : "closes"} ${local}`);
    at = next.at;
  }
  return found;
}

const officeHours = scheduleWith({ windows: weekly(MON_TO_FRI, "09:00-17:00") });
const always = weekly(EVERY_DAY, "00:00-24:00");
const override = (isOpen: boolean, until: string | null): Override => ({
  isOpen,
  until: until === null ? null : instant(until),
  reason: "",
  setBy: "Dana Reyes",
});

describe("ordinary hours", () => {
  it.each([
    ["a nanosecond before opening", "2026-11-23T08:59:59.999999999", "opens 2026-11-23T09:00-05:00"],
    ["at opening, which is not after itself", "2026-11-23T09:00", "closes 2026-11-23T17:00-05:00"],
    ["while open", "2026-11-23T12:34:56.789", "closes 2026-11-23T17:00-05:00"],
    ["at closing", "2026-11-23T17:00", "opens 2026-11-24T09:00-05:00"],
    ["over the weekend", "2026-11-20T17:30", "opens 2026-11-23T09:00-05:00"],
  ])("%s", (_, from, expected) => {
    expect(changes(officeHours, from, 1)).toEqual([expected]);
  });

  it("passes over overlapping and touching windows, also at midnight", () => {
    const windows = [
      ...weekly([1], "09:00-12:00", "11:00-13:00", "13:00-24:00"),
      ...weekly([2], "00:00-02:00"),
    ];
    expect(changes(scheduleWith({ windows }), "2026-11-23T08:00", 3)).toEqual([
      "opens 2026-11-23T09:00-05:00",
      "closes 2026-11-24T02:00-05:00",
      "opens 2026-11-30T09:00-05:00",
    ]);
  });
  it("waits a whole week for a single window", () => {
    const schedule = scheduleWith({ windows: weekly([5], "22:00-06:00") });
    expect(changes(schedule, "2026-11-21T06:00", 1)).toEqual(["opens 2026-11-27T22:00-05:00"]);
  });
});

describe("when nothing changes any more", () => {
  it.each([
    ["no hours at all", scheduleWith({})],
    ["always open", scheduleWith({ windows: always })],
    ["always open in windows of 24 hours", scheduleWith({ windows: weekly(EVERY_DAY, "09:00-09:00") })],
    [
      "always open in day and night shifts",
      scheduleWith({ windows: weekly(EVERY_DAY, "06:00-18:00", "18:00-06:00") }),
    ],
    ["an override until lifted", { ...officeHours, override: override(false, null) }],
    [
      "closed, with a closed exception ahead",
      scheduleWith({ exceptions: [exception("Move", "2030-01-01")] }),
    ],
    [
      "an exception in the past",
      scheduleWith({ exceptions: [exception("Fair", "2020-01-01", "09:00-17:00")] }),
    ],
  ])("%s", (_, schedule) => {
    expect(nextChange(schedule, instant("2026-11-20T12:00"))).toBeNull();
  });
});

describe("overrides", () => {
  it("change the status where they lapse", () => {
    const schedule = { ...officeHours, override: override(true, "2026-11-20T19:00") };
    expect(changes(schedule, "2026-11-20T12:00", 2)).toEqual([
      "closes 2026-11-20T19:00-05:00",
      "opens 2026-11-23T09:00-05:00",
    ]);
  });
  it("do not when the hours agree with them by then", () => {
    const schedule = { ...officeHours, override: override(true, "2026-11-20T15:00") };
    expect(changes(schedule, "2026-11-20T12:00", 1)).toEqual(["closes 2026-11-20T17:00-05:00"]);
  });
  it("lapse to the nanosecond", () => {
    const until = instant("2026-11-20T12:00:00.000000001");
    const schedule = { ...officeHours, override: { ...override(false, null), until } };
    expect(nextChange(schedule, instant("2026-11-20T12:00"))).toEqual({ at: until, isOpen: true });
  });
});

describe("exceptions", () => {
  it("are jumped over, however long", () => {
    const exceptions = [exception("Closed for good, almost", "2026-01-01/2999-12-31")];
    expect(changes({ ...officeHours, exceptions }, "2026-11-20T12:00", 1)).toEqual([
      "opens 3000-01-01T09:00-05:00",
    ]);
  });
  it("are found, however far ahead", () => {
    const exceptions = [exception("Opening day", "2925-05-04", "10:00-11:00")];
    expect(changes(scheduleWith({ exceptions }), "2026-11-20T12:00", 3)).toEqual([
      "opens 2925-05-04T10:00-04:00",
      "closes 2925-05-04T11:00-04:00",
      "never again",
    ]);
  });
  it("end at the end of the calendar's four-digit years", () => {
    const exceptions = [exception("For good", "2026-01-01/9999-12-31")];
    expect(changes({ ...officeHours, exceptions }, "2026-11-20T12:00", 1)).toEqual([
      "opens +010000-01-03T09:00-05:00",
    ]);
    expect(changes(scheduleWith({ exceptions }), "2026-11-20T12:00", 1)).toEqual(["never again"]);
  });
  it("interrupt hours that are otherwise always open", () => {
    const schedule = scheduleWith({
      windows: always,
      exceptions: [exception("Holiday", "2026-12-25/2026-12-26")],
    });
    expect(changes(schedule, "2026-11-20T12:00", 3)).toEqual([
      "closes 2026-12-25T00:00-05:00",
      "opens 2026-12-27T00:00-05:00",
      "never again",
    ]);
  });
  it("that are always open interrupt hours that are otherwise closed", () => {
    const schedule = scheduleWith({
      exceptions: [exception("Summer", "2027-06-01/2027-08-31", "00:00-24:00")],
    });
    expect(changes(schedule, "2026-11-20T12:00", 3)).toEqual([
      "opens 2027-06-01T00:00-04:00",
      "closes 2027-09-01T00:00-04:00",
      "never again",
    ]);
  });
  it("one after another in closed months change nothing between", () => {
    const exceptions = [
      exception("Holiday", "2026-11-26/2026-11-27"),
      exception("Move", "2026-11-28/2027-01-31"),
    ];
    expect(changes({ ...officeHours, exceptions }, "2026-11-25T17:00", 1)).toEqual([
      "opens 2027-02-01T09:00-05:00",
    ]);
  });
});

describe("clock changes", () => {
  // New York, 8 March 2026: 02:00 becomes 03:00. 1 November 2026: 02:00 becomes 01:00.
  it("follow the wall clock, not a count of hours", () => {
    expect(changes(officeHours, "2026-10-30T17:00", 1)).toEqual(["opens 2026-11-02T09:00-05:00"]);
    expect(changes(officeHours, "2026-03-06T17:00", 1)).toEqual(["opens 2026-03-09T09:00-04:00"]);
  });
  it("open twice when a window lies within the repeated hour", () => {
    const schedule = scheduleWith({ windows: weekly([7], "01:15-01:45") });
    expect(changes(schedule, "2026-11-01T00:00", 5)).toEqual([
      "opens 2026-11-01T01:15-04:00",
      "closes 2026-11-01T01:45-04:00",
      "opens 2026-11-01T01:15-05:00",
      "closes 2026-11-01T01:45-05:00",
      "opens 2026-11-08T01:15-05:00",
    ]);
  });
  it("reopen at the jump back when a window ends within the repeated hour", () => {
    const schedule = scheduleWith({ windows: weekly([6], "22:00-01:30") });
    expect(changes(schedule, "2026-10-31T22:00", 3)).toEqual([
      "closes 2026-11-01T01:30-04:00",
      "opens 2026-11-01T01:00-05:00",
      "closes 2026-11-01T01:30-05:00",
    ]);
  });
  it("close at the jump back when a window begins within the repeated hour", () => {
    const schedule = scheduleWith({ windows: weekly([7], "01:30-05:00") });
    expect(changes(schedule, "2026-11-01T00:00", 4)).toEqual([
      "opens 2026-11-01T01:30-04:00",
      "closes 2026-11-01T01:00-05:00",
      "opens 2026-11-01T01:30-05:00",
      "closes 2026-11-01T05:00-05:00",
    ]);
  });
  it("pass through a repeated hour that is open all along", () => {
    const schedule = scheduleWith({ windows: weekly([7], "01:00-02:00") });
    expect(changes(schedule, "2026-11-01T00:00", 2)).toEqual([
      "opens 2026-11-01T01:00-04:00",
      "closes 2026-11-01T02:00-05:00",
    ]);
  });
  it("leave out a window that is skipped altogether", () => {
    const schedule = scheduleWith({ windows: weekly([7], "02:15-02:45") });
    expect(changes(schedule, "2026-03-01T02:45", 1)).toEqual(["opens 2026-03-15T02:15-04:00"]);
  });
  it("put a skipped opening and a skipped closing at the jump", () => {
    const opening = scheduleWith({ windows: weekly([7], "02:30-05:00") });
    expect(changes(opening, "2026-03-08T00:00", 1)).toEqual(["opens 2026-03-08T03:00-04:00"]);
    const closing = scheduleWith({ windows: weekly([7], "00:00-02:30") });
    expect(changes(closing, "2026-03-08T00:00", 1)).toEqual(["closes 2026-03-08T03:00-04:00"]);
  });
  it("of half an hour are no different", () => {
    // Lord Howe, 5 April 2026: 02:00 becomes 01:30.
    const schedule = scheduleWith({ timeZone: "Australia/Lord_Howe", windows: weekly([7], "01:40-01:50") });
    expect(changes(schedule, "2026-04-05T00:00", 4)).toEqual([
      "opens 2026-04-05T01:40+11:00",
      "closes 2026-04-05T01:50+11:00",
      "opens 2026-04-05T01:40+10:30",
      "closes 2026-04-05T01:50+10:30",
    ]);
  });
  it("that skip midnight open a whole day at the jump", () => {
    // São Paulo, 15 October 2017, a Sunday: midnight becomes 01:00.
    const schedule = scheduleWith({ timeZone: "America/Sao_Paulo", windows: weekly([7], "00:00-24:00") });
    expect(changes(schedule, "2017-10-14T12:00", 2)).toEqual([
      "opens 2017-10-15T01:00-02:00",
      "closes 2017-10-16T00:00-02:00",
    ]);
  });
  it("that repeat the last hour of a date take it out of the holiday that follows", () => {
    // Beirut, 25 October 2026: midnight becomes 23:00 of the 24th.
    const exceptions = [exception("Holiday", "2026-10-25")];
    const schedule = scheduleWith({ timeZone: "Asia/Beirut", windows: always, exceptions });
    expect(changes(schedule, "2026-10-24T12:00", 2)).toEqual([
      "closes 2026-10-25T00:00+02:00",
      "opens 2026-10-26T00:00+02:00",
    ]);
  });
  it("that repeat the last minutes of a holiday close again", () => {
    // St. John's, 7 November 2010: 00:01 becomes 23:01 of the 6th.
    const exceptions = [exception("Holiday", "2010-11-06")];
    const schedule = scheduleWith({ timeZone: "America/St_Johns", windows: always, exceptions });
    expect(changes(schedule, "2010-11-06T12:00", 4)).toEqual([
      "opens 2010-11-07T00:00-02:30",
      "closes 2010-11-06T23:01-03:30",
      "opens 2010-11-07T00:00-03:30",
      "never again",
    ]);
  });
  it("that skip a date skip its windows and holidays", () => {
    // Apia had no Friday 30 December 2011.
    const timeZone = "Pacific/Apia";
    const fridays = scheduleWith({ timeZone, windows: weekly([5], "09:00-17:00") });
    expect(changes(fridays, "2011-12-23T17:00", 1)).toEqual(["opens 2012-01-06T09:00+14:00"]);
    const holiday = scheduleWith({
      timeZone,
      windows: always,
      exceptions: [exception("Lost", "2011-12-30")],
    });
    expect(changes(holiday, "2011-12-29T12:00", 1)).toEqual(["never again"]);
  });
  it("cut a window short, and open one late, at a skipped date", () => {
    const thursdayNight = scheduleWith({ timeZone: "Pacific/Apia", windows: weekly([4], "22:00-06:00") });
    expect(changes(thursdayNight, "2011-12-29T12:00", 2)).toEqual([
      "opens 2011-12-29T22:00-10:00",
      "closes 2011-12-31T00:00+14:00",
    ]);
    const fridayNight = scheduleWith({ timeZone: "Pacific/Apia", windows: weekly([5], "22:00-06:00") });
    expect(changes(fridayNight, "2011-12-29T12:00", 2)).toEqual([
      "opens 2011-12-31T00:00+14:00",
      "closes 2011-12-31T06:00+14:00",
    ]);
  });
});
