import { expect, it } from "vitest";
import { canBeTexted } from "./can-be-texted";

it.each([
  ["a British mobile", "+447400123456", true],
  ["a landline in London", "+442079460142", false],
  ["a number in California, which may be either", "+14155550142", true],
  ["a toll-free number", "+18005550142", false],
  ["a number that no plan has", "+15552345678", false],
  ["no number", "anonymous", false],
])("of %s", (_, number, expected) => {
  expect(canBeTexted(number)).toBe(expected);
});
