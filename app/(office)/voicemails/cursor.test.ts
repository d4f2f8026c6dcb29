import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { cursorFromText, cursorToText } from "./cursor";

const cursor = {
  leftAt: Temporal.Instant.from("2026-11-23T19:05:00.123Z"),
  id: "0b0e4a5e-8f43-4ff6-9c1f-2f1f6f0c9a11",
};

describe("cursorFromText", () => {
  it("reads what cursorToText writes", () => {
    expect(cursorFromText(cursorToText(cursor))).toEqual(cursor);
  });

  it.each([
    ["nothing", undefined],
    ["two of them", [cursorToText(cursor), cursorToText(cursor)]],
    ["an id that is none", "1795000000000_1"],
    ["a time beyond all calendars", `999999999999999_${cursor.id}`],
    ["SQL", "1_';drop table voicemails"],
  ])("begins at the beginning for %s", (_, text) => {
    expect(cursorFromText(text)).toBeNull();
  });
});
