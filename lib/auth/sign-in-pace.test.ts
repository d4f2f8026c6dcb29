import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { delayAfter, type Failures, secondsToWait, waitInWords } from "./sign-in-pace";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const none: Failures = { count: 0, lastAt: null };
const failures = (count: number, secondsAgo: number): Failures => ({
  count,
  lastAt: now.subtract({ milliseconds: secondsAgo * 1000 }),
});

describe("delayAfter", () => {
  it.each([
    [0, 0],
    [3, 0],
    [4, 5],
    [5, 10],
    [6, 20],
    [11, 640],
    [12, 900],
    [5000, 900],
  ])("after %i failures of which four are free: %i s", (count, seconds) => {
    expect(delayAfter(count, 4)).toBe(seconds);
  });
});

describe("secondsToWait", () => {
  it.each([
    ["nobody has failed", none, none, 0],
    ["three mistakes are free", failures(3, 0), none, 0],
    ["the fourth costs five seconds", failures(4, 0), none, 5],
    ["part of it is over", failures(4, 2), none, 3],
    ["a started second counts", failures(4, 1.5), none, 4],
    ["it ends on the second", failures(4, 5), none, 0],
    ["others at the same address make mistakes too", none, failures(19, 0), 0],
    ["too many from one address, whatever the account", none, failures(20, 0), 5],
    ["the longer wait counts", failures(5, 0), failures(22, 0), 20],
    ["an hour later it is over", failures(50, 3600), none, 0],
  ])("%s", (_, ofAccount, fromAddress, expected) => {
    expect(secondsToWait({ ofAccount, fromAddress }, now)).toBe(expected);
  });
});

describe("waitInWords", () => {
  it.each([
    [1, "1 second"],
    [40, "40 seconds"],
    [90, "90 seconds"],
    [91, "2 minutes"],
    [120, "2 minutes"],
    [121, "3 minutes"],
    [900, "15 minutes"],
  ])("%i s: %s", (seconds, words) => {
    expect(waitInWords(seconds)).toBe(words);
  });
});
