import { describe, expect, it } from "vitest";
import {
  copyDay,
  type EditedWindow,
  moved,
  nextSpan,
  spanOf,
  windowFrom,
  withClosing,
  withOpening,
} from "./edited-window";

const office = { opens: 540, closes: 1020 };
const night = { opens: 1320, closes: 1800 };

describe("spanOf and windowFrom", () => {
  it.each([
    ["a day", "09:00", "17:00"],
    ["a night", "22:00", "06:00"],
    ["to midnight", "18:00", "24:00"],
    ["a whole day", "00:00", "24:00"],
    ["24 hours from nine", "09:00", "09:00"],
  ])("agree on %s", (_, opensAt, closesAt) => {
    const span = spanOf({ opensAt, closesAt });
    expect(span && windowFrom(span)).toEqual({ opensAt, closesAt });
  });

  it("wait for both times", () => {
    expect(spanOf({ opensAt: "", closesAt: "17:00" })).toBeNull();
  });
});

describe("moving and stretching", () => {
  it("keeps the length, also over midnight", () => {
    expect(moved(office, 480)).toEqual({ opens: 1020, closes: 1500 });
    expect(moved(night, -1320)).toEqual({ opens: 0, closes: 480 });
  });

  it("never leaves the day that it opens on", () => {
    expect(moved(office, -900)).toEqual({ opens: 0, closes: 480 });
    expect(moved(night, 900).opens).toBe(1425);
  });

  it("lets a bar be no shorter than a step and no longer than a day", () => {
    expect(withClosing(office, 0)).toEqual({ opens: 540, closes: 555 });
    expect(withClosing(office, 9999)).toEqual({ opens: 540, closes: 1980 });
    expect(withOpening(office, 9999)).toEqual({ opens: 1005, closes: 1020 });
    expect(withOpening(office, -60)).toEqual({ opens: 0, closes: 1020 });
    expect(withOpening(night, 0)).toEqual({ opens: 360, closes: 1800 });
    expect(withOpening(night, 9999).opens).toBe(1425);
  });
});

const window = (key: string, weekday: EditedWindow["weekday"], opensAt: string, closesAt: string) => ({
  key,
  weekday,
  opensAt,
  closesAt,
});

describe("copyDay", () => {
  it("puts the hours of one day in the place of those of the others, and leaves the rest", () => {
    const week = [
      window("a", 1, "09:00", "12:00"),
      window("b", 1, "13:00", "17:00"),
      window("c", 2, "10:00", "11:00"),
      window("d", 6, "10:00", "14:00"),
    ];
    const copied = copyDay(week, 1, [1, 2, 3]);
    expect(copied.map(({ weekday, opensAt }) => `${weekday} ${opensAt}`)).toEqual([
      "1 09:00",
      "1 13:00",
      "6 10:00",
      "2 09:00",
      "2 13:00",
      "3 09:00",
      "3 13:00",
    ]);
    expect(new Set(copied.map(({ key }) => key)).size).toBe(copied.length);
  });

  it("closes the others where the day is closed", () => {
    expect(copyDay([window("c", 2, "10:00", "11:00")], 1, [2])).toEqual([]);
  });
});

describe("nextSpan", () => {
  it("is office hours on a day without any, and follows on others", () => {
    expect(nextSpan([], 1)).toEqual(office);
    expect(nextSpan([window("a", 1, "09:00", "12:00")], 1)).toEqual({ opens: 780, closes: 1020 });
    expect(nextSpan([window("a", 1, "18:00", "02:00")], 1)).toEqual(office);
  });
});
