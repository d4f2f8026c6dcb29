import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type DatedRecording, nextRecordingChange, recordingAt } from "./recording-at";

const instant = (text: string) => Temporal.Instant.from(text);
const standing = { name: "standing", startsAt: null, endsAt: null };
const dated = (name: string, from: string, until: string) => ({
  name,
  startsAt: instant(from),
  endsAt: instant(until),
});
const christmas = dated("Christmas", "2026-12-24T12:00:00Z", "2026-12-27T09:00:00Z");
const boxingDay = dated("Boxing Day", "2026-12-26T00:00:00Z", "2026-12-27T00:00:00Z");
const library = [standing, boxingDay, christmas];

describe("recordingAt", () => {
  it.each([
    ["the standing one before the first dates", "2026-12-24T11:59:59.999Z", "standing"],
    ["a dated one from its first instant on", "2026-12-24T12:00:00Z", "Christmas"],
    ["of two that overlap the one that begins later", "2026-12-26T10:00:00Z", "Boxing Day"],
    ["the wider one again when the narrower is over", "2026-12-27T00:00:00Z", "Christmas"],
    ["a dated one until just before its end", "2026-12-27T08:59:59.999Z", "Christmas"],
    ["the standing one again at the end", "2026-12-27T09:00:00Z", "standing"],
  ])("is %s", (_, at, name) => {
    expect(recordingAt(library, instant(at))?.name).toBe(name);
  });

  it("is none where only dated ones are there and none holds", () => {
    expect(recordingAt([christmas], instant("2027-01-01T00:00:00Z"))).toBeNull();
    expect(recordingAt([], instant("2027-01-01T00:00:00Z"))).toBeNull();
  });

  it("is the one that ends sooner of two that begin together", () => {
    const eve = dated("Eve", "2026-12-24T12:00:00Z", "2026-12-25T00:00:00Z");
    expect(recordingAt([christmas, eve], instant("2026-12-24T13:00:00Z"))?.name).toBe("Eve");
  });
});

const day = (number: number) => instant("2026-01-01T00:00:00Z").add({ hours: 24 * number });
const anyRecording: fc.Arbitrary<DatedRecording & { id: number }> = fc
  .record({ id: fc.nat(), start: fc.integer({ min: 0, max: 30 }), days: fc.integer({ min: 1, max: 10 }) })
  .map(({ id, start, days }) => ({ id, startsAt: day(start), endsAt: day(start + days) }));
const anyLibrary = fc
  .tuple(fc.array(anyRecording, { maxLength: 6 }), fc.boolean())
  .map(([own, hasStanding]) => (hasStanding ? [...own, { id: -1, startsAt: null, endsAt: null }] : own));
const anyAt = fc.integer({ min: 0, max: 45 * 24 }).map((hours) => day(0).add({ hours }));

describe("recordingAt and nextRecordingChange", () => {
  it("play nothing but what holds at the instant, and the standing one only where nothing else does", () => {
    fc.assert(
      fc.property(anyLibrary, anyAt, (recordings, at) => {
        const holds = recordings.filter(
          ({ startsAt, endsAt }) =>
            startsAt &&
            endsAt &&
            Temporal.Instant.compare(startsAt, at) <= 0 &&
            Temporal.Instant.compare(at, endsAt) < 0,
        );
        const played = recordingAt(recordings, at);
        if (holds.length > 0) {
          const latest = Math.max(...holds.map(({ startsAt }) => startsAt?.epochMilliseconds ?? 0));
          expect(played?.startsAt?.epochMilliseconds).toBe(latest);
        } else expect(played?.id ?? null).toBe(recordings.some(({ id }) => id === -1) ? -1 : null);
      }),
    );
  });

  it("agree: until the next change the same is played, and at it something else", () => {
    fc.assert(
      fc.property(anyLibrary, anyAt, anyAt, (recordings, at, probe) => {
        const change = nextRecordingChange(recordings, at);
        if (change) expect(recordingAt(recordings, change)).not.toBe(recordingAt(recordings, at));
        const isBetween =
          Temporal.Instant.compare(at, probe) <= 0 &&
          (change === null || Temporal.Instant.compare(probe, change) < 0);
        if (isBetween) expect(recordingAt(recordings, probe)).toBe(recordingAt(recordings, at));
      }),
    );
  });
});
