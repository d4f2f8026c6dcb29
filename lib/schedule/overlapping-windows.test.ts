import { describe, expect, it } from "vitest";
import { overlappingWindows } from "./overlapping-windows";
import type { Weekday, WeeklyWindow } from "./types";

const window = (weekday: Weekday, opensAt: string, closesAt: string): WeeklyWindow => ({
  weekday,
  opensAt,
  closesAt,
});

describe("overlappingWindows", () => {
  it.each([
    ["the same twice", window(1, "09:00", "17:00"), window(1, "09:00", "17:00")],
    ["one that begins within the other", window(1, "09:00", "17:00"), window(1, "16:59", "18:00")],
    ["one around the other", window(1, "10:00", "11:00"), window(1, "09:00", "17:00")],
    ["a night and the next morning", window(5, "22:00", "06:00"), window(6, "05:00", "09:00")],
    ["Sunday night and Monday", window(1, "00:00", "02:00"), window(7, "22:00", "01:00")],
    ["24 hours and the next morning", window(2, "09:00", "09:00"), window(3, "08:00", "10:00")],
  ])("finds %s", (_, one, other) => {
    expect(overlappingWindows([one, other])).toEqual([[one, other]]);
    expect(overlappingWindows([other, one])).toEqual([[other, one]]);
  });

  it.each([
    ["that touch", window(1, "09:00", "12:00"), window(1, "12:00", "17:00")],
    ["of different days", window(1, "09:00", "17:00"), window(2, "09:00", "17:00")],
    ["that touch at midnight", window(7, "18:00", "24:00"), window(1, "00:00", "09:00")],
    ["where the night ends as the morning begins", window(5, "22:00", "06:00"), window(6, "06:00", "09:00")],
  ])("passes windows %s", (_, one, other) => {
    expect(overlappingWindows([one, other])).toEqual([]);
  });
});
