import { expect, it } from "vitest";
import { EVERY_DAY, exception, instant, MON_TO_FRI, scheduleWith, weekly } from "./example-schedule";
import { openIntervals } from "./open-intervals";
import type { Schedule } from "./types";

function intervals(schedule: Schedule, from: string, to: string): string[] {
  const show = (at: { toString(options: object): string }) =>
    at.toString({ timeZone: schedule.timeZone, smallestUnit: "minute" }).slice(0, 16);
  const [start, end] = [instant(from, schedule.timeZone), instant(to, schedule.timeZone)];
  return openIntervals(schedule, start, end).map((i) => `${show(i.start)} to ${show(i.end)}`);
}

const officeHours = scheduleWith({ windows: weekly(MON_TO_FRI, "09:00-12:00", "13:00-17:00") });

it("lists the windows of each day in order", () => {
  expect(intervals(officeHours, "2026-11-19T00:00", "2026-11-24T00:00")).toEqual([
    "2026-11-19T09:00 to 2026-11-19T12:00",
    "2026-11-19T13:00 to 2026-11-19T17:00",
    "2026-11-20T09:00 to 2026-11-20T12:00",
    "2026-11-20T13:00 to 2026-11-20T17:00",
    "2026-11-23T09:00 to 2026-11-23T12:00",
    "2026-11-23T13:00 to 2026-11-23T17:00",
  ]);
});
it("clips to the stretch asked about", () => {
  expect(intervals(officeHours, "2026-11-19T11:30", "2026-11-19T13:15")).toEqual([
    "2026-11-19T11:30 to 2026-11-19T12:00",
    "2026-11-19T13:00 to 2026-11-19T13:15",
  ]);
});
it("leaves out a window that begins where the stretch ends, or ends where it begins", () => {
  expect(intervals(officeHours, "2026-11-19T12:00", "2026-11-19T13:00")).toEqual([]);
});
it("is empty for an empty stretch in the middle of a window", () => {
  expect(intervals(officeHours, "2026-11-19T10:00", "2026-11-19T10:00")).toEqual([]);
});
it("includes a night that began before the stretch", () => {
  const schedule = scheduleWith({ windows: weekly([5], "22:00-06:00") });
  expect(intervals(schedule, "2026-11-21T00:00", "2026-11-22T00:00")).toEqual([
    "2026-11-21T00:00 to 2026-11-21T06:00",
  ]);
});
it("merges overlapping and touching windows, also of different rules", () => {
  const schedule = scheduleWith({
    windows: weekly(EVERY_DAY, "08:00-12:00", "11:00-14:00", "14:00-24:00"),
    exceptions: [exception("Long night", "2026-11-19", "00:00-03:00", "20:00-09:00")],
  });
  expect(intervals(schedule, "2026-11-18T00:00", "2026-11-21T00:00")).toEqual([
    "2026-11-18T08:00 to 2026-11-19T03:00",
    "2026-11-19T20:00 to 2026-11-21T00:00",
  ]);
});
it("merges an override with the hours around it", () => {
  const until = instant("2026-11-19T12:30");
  const override = { isOpen: true, until, reason: "", setBy: "Dana Reyes" };
  expect(intervals({ ...officeHours, override }, "2026-11-19T06:00", "2026-11-19T18:00")).toEqual([
    "2026-11-19T06:00 to 2026-11-19T12:30",
    "2026-11-19T13:00 to 2026-11-19T17:00",
  ]);
});
it("is one interval through clock changes when always open", () => {
  const schedule = scheduleWith({ windows: weekly(EVERY_DAY, "00:00-24:00") });
  expect(intervals(schedule, "2026-01-01T00:00", "2029-01-01T00:00")).toEqual([
    "2026-01-01T00:00 to 2029-01-01T00:00",
  ]);
});
it("refuses a stretch that ends before it starts", () => {
  expect(() => intervals(officeHours, "2026-11-20T00:00", "2026-11-19T00:00")).toThrow(RangeError);
});
