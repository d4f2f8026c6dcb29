import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { mostAttempts, nextAttemptAfter } from "./next-attempt";

it("waits longer each time, and gives up in the end", () => {
  const at = Temporal.Instant.from("2026-11-23T12:00:00Z");
  const waits = Array.from({ length: mostAttempts }, (_, attempt) => nextAttemptAfter(attempt + 1, at));
  const minutes = waits.map((next) => next && at.until(next, { largestUnit: "minutes" }).minutes);
  expect(minutes).toEqual([1, 5, 30, 120, 480, null]);
});
