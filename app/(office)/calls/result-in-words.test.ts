import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { resultInWords } from "./result-in-words";

const receivedAt = Temporal.Instant.from("2026-11-23T15:00:00Z");
const soon = receivedAt.add({ minutes: 2 });
const tomorrow = receivedAt.add({ hours: 24 });

it.each([
  [{ result: null, endedAt: null }, soon, "Going on"],
  [{ result: "missed", endedAt: null }, soon, "Going on"],
  [{ result: "missed", endedAt: soon }, soon, "Missed"],
  [{ result: "answered", endedAt: null }, soon, "Answered"],
  [{ result: "missed", endedAt: null }, tomorrow, "Missed"],
  [{ result: null, endedAt: null }, tomorrow, "Not known"],
] as const)("%o is, at %s, “%s”", (call, now, words) => {
  expect(resultInWords({ ...call, receivedAt }, now)).toBe(words);
});
