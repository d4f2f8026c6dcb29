import { expect, test } from "vitest";
import { didYouMean } from "./did-you-mean";

const NAMES = [
  "Say",
  "Sms",
  "Play",
  "Gather",
  "numDigits",
  "finishOnKey",
  "Record",
  "recordingStatusCallback",
];

test.each<[what: string, written: string, guess: string]>([
  ["two letters swapped", "Sya", " Did you mean Say?"],
  ["other case", "numdigits", " Did you mean numDigits?"],
  ["a letter missing", "Gathr", " Did you mean Gather?"],
  ["a letter too many", "Plaay", " Did you mean Play?"],
  ["a wrong letter", "Tecord", " Did you mean Record?"],
  ["two mistakes in a long name", "recordingStatsCalback", " Did you mean recordingStatusCallback?"],
  ["three mistakes", "finshnKy", ""],
  ["another word", "Teleport", ""],
  ["a short word that is half wrong", "Sxx", ""],
  ["one letter", "S", ""],
  ["nothing", "", ""],
])("%s", (_what, written, guess) => {
  expect(didYouMean(written, NAMES)).toBe(guess);
});

test("of two names, the nearer one is guessed", () => {
  expect(didYouMean("Recordd", ["Records1", "Record"])).toBe(" Did you mean Record?");
});
