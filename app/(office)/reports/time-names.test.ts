import { expect, it } from "vitest";
import { hourNames, weekdayNames } from "./time-names";

it("names hours and weekdays as a locale does, whatever zone this machine is in", () => {
  expect(hourNames("en-US")[9]).toEqual({ value: 9, label: "9 AM" });
  expect(hourNames("en-GB").at(-1)).toEqual({ value: 23, label: "23" });
  expect(weekdayNames("en-US").map(({ label }) => label)).toEqual([
    "Mon",
    "Tue",
    "Wed",
    "Thu",
    "Fri",
    "Sat",
    "Sun",
  ]);
});
