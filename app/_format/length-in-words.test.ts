import { expect, it } from "vitest";
import { lengthInWords } from "./length-in-words";

it.each([
  [0, "0:00"],
  [7, "0:07"],
  [150, "2:30"],
  [3661, "61:01"],
])("%i s: %s", (seconds, words) => {
  expect(lengthInWords(seconds)).toBe(words);
});
