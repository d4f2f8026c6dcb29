import type { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { rewriteRecordedTimes } from "./rewrite-recorded-times";
import { type WriteTime, writeRecordTime } from "./write-time";

const told: WriteTime = (date: Temporal.PlainDate, time, { day, isEndOfDay }) =>
  `<${day === "dateAndYear" ? date : `${date.dayOfWeek} ${date.month}-${date.day}`} ${time} ${day}${isEndOfDay ? " end" : ""}>`;

describe("rewriteRecordedTimes", () => {
  it.each([
    ["a time of the day", "Open until 17:00", "Open until <1 11-23 17:00:00 none>"],
    ["a weekday", "Closed until Sat 09:00", "Closed until <6 11-28 09:00:00 weekday>"],
    [
      "a date, within the words around it",
      "Closed: Thanksgiving, until Fri 27 Nov 09:00 (New York time): leading to “After hours”",
      "Closed: Thanksgiving, until <5 11-27 09:00:00 date> (New York time): leading to “After hours”",
    ],
    ["a leap day", "Closed until Tue 29 Feb 09:00", "Closed until <2 2-29 09:00:00 date>"],
    [
      "a date of another year",
      "Closed until Fri 1 Jan 2027 09:00",
      "Closed until <2027-01-01 09:00:00 dateAndYear>",
    ],
    ["the end of a day", "Open until Fri 24:00", "Open until <5 11-27 00:00:00 weekday end>"],
    [
      "two times",
      "Open until 17:00 (set by Dana until 15:00)",
      "Open until <1 11-23 17:00:00 none> (set by Dana until <1 11-23 15:00:00 none>)",
    ],
  ])("%s", (_, words, expected) => {
    expect(rewriteRecordedTimes(words, told)).toBe(expected);
  });

  it.each([
    "Always open",
    "Closed: moving, until lifted (set by Dana Reyes)",
    "A message of 20 s was left at 17:00",
    "Closed until 24:30",
    "Closed until Mon 31 Feb 09:00",
    "Closed: open until 17:000",
  ])("leaves “%s” as it is", (words) => {
    expect(rewriteRecordedTimes(words, told)).toBe(words);
  });

  it("loses nothing: written again as a record it is the same", () => {
    const words = "Open until 24:00, until Mon 09:00, until Fri 27 Nov 09:00, until Fri 1 Jan 2027 24:00";
    expect(rewriteRecordedTimes(words, writeRecordTime)).toBe(words);
  });
});
