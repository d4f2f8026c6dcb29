import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { checkClock } from "./check-clock";

const readAt = Temporal.Instant.from("2026-11-23T14:00:00Z");
const reading = (seconds: number, whose = "the database") => ({
  whose,
  readAt,
  said: readAt.subtract({ seconds }),
});

describe("checkClock", () => {
  it.each([
    [0, "well", "no difference"],
    [-9, "well", "9 seconds behind"],
    [10, "attention", "10 seconds ahead"],
    [-59, "attention", "59 seconds behind"],
    [60, "fault", "60 seconds ahead"],
  ])("%i seconds off is %s", (seconds, state, words) => {
    expect(checkClock([reading(seconds)])).toMatchObject({
      state,
      details: [`Beside the database: ${words}.`],
    });
  });

  it("counts the worse of two", () => {
    expect(checkClock([reading(0), reading(70, "Twilio")]).state).toBe("fault");
  });

  it("says that nobody was there to compare with", () => {
    expect(checkClock([]).state).toBe("attention");
  });
});
