import { describe, expect, it } from "vitest";
import { describeNowAndNext } from "@/lib/schedule/describe-now-and-next";
import { describeStatusInZone } from "@/lib/schedule/describe-status";
import {
  EVERY_DAY,
  exception,
  instant,
  MON_TO_FRI,
  scheduleWith,
  weekly,
} from "@/lib/schedule/example-schedule";
import { rewriteRecordedTimes } from "@/lib/schedule/rewrite-recorded-times";
import type { Schedule } from "@/lib/schedule/types";
import { clockInWords, dateInWords, hourInWords, timeWriter, wallTimeInWords } from "./wall-time";

const office = scheduleWith({
  windows: weekly(MON_TO_FRI, "09:00-17:00"),
  exceptions: [exception("Thanksgiving", "2026-11-26"), exception("Shutdown", "2026-12-25/2027-01-03")],
});
const nights = scheduleWith({ windows: weekly([6], "22:00-01:30") });
const roundTheClock = scheduleWith({ windows: weekly(MON_TO_FRI, "00:00-24:00") });
const always = scheduleWith({ windows: weekly(EVERY_DAY, "00:00-24:00") });
const shut = (until: string | null): Schedule => ({
  ...office,
  override: { isOpen: false, until: until === null ? null : instant(until), reason: "moving", setBy: "Dana" },
});

describe("what a schedule says, in America and in Britain", () => {
  it.each<[at: string, schedule: Schedule, american: string, british: string]>([
    ["2026-11-20T10:00", office, "Open until 5:00 PM", "Open until 17:00"],
    ["2026-11-20T17:00", office, "Closed until Mon 9:00 AM", "Closed until Mon 09:00"],
    [
      "2026-11-26T10:00",
      office,
      "Closed: Thanksgiving, until Fri, Nov 27, 9:00 AM",
      "Closed: Thanksgiving, until Fri 27 Nov, 09:00",
    ],
    [
      "2026-12-26T10:00",
      office,
      "Closed: Shutdown, until Mon, Jan 4, 2027, 9:00 AM",
      "Closed: Shutdown, until Mon, 4 Jan 2027, 09:00",
    ],
    ["2026-11-18T10:00", roundTheClock, "Open until midnight at the end of Fri", "Open until Fri 24:00"],
    ["2026-11-20T10:00", roundTheClock, "Open until midnight", "Open until 24:00"],
    [
      "2026-11-01T01:45-04:00",
      nights,
      "Closed until 1:00 AM (clocks gone back)",
      "Closed until 01:00 (clocks gone back)",
    ],
    [
      "2026-11-20T10:00",
      shut("2026-11-21T12:00"),
      "Closed: moving, until Mon, Nov 23, 9:00 AM (set by Dana until Sat, Nov 21, 12:00 PM)",
      "Closed: moving, until Mon 23 Nov, 09:00 (set by Dana until Sat 21 Nov, 12:00)",
    ],
  ])("at %s", (at, schedule, american, british) => {
    const words = (locale: string) => describeStatusInZone(schedule, instant(at), timeWriter(locale));
    expect(words("en-US")).toBe(`${american} (New York time)`);
    expect(words("en-GB")).toBe(`${british} (New York time)`);
  });

  it.each([
    [always, "Always open"],
    [shut(null), "Closed: moving, until lifted (set by Dana)"],
  ])("is the same where no time is named", (schedule, words) => {
    for (const locale of ["en-US", "en-GB"]) {
      expect(describeStatusInZone(schedule, instant("2026-11-20T10:00"), timeWriter(locale))).toBe(words);
    }
  });

  it("goes on with what comes next", () => {
    const words = (locale: string) =>
      describeNowAndNext(office, instant("2026-11-23T10:00"), timeWriter(locale));
    expect(words("en-US")).toBe("Open until 5:00 PM, then closed until Tue 9:00 AM");
    expect(words("en-GB")).toBe("Open until 17:00, then closed until Tue 09:00");
  });
});

it("tells what a record says as whoever reads it is used to", () => {
  const record = "Closed: Thanksgiving, until Fri 27 Nov 09:00 (New York time): leading to “After hours”";
  expect(rewriteRecordedTimes(record, timeWriter("en-US"))).toBe(
    "Closed: Thanksgiving, until Fri, Nov 27, 9:00 AM (New York time): leading to “After hours”",
  );
  expect(rewriteRecordedTimes(record, timeWriter("en-DE"))).toContain("until Fri, 27 Nov, 09:00 (New York");
});

it.each([
  [
    "en-US",
    "9:05 AM",
    "midnight",
    "5:00 PM",
    "Fri, Nov 27",
    "Fri, Nov 27, 2026",
    ["12 AM", "12 PM", "12 AM"],
  ],
  ["en-GB", "09:05", "24:00", "17:00", "Fri 27 Nov", "Fri, 27 Nov 2026", ["00", "12", "24"]],
])("writes times and dates by themselves in %s", (locale, morning, end, there, date, dated, hours) => {
  expect(wallTimeInWords("09:05", locale)).toBe(morning);
  expect(wallTimeInWords("24:00", locale)).toBe(end);
  expect(clockInWords(instant("2026-11-20T17:00"), "America/New_York", locale)).toBe(there);
  expect(dateInWords("2026-11-27", locale)).toBe(date);
  expect(dateInWords("2026-11-27", locale, true)).toBe(dated);
  expect([0, 12, 24].map((hour) => hourInWords(hour, locale))).toEqual(hours);
});
