import { describe, expect, it } from "vitest";
import { hoursSchema } from "./hours-schema";

const monday = { weekday: 1, opensAt: "09:00", closesAt: "17:00" };
const day = (label: string, startsOn: string, endsOn = startsOn) => ({
  label,
  startsOn,
  endsOn,
  windows: [],
});
const faultsOf = (parts: object) => {
  const hours = { timeZone: "America/New_York", windows: [monday], exceptions: [], ...parts };
  const { error } = hoursSchema.safeParse(hours);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
};

describe("hoursSchema", () => {
  it.each([
    ["a night", { windows: [{ ...monday, opensAt: "22:00", closesAt: "06:00" }] }],
    ["a whole day", { windows: [{ ...monday, opensAt: "00:00", closesAt: "24:00" }] }],
    ["the same twice, which counts once", { windows: [monday, monday] }],
    [
      "exceptions that follow on each other",
      { exceptions: [day("A", "2026-12-24", "2026-12-25"), day("B", "2026-12-26")] },
    ],
    ["a 29 February", { exceptions: [day("Leap day", "2028-02-29")] }],
  ])("takes %s", (_, parts) => {
    expect(faultsOf(parts)).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ["a time that is missing", { windows: [monday, { ...monday, closesAt: "" }] }, ["windows.1.closesAt"]],
    ["an opening at 24:00", { windows: [{ ...monday, opensAt: "24:00" }] }, ["windows.0.opensAt"]],
    ["a closing at 24:30", { windows: [{ ...monday, closesAt: "24:30" }] }, ["windows.0.closesAt"]],
    ["an eighth day", { windows: [{ ...monday, weekday: 8 }] }, ["windows.0.weekday"]],
    [
      "a date that is none",
      { exceptions: [day("A", "2026-02-30")] },
      ["exceptions.0.startsOn", "exceptions.0.endsOn"],
    ],
    [
      "a range the wrong way round",
      { exceptions: [day("A", "2026-12-25", "2026-12-24")] },
      ["exceptions.0.endsOn"],
    ],
    [
      "two exceptions on one day",
      { exceptions: [day("A", "2026-12-24", "2026-12-26"), day("B", "2026-12-26")] },
      ["exceptions.1.startsOn: B and A share a date."],
    ],
    ["no zone", { timeZone: "" }, ["timeZone: Choose a time zone."]],
  ])("says where the fault is with %s", (_, parts, places) => {
    const faults = faultsOf(parts);
    expect(faults).toHaveLength(places.length);
    for (const [i, place] of places.entries()) expect(faults[i]).toContain(place);
  });
});
