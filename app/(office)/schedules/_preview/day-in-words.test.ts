import { describe, expect, it } from "vitest";
import {
  EVERY_DAY,
  exception,
  instant,
  MON_TO_FRI,
  NEW_YORK,
  scheduleWith,
  weekly,
} from "@/lib/schedule/example-schedule";
import { timelineByDate } from "@/lib/schedule/timeline-by-date";
import type { Schedule } from "@/lib/schedule/types";
import { clockChangeInWords, openingsInWords, reasonsOf } from "./day-in-words";

const days = (schedule: Schedule, from: string, count: number) =>
  timelineByDate(schedule, instant(from), count);
const openings = (schedule: Schedule, from: string, count: number, locale = "en-GB") =>
  days(schedule, from, count).map((day) => openingsInWords(day, NEW_YORK, locale));

describe("openingsInWords", () => {
  it("tells each opening, from the moment asked about on", () => {
    const office = scheduleWith({ windows: weekly(MON_TO_FRI, "09:00-12:00", "13:00-17:00") });
    expect(openings(office, "2026-11-27T10:30", 3)).toEqual(["10:30–12:00, 13:00–17:00", "closed", "closed"]);
  });

  it("cuts a night at midnight", () => {
    const nights = scheduleWith({ windows: weekly([5], "22:00-06:00") });
    expect(openings(nights, "2026-11-27T00:00", 2)).toEqual(["22:00–24:00", "00:00–06:00"]);
    expect(openings(nights, "2026-11-27T00:00", 2, "en-US")).toEqual([
      "10:00 PM–midnight",
      "12:00 AM–6:00 AM",
    ]);
  });

  it("has a word for whole days", () => {
    const always = scheduleWith({ windows: weekly(EVERY_DAY, "00:00-24:00") });
    expect(openings(always, "2026-11-27T00:00", 1)).toEqual(["open all day"]);
  });

  it("joins what is open under two rules without a break", () => {
    const until = instant("2026-11-27T09:00");
    const override = { isOpen: true, until, reason: "inventory", setBy: "Dana" };
    const office = scheduleWith({ windows: weekly(MON_TO_FRI, "09:00-17:00"), override });
    expect(openings(office, "2026-11-27T07:15", 1)).toEqual(["07:15–17:00"]);
    expect(reasonsOf(days(office, "2026-11-27T07:15", 1)[0] as never)).toEqual(["Opened for now: inventory"]);
  });
});

it("names holidays and clock changes", () => {
  const office = scheduleWith({ exceptions: [exception("Repairs", "2027-03-14", "09:00-10:00")] });
  const [, sunday] = days(office, "2027-03-13T12:00", 2);
  if (!sunday?.clockChange) throw new Error("The clocks should go forward on this day.");
  expect(reasonsOf(sunday)).toEqual(["Repairs"]);
  expect(clockChangeInWords(sunday.clockChange, "en-GB")).toBe("The clocks go forward from 02:00 to 03:00");
  expect(clockChangeInWords(sunday.clockChange, "en-US")).toBe(
    "The clocks go forward from 2:00 AM to 3:00 AM",
  );
});
