import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { awayChoices } from "./away-choices";
import { awayToType, incomplete, readAwayUntil } from "./read-away-until";

const timeZone = "America/New_York";
const now = Temporal.Instant.from("2026-11-22T15:30:20Z");

describe("awayChoices", () => {
  const ends = (at: string) =>
    Object.fromEntries(
      awayChoices.map(({ label, endsAt }) => [label, endsAt(Temporal.ZonedDateTime.from(at)).toString()]),
    );

  it("offers whole minutes, and the Monday that comes next", () => {
    expect(ends("2026-11-22T10:30:20-05:00[America/New_York]")).toEqual({
      "An hour": "2026-11-22T11:31:00",
      "Rest of today": "2026-11-23T00:00:00",
      "Until Monday": "2026-11-23T00:00:00",
      "A week": "2026-11-29T00:00:00",
    });
  });

  it("means the next week's Monday on a Monday", () => {
    expect(ends("2026-11-23T09:00-05:00[America/New_York]")["Until Monday"]).toBe("2026-11-30T00:00:00");
  });

  it("is an hour of the clock that somebody waits through, not of the wall, when the clocks change", () => {
    expect(ends("2026-11-01T01:30-04:00[America/New_York]")["An hour"]).toBe("2026-11-01T01:30:00");
  });
});

describe("readAwayUntil", () => {
  const read = (typed: string) => readAwayUntil(typed, { timeZone, now });

  it("reads the firm's clock", () => {
    expect(read("2026-11-23T09:00")).toEqual({ at: new Date("2026-11-23T14:00:00Z") });
  });

  it("takes a time that the clocks skip as the moment after the jump", () => {
    expect(read("2027-03-14T02:30")).toEqual({ at: new Date("2027-03-14T07:30:00Z") });
  });

  it("reads nothing as not away", () => {
    expect(read("")).toEqual({ at: null });
  });

  it.each([incomplete, "tomorrow", "2026-02-30T09:00", "2026-11-23", "+275760-09-13T00:00"])(
    "does not guess what %s means",
    (typed) => {
      expect(read(typed)).toEqual({ fault: expect.stringContaining("whole date") });
    },
  );

  it.each(["2026-11-22T10:30", "2020-01-01T00:00"])("refuses %s, which has passed", (typed) => {
    expect(read(typed)).toEqual({ fault: expect.stringContaining("passed") });
  });
});

describe("awayToType", () => {
  it("is what readAwayUntil reads again", () => {
    const at = new Date("2026-11-23T14:00:00Z");
    expect(readAwayUntil(awayToType(at, { timeZone, now }), { timeZone, now })).toEqual({ at });
  });

  it("is empty for somebody who is back, or was never away", () => {
    expect(awayToType(new Date("2026-11-22T15:30:00Z"), { timeZone, now })).toBe("");
    expect(awayToType(null, { timeZone, now })).toBe("");
  });
});
