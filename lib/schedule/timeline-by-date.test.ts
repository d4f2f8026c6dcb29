import { describe, expect, it } from "vitest";
import { EVERY_DAY, exception, instant, MON_TO_FRI, scheduleWith, weekly } from "./example-schedule";
import { timelineByDate } from "./timeline-by-date";
import type { Schedule } from "./types";

const openParts = (schedule: Schedule, from: string, days: number) =>
  timelineByDate(schedule, instant(from, schedule.timeZone), days).map(({ date, parts }) => [
    date,
    ...parts
      .filter(({ isOpen }) => isOpen)
      .map(({ startFraction, endFraction }) => `${startFraction * 24}-${endFraction * 24}`),
  ]);

describe("timelineByDate", () => {
  it("begins at the instant, and cuts at midnights", () => {
    const nights = scheduleWith({ windows: weekly(MON_TO_FRI, "22:00-06:00") });
    expect(openParts(nights, "2026-11-27T23:00", 3)).toEqual([
      ["2026-11-27", "23-24"],
      ["2026-11-28", "0-6"],
      ["2026-11-29"],
    ]);
  });

  it("covers each day without gap, but for what is past of the first", () => {
    const office = scheduleWith({
      windows: weekly(MON_TO_FRI, "09:00-12:00", "13:00-17:00"),
      exceptions: [exception("Thanksgiving", "2026-11-26")],
    });
    for (const { parts } of timelineByDate(office, instant("2026-11-23T10:00"), 14).slice(1)) {
      expect(parts[0]?.startFraction).toBe(0);
      expect(parts.at(-1)?.endFraction).toBe(1);
      for (const [i, part] of parts.entries())
        expect(parts[i + 1]?.startFraction ?? 1).toBe(part.endFraction);
    }
  });

  it("names the day on which the clocks go forward, which has 23 hours", () => {
    const early = scheduleWith({ windows: weekly(EVERY_DAY, "00:00-04:00") });
    const [, sunday] = timelineByDate(early, instant("2027-03-13T12:00"), 2);
    expect(sunday?.clockChange).toMatchObject({ isForward: true, from: "02:00", to: "03:00" });
    expect(sunday?.parts[0]?.endFraction).toBeCloseTo(3 / 23);
  });

  it("names the day on which they go back, and no other", () => {
    const days = timelineByDate(scheduleWith({}), instant("2026-10-30T12:00"), 4);
    expect(days.map(({ clockChange }) => clockChange && `${clockChange.from}-${clockChange.to}`)).toEqual([
      null,
      null,
      "02:00-01:00",
      null,
    ]);
  });

  it("gives a jump at midnight to the day that it begins", () => {
    // Lebanon's clocks go from 00:00 to 01:00.
    const days = timelineByDate(
      scheduleWith({ timeZone: "Asia/Beirut" }),
      instant("2026-03-28T12:00", "Asia/Beirut"),
      2,
    );
    expect(days.map(({ clockChange }) => clockChange?.to ?? null)).toEqual([null, "01:00"]);
  });
});
