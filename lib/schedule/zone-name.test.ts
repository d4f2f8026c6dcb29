import { expect, it } from "vitest";
import { zoneName } from "./zone-name";

it.each([
  ["America/New_York", "New York"],
  ["America/Argentina/Buenos_Aires", "Buenos Aires"],
  ["UTC", "UTC"],
])("%s: %s", (timeZone, name) => {
  expect(zoneName(timeZone)).toBe(name);
});
