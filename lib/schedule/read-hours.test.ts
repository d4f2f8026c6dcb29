import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { exception, scheduleWith, weekly } from "./example-schedule";
import { readHours, weekdayOf } from "./read-hours";
import type { Weekday } from "./types";

describe("wall times", () => {
  it("reads minutes since midnight, past 1440 for a window that runs past midnight", () => {
    const windows = weekly([3], "00:00-24:00", "22:30-06:15", "09:00-09:00");
    expect(readHours(scheduleWith({ windows })).weekly[3]).toEqual([
      { opensMinute: 0, closesMinute: 1440 },
      { opensMinute: 1350, closesMinute: 1815 },
      { opensMinute: 540, closesMinute: 1980 },
    ]);
  });
  it.each(["9:00", "24:01", "25:00", "12:60", "12:30:00", "", " 09:00", "noon", "09.00"])(
    "refuses %j",
    (time) => {
      for (const window of [
        { opensAt: time, closesAt: "17:00" },
        { opensAt: "08:00", closesAt: time },
      ]) {
        const schedule = scheduleWith({ windows: [{ weekday: 1, ...window }] });
        expect(() => readHours(schedule)).toThrow(
          new RangeError(`"${time}" is not a time from "00:00" to "24:00".`),
        );
      }
    },
  );
  it("refuses a window that opens at 24:00", () => {
    const schedule = scheduleWith({ windows: weekly([1], "24:00-06:00") });
    expect(() => readHours(schedule)).toThrow('cannot open at "24:00"');
  });
  it("reads the windows of exceptions by the same rules", () => {
    const schedule = scheduleWith({ exceptions: [exception("Half day", "2026-12-24", "09:00-1:00")] });
    expect(() => readHours(schedule)).toThrow('"1:00" is not a time');
  });
});

describe("weekdays", () => {
  it.each([0, 8, 1.5, Number.NaN, -1])("refuses %s", (weekday) => {
    const windows = [{ weekday: weekday as Weekday, opensAt: "09:00", closesAt: "17:00" }];
    expect(() => readHours(scheduleWith({ windows }))).toThrow(`Weekday ${weekday} is not 1`);
  });
});

describe("dates", () => {
  const read = (...dates: string[]) =>
    readHours(scheduleWith({ exceptions: dates.map((d, i) => exception(`No. ${i}`, d)) })).dated;

  it("reads leap days and the last days of months", () => {
    const days = read("2028-02-29", "2026-04-30", "2026-12-31").map((hours) => hours.firstDay);
    const epoch = Temporal.PlainDate.from("1970-01-01");
    expect(days.map((day) => epoch.add({ days: day }).toString())).toEqual([
      "2026-04-30",
      "2026-12-31",
      "2028-02-29",
    ]);
  });
  it.each([
    "2026-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "26-01-01",
    "2026-01-01T00:00",
    "",
  ])("refuses %j", (date) => {
    const closure = { startsOn: date, endsOn: "2026-12-31", label: "x", windows: [] };
    expect(() => readHours(scheduleWith({ exceptions: [closure] }))).toThrow(`"${date}" is not a date`);
  });
  it("refuses an exception that ends before it starts, and does not swap its dates", () => {
    expect(() => read("2027-01-02/2026-12-24")).toThrow(
      '"No. 0" ends on 2026-12-24, before it starts on 2027-01-02.',
    );
  });
  it("refuses two exceptions that share a date", () => {
    expect(() => read("2026-12-26/2026-12-31", "2026-12-24/2026-12-26")).toThrow(
      '"No. 1" and "No. 0" share a date.',
    );
  });
  it("accepts exceptions that follow each other", () => {
    expect(read("2026-12-27/2026-12-31", "2026-12-24/2026-12-26")).toHaveLength(2);
  });
});

describe("weekdayOf", () => {
  it("agrees with the calendar, before and after 1970", () => {
    const epoch = Temporal.PlainDate.from("1970-01-01");
    for (let day = -800; day < 800; day += 1) expect(weekdayOf(day)).toBe(epoch.add({ days: day }).dayOfWeek);
  });
});
