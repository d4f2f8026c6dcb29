import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { instantInWords } from "./instant-in-words";

const now = Temporal.Instant.from("2026-11-23T20:00:00Z");
const words = (instant: string, timeZone: string, locale: string) =>
  instantInWords(Temporal.Instant.from(instant), { now, timeZone, locale });

describe("instantInWords", () => {
  it.each([
    [
      "as Americans write it",
      "2026-11-23T19:05:00Z",
      "America/New_York",
      "en-US",
      "Mon, Nov 23, 2:05 PM EST",
    ],
    ["as the British write it", "2026-11-23T19:05:00Z", "Europe/London", "en-GB", "Mon 23 Nov, 19:05 GMT"],
    [
      "with the year where it is another",
      "2025-12-31T12:00:00Z",
      "UTC",
      "en-GB",
      "Wed, 31 Dec 2025, 12:00 UTC",
    ],
    [
      "by the zone's own year",
      "2026-01-01T03:00:00Z",
      "America/New_York",
      "en-US",
      "Wed, Dec 31, 2025, 10:00 PM EST",
    ],
  ])("%s", (_, instant, timeZone, locale, expected) => {
    expect(words(instant, timeZone, locale)).toBe(expected);
  });
});
