import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { readTrial, triedNumber, typedTrial } from "./read-trial";

const now = Temporal.Instant.from("2026-11-23T17:00:30Z");
const read = (
  searchParams: Parameters<typeof typedTrial>[0],
  where: { country?: string; timeZone?: string } = {},
) => readTrial(typedTrial(searchParams), { country: "US", timeZone: "America/New_York", now, ...where });

describe("readTrial", () => {
  it("is this very instant where neither date nor time is given", () => {
    expect(read({}).trial?.at.equals(now)).toBe(true);
  });

  it.each([
    ["a date and a time in the zone", { date: "2026-07-01", time: "09:30" }, "2026-07-01T13:30:00Z"],
    ["a time alone is today", { time: "09:30" }, "2026-11-23T14:30:00Z"],
    ["a date alone is at this time of day", { date: "2026-11-25" }, "2026-11-25T17:00:30Z"],
    [
      "a time that the clocks jump over is the one after",
      { date: "2026-03-08", time: "02:30" },
      "2026-03-08T07:30:00Z",
    ],
    [
      "of a time that happens twice the first is meant",
      { date: "2026-11-01", time: "01:30" },
      "2026-11-01T05:30:00Z",
    ],
  ])("%s", (_, given, expected) => {
    expect(read(given).trial?.at.toString()).toBe(expected);
  });

  it("reads a caller as people of the country write numbers", () => {
    expect(read({ from: "020 7946 0123" }, { country: "GB" }).trial?.caller.number).toBe("+442079460123");
  });

  it("calls without a number where it is withheld, whatever else is typed", () => {
    const { trial } = read({ from: "nonsense", withheld: "on" });
    expect(trial?.caller).toMatchObject({ number: null, isWithheld: true, from: "anonymous" });
  });

  it.each([
    ["from", { from: "" }],
    ["from", { from: "Mr Smith" }],
    ["date", { date: "2026-02-30" }],
    ["date", { date: "0001-01-01" }],
    ["time", { time: "25:00" }],
    ["time", { time: "9am" }],
  ])("says what is wrong beside %s: %o", (field, given) => {
    const { trial, errors } = read(given);
    expect(trial).toBeNull();
    expect(Object.keys(errors ?? {})).toEqual([field]);
  });
});

describe("triedNumber", () => {
  it.each([
    [{}, null],
    [{ number: "" }, null],
    [{ number: "+12125550100" }, "+12125550100"],
    [{ number: "(212) 555-0100" }, "+12125550100"],
    [{ number: "the office" }, null],
    [{ number: ["+12125550100", "+12125550101"] }, null],
  ])("%o is %s", (given, expected) => {
    expect(triedNumber(typedTrial(given), "US")).toBe(expected);
  });
});
