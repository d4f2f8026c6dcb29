import { describe, expect, it } from "vitest";
import { readRecordings } from "./read-recordings";

const soundId = "11111111-1111-4111-8111-111111111111";
const christmas = { soundId, label: "Christmas", from: "2026-12-24T12:00", until: "2026-12-27T09:00" };
const read = (changes: Partial<typeof christmas> = {}, timeZone = "Europe/London") =>
  readRecordings({ standingSoundId: "", recordings: [{ ...christmas, ...changes }] }, timeZone);
const datesIn = (timeZone: string, changes = {}) => {
  const answer = read(changes, timeZone);
  return "recordings" in answer && answer.recordings.map((one) => `${one.startsAt} ${one.endsAt}`).join();
};

describe("readRecordings", () => {
  it("reads dates by the firm's clock", () => {
    expect(datesIn("Europe/London")).toBe("2026-12-24T12:00:00Z 2026-12-27T09:00:00Z");
    expect(datesIn("Australia/Lord_Howe")).toBe("2026-12-24T01:00:00Z 2026-12-26T22:00:00Z");
  });

  it("takes a time that the clocks skip for the moment after", () => {
    const changes = { from: "2026-03-29T01:30", until: "2026-03-29T03:00" };
    expect(datesIn("Europe/London", changes)).toBe("2026-03-29T01:30:00Z 2026-03-29T02:00:00Z");
  });

  it("puts the standing one first, which may be the only one", () => {
    const standing = { soundId, label: "", startsAt: null, endsAt: null };
    expect(readRecordings({ standingSoundId: soundId, recordings: [] }, "UTC")).toEqual({
      recordings: [standing],
    });
    const both = readRecordings({ standingSoundId: soundId, recordings: [christmas] }, "UTC");
    expect("recordings" in both && both.recordings.map(({ label }) => label)).toEqual(["", "Christmas"]);
  });

  it.each([
    ["no label", { label: "" }, "recordings.0.label"],
    ["no sound", { soundId: "" }, "recordings.0.soundId"],
    ["a sound of no such form", { soundId: "../x" }, "recordings.0.soundId"],
    ["half a date", { from: "" }, "recordings.0.from"],
    ["a date that is none", { until: "2026-02-30T10:00" }, "recordings.0.until"],
    ["an end at its beginning", { until: "2026-12-24T12:00" }, "recordings.0.until"],
  ])("refuses %s beside its field", (_, changes, field) => {
    const answer = read(changes);
    expect("fieldErrors" in answer && Object.keys(answer.fieldErrors)).toEqual([field]);
  });

  it("does not take what is no sound for the wish to have no standing one", () => {
    const answer = readRecordings({ standingSoundId: "../x", recordings: [christmas] }, "UTC");
    expect(answer).toEqual({ fieldErrors: { standingSoundId: expect.any(String) } });
  });

  it("refuses a greeting of nothing", () => {
    const answer = readRecordings({ standingSoundId: "", recordings: [] }, "UTC");
    expect(answer).toEqual({ fieldErrors: { standingSoundId: expect.any(String) } });
  });
});
