import { expect, it } from "vitest";
import { secondsInWords } from "./seconds-in-words";

it.each([
  [null, "–"],
  [0, "0 s"],
  [8.46, "8.5 s"],
  [9.99, "10.0 s"],
  [45.4, "45 s"],
  [59.6, "1 min 0 s"],
  [185, "3 min 5 s"],
])("%j seconds are “%s”", (seconds, words) => {
  expect(secondsInWords(seconds, "en-US")).toBe(words);
});

it("writes parts of a second as a locale does", () => {
  expect(secondsInWords(8.46, "en-DE")).toBe("8,5 s");
});
