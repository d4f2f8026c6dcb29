import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { timeWriter } from "@/app/_format/wall-time";
import type { Schedule } from "@/lib/schedule/types";
import { dutyInWords } from "./duty-in-words";

const schedule: Schedule = {
  timeZone: "America/New_York",
  windows: [{ weekday: 1, opensAt: "09:00", closesAt: "17:00" }],
  exceptions: [{ startsOn: "2026-11-30", endsOn: "2026-11-30", label: "Vacation", windows: [] }],
  override: null,
};
const words = (at: string, given: Partial<Schedule> = {}, locale = "en-GB") =>
  dutyInWords({ ...schedule, ...given }, Temporal.Instant.from(at), timeWriter(locale));

it.each([
  ["2026-11-23T15:00:00Z", "On duty until 17:00 (New York time)"],
  ["2026-11-23T10:00:00Z", "Off duty until 09:00 (New York time)"],
  ["2026-11-30T15:00:00Z", "Off duty: Vacation, until Mon 7 Dec, 09:00 (New York time)"],
])("at %s says “%s”", (at, expected) => {
  expect(words(at)).toBe(expected);
});

it("speaks of duty where nothing ever changes", () => {
  const never = { windows: [], exceptions: [] };
  expect(words("2026-11-23T15:00:00Z", never)).toBe("Off duty, with no change ahead");
  const windows = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
    weekday,
    opensAt: "00:00",
    closesAt: "24:00",
  }));
  expect(words("2026-11-23T15:00:00Z", { windows, exceptions: [] })).toBe("Always on duty");
});

it("says the time as whoever reads it does", () => {
  expect(words("2026-11-30T15:00:00Z", {}, "en-US")).toBe(
    "Off duty: Vacation, until Mon, Dec 7, 9:00 AM (New York time)",
  );
});
