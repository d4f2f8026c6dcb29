import { describe, expect, it } from "vitest";
import type { ReportCell } from "@/db/queries/reports/get-call-report";
import { barsOf, callsOf, hoursWithCalls } from "./bars";

const cells: ReportCell[] = [
  { weekday: 1, hour: 9, hours: "open", calls: 5, missed: 2 },
  { weekday: 2, hour: 9, hours: "open", calls: 1, missed: 0 },
  { weekday: 2, hour: 18, hours: "closed", calls: 4, missed: 1 },
  { weekday: 2, hour: 18, hours: "neither", calls: 3, missed: 1 },
];
const bar = {
  openTaken: 0,
  openMissed: 0,
  closedTaken: 0,
  closedMissed: 0,
  neitherTaken: 0,
  neitherMissed: 0,
};

describe("barsOf", () => {
  it("adds up the weekdays of an hour, and shows hours without a call", () => {
    const values = [9, 10, 18].map((value) => ({ value, label: `${value}:00` }));
    expect(barsOf(cells, "hour", values)).toEqual([
      { ...bar, label: "9:00", openTaken: 4, openMissed: 2 },
      { ...bar, label: "10:00" },
      { ...bar, label: "18:00", closedTaken: 3, closedMissed: 1, neitherTaken: 2, neitherMissed: 1 },
    ]);
  });

  it("loses no call", () => {
    const days = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: String(value) }));
    const total = barsOf(cells, "weekday", days).reduce((sum, one) => sum + callsOf(one), 0);
    expect(total).toBe(13);
  });
});

it("shows the hours between the first and the last call", () => {
  expect(hoursWithCalls(cells)).toEqual({ first: 9, last: 18 });
  expect(hoursWithCalls([])).toEqual({ first: 0, last: 23 });
});
