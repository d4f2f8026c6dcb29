import { expect, it } from "vitest";
import { countsInWords } from "./counts-in-words";

const none = { total: 0, added: 0, changed: 0, gone: 0, back: 0, drifted: 0 };

it.each([
  [{ ...none, total: 2 }, "2 numbers at Twilio: nothing has changed."],
  [{ ...none, total: 1, added: 1 }, "1 number at Twilio: 1 new."],
  [
    { total: 9, added: 3, changed: 1, gone: 2, back: 1, drifted: 1 },
    "9 numbers at Twilio: 3 new, 1 back again, 1 changed, 2 gone, 1 does not do what it should.",
  ],
  [{ ...none, total: 9, drifted: 2 }, "9 numbers at Twilio: 2 do not do what they should."],
])("says %o", (counts, words) => expect(countsInWords(counts)).toBe(words));

it("writes its counts as the reader's locale does", () => {
  expect(countsInWords({ ...none, total: 1234, added: 1001 }, "en-DE")).toBe(
    "1.234 numbers at Twilio: 1.001 new.",
  );
});
