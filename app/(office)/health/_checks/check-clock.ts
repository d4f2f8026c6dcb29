import type { Temporal } from "temporal-polyfill";
import type { CheckResult } from "../check-result";

/** What somebody else's clock said, and when it was read here: half-way between the question and its answer. */
export interface ClockReading {
  whose: string;
  said: Temporal.Instant;
  readAt: Temporal.Instant;
}

/** A schedule opens by the minute; Twilio's own clock is told in whole seconds. */
const attentionSeconds = 10;
const faultSeconds = 60;

/** Whether this machine's clock, by which schedules open and close, goes with those of the others. */
export function checkClock(readings: readonly ClockReading[]): CheckResult {
  if (readings.length === 0) {
    return {
      state: "attention",
      found: "There was nobody to compare the clock with: neither the database nor Twilio has answered.",
    };
  }
  const offsets = readings.map(({ whose, said, readAt }) => ({
    whose,
    seconds: Math.round((readAt.epochMilliseconds - said.epochMilliseconds) / 1000),
  }));
  const most = Math.max(...offsets.map(({ seconds }) => Math.abs(seconds)));
  const details = offsets.map(({ whose, seconds }) => `Beside ${whose}: ${offsetInWords(seconds)}.`);
  if (most < attentionSeconds) return { state: "well", found: "The clock is right to the second.", details };
  return {
    state: most < faultSeconds ? "attention" : "fault",
    found: `The clock is ${most} seconds off, so schedules open and close that much too early or too late.`,
    advice: "Set this machine's clock by the network (NTP). If only one of two differs, that one is wrong.",
    details,
  };
}

function offsetInWords(seconds: number): string {
  if (Math.abs(seconds) <= 1) return "no difference";
  return `${Math.abs(seconds)} seconds ${seconds > 0 ? "ahead" : "behind"}`;
}
