import { expect, it } from "vitest";
import { digitsOfNumber } from "./typed-number";

it.each([
  ["+1 (212) 555-0142", "12125550142"],
  ["(212)\u00a0555-0142", "2125550142"],
  ["020 7946 0958", "2079460958"],
  ["0044 20", "4420"],
  ["555", "555"],
  ["55", ""],
  ["000", ""],
  ["2 pm", ""],
  ["roof 555 0142", ""],
  ["", ""],
])("finds the digits of %j", (typed, digits) => {
  expect(digitsOfNumber(typed)).toBe(digits);
});
