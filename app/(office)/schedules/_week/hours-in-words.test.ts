import { expect, it } from "vitest";
import { closingNote, hoursInWords } from "./hours-in-words";

it.each([
  ["09:00", "17:00", "09:00 to 17:00", null],
  ["22:00", "06:00", "22:00 to 06:00 on Monday", "until 06:00 on Monday"],
  ["18:00", "24:00", "18:00 to midnight", "to midnight"],
  ["00:00", "24:00", "all day", "the whole day"],
  ["09:00", "09:00", "09:00 to 09:00 on Monday", "until 09:00 on Monday"],
  ["", "17:00", "hours that are not complete", null],
])("on a Sunday, %s to %s: %s", (opensAt, closesAt, words, note) => {
  expect(hoursInWords({ weekday: 7, opensAt, closesAt }, "en-GB")).toBe(words);
  expect(closingNote({ opensAt, closesAt }, "Monday", "en-GB")).toBe(note);
});

it("says them as Americans do", () => {
  const night = { opensAt: "22:00", closesAt: "06:00" };
  expect(hoursInWords({ weekday: 7, ...night }, "en-US")).toBe("10:00 PM to 6:00 AM on Monday");
  expect(closingNote(night, "Monday", "en-US")).toBe("until 6:00 AM on Monday");
});
