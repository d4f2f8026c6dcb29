import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { callFilter, cursorToText, filterQuery, placeIn, readTypedFilter } from "./call-filter";

const nothing = { q: "", to: "", result: "", person: "", from: "", until: "" } as const;

describe("readTypedFilter", () => {
  it("reads back what filterQuery writes", () => {
    const filter = {
      q: "a & b",
      to: "+12125550100",
      result: "missed",
      person: "0b0e4a5e-8f43-4ff6-9c1f-2f1f6f0c9a11",
      from: "2026-11-01",
      until: "2026-11-30",
    } as const;
    expect(readTypedFilter(Object.fromEntries(new URLSearchParams(filterQuery(filter))))).toEqual(filter);
    expect(filterQuery(nothing)).toBe("");
  });

  it.each([
    { from: "2026-02-30" },
    { from: "yesterday" },
    { until: "2026-11-01T00:00" },
    { to: "main" },
    { result: "won" },
    { person: "Ana" },
    { from: "0001-01-01" },
    { until: "+275760-09-13" },
    { q: ["a", "b"] },
  ])("takes no harm from %o", (searchParams) => {
    expect(readTypedFilter(searchParams)).toEqual(nothing);
  });
});

describe("callFilter", () => {
  it("asks for calls in an outage, whatever came of them", () => {
    const typed = readTypedFilter({ result: "outage" });
    expect(callFilter(typed, "America/New_York")).toMatchObject({ result: null, isDegraded: true });
    expect(callFilter({ ...nothing, result: "missed" }, "America/New_York")).toMatchObject({
      result: "missed",
      isDegraded: false,
    });
  });

  it("takes whole days in the firm's zone, a short one too", () => {
    const { from, until } = callFilter(
      { ...nothing, from: "2026-03-08", until: "2026-03-08" },
      "America/New_York",
    );
    expect([String(from), String(until)]).toEqual(["2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z"]);
  });
});

describe("placeIn", () => {
  const cursor = {
    receivedAt: Temporal.Instant.from("2026-11-23T15:00:00.123Z"),
    sid: `CA${"a".repeat(32)}`,
  };

  it("reads what cursorToText writes, in either direction", () => {
    expect(placeIn({ older: cursorToText(cursor) })).toEqual({ olderThan: cursor });
    expect(placeIn({ newer: cursorToText(cursor) })).toEqual({ newerThan: cursor });
  });

  it.each([undefined, "", "1_CA", `x_CA${"a".repeat(32)}`, ["1"]])("takes %o for the beginning", (text) => {
    expect(placeIn({ older: text, newer: text })).toBeNull();
  });
});
