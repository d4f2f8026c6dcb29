import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { periodHref, readReportRequest } from "./read-report-request";

const today = Temporal.PlainDate.from("2026-11-23");
const read = (query: string) => {
  const { from, until, ...asked } = readReportRequest(Object.fromEntries(new URLSearchParams(query)), today);
  return { ...asked, from: from.toString(), until: until.toString() };
};

describe("readReportRequest", () => {
  it.each([
    ["", "2026-10-25", "2026-11-23", 30],
    ["days=7", "2026-11-17", "2026-11-23", 7],
    ["days=90", "2026-08-26", "2026-11-23", 90],
    ["days=8", "2026-10-25", "2026-11-23", 30],
    ["from=2026-11-01&until=2026-11-02", "2026-11-01", "2026-11-02", null],
    ["from=2026-11-01&until=2026-11-02&days=7", "2026-11-01", "2026-11-02", null],
    ["from=2026-11-02&until=2026-11-01", "2026-11-01", "2026-11-02", null],
    ["from=2026-11-01", "2026-11-01", "2026-11-23", null],
    ["until=2026-11-10", "2026-10-12", "2026-11-10", null],
    ["from=nonsense&until=2026-02-30", "2026-10-25", "2026-11-23", 30],
  ])("reads “%s” as %s to %s", (query, from, until, days) => {
    expect(read(query)).toEqual({ from, until, days, to: "", isCut: false });
  });

  it("covers a year at most, and says when it leaves days out", () => {
    expect(read("from=2020-01-01&until=2026-11-22")).toMatchObject({ from: "2025-11-22", isCut: true });
    expect(read("from=2025-11-22&until=2026-11-22")).toMatchObject({ from: "2025-11-22", isCut: false });
  });

  it("takes one number, and carries it on to another period", () => {
    const { to } = read("to=%2B12125550100");
    expect(to).toBe("+12125550100");
    expect(read(periodHref(7, to).split("?")[1] ?? "")).toMatchObject({ to, days: 7 });
    expect(read("to=main").to).toBe("");
  });
});
