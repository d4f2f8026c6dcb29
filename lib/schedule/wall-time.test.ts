import { expect, it } from "vitest";
import { wallTimeAt } from "./wall-time";

it.each([
  ["midnight that begins the day", 0, "00:00"],
  ["a morning", 545, "09:05"],
  ["the last minute", 1439, "23:59"],
  ["midnight that ends the day", 1440, "24:00"],
  ["the next day's small hours", 1500, "01:00"],
  ["a whole day later", 2880, "24:00"],
])("%s", (_, minute, time) => {
  expect(wallTimeAt(minute)).toBe(time);
});
