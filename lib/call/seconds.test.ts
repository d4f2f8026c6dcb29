import { expect, it } from "vitest";
import { secondsFrom } from "./seconds";

it.each([
  ["61", 61],
  ["0", 0],
  ["007", 7],
  ["999999999", 999_999_999],
  ["9999999999", null],
  ["1e3", null],
  ["-1", null],
  ["1.5", null],
  ["", null],
  ["NaN", null],
  [null, null],
])("reads %j as %j", (text, seconds) => {
  expect(secondsFrom(text)).toBe(seconds);
});
