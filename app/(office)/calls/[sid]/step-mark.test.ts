import { describe, expect, it } from "vitest";
import { callStatuses } from "@/lib/call/call-result";
import { phoneInWords, rangInWords, statusInWords, stepMark } from "./step-mark";

describe("stepMark", () => {
  it.each([
    ["menu", { digits: "1" }, "Key 1"],
    ["menu", { digits: "", speech: "sales" }, null],
    ["screen", { number: "+12125550142" }, "Asked"],
    ["screened", { isTaken: true }, null],
    ["screened", { isTaken: false }, "Refused"],
    ["after-dial", { isTaken: false }, "Not answered"],
    ["after-dial", { isTaken: true }, "Answered"],
    ["after-record", { recordingSid: "RE0" }, "Message"],
    ["after-record", { recordingSid: null }, null],
    ["fallback", {}, "Fallback"],
    ["reject", {}, "Turned away"],
    ["go", {}, null],
  ])("of a step %s with %o is %j", (kind, detail, words) => {
    expect(stepMark({ kind, detail })?.words ?? null).toBe(words);
  });
});

it("has words for every status that Twilio tells", () => {
  for (const status of callStatuses) expect(statusInWords(status)).not.toBe(status);
  expect(statusInWords("something new")).toBe("something new");
});

it.each([
  [{ rang: "Ana, Ben", isTaken: false, status: "no-answer" }, "Rang, no answer: Ana, Ben"],
  [{ rang: "Ben", isTaken: false, status: "completed" }, "Rang, no answer: Ben"],
  [{ rang: "Ben", isTaken: true, status: "completed" }, "Rang too: Ben"],
  [{ rang: "Ana", isTaken: false, status: "busy" }, "Tried: Ana"],
  [{ rang: "Ana", isTaken: false, status: "canceled" }, "Rang: Ana"],
  [{ isTaken: false, status: "no-answer" }, null],
] as const)("tells whose phones rang of %j", (detail, words) => {
  expect(rangInWords({ detail, rangPhones: [] })).toBe(words);
});

it("tells which of somebody's phones rang, where they have others", () => {
  const detail = { rang: "Ana, Ben", isTaken: false, status: "no-answer" };
  const rangPhones = ["Mobile", "Desk"].map((label) => ({ name: "Ana", label }));
  expect(rangInWords({ detail, rangPhones })).toBe("Rang, no answer: Ana (Mobile, Desk), Ben");
  expect(rangInWords({ detail: { ...detail, rang: "Anabel" }, rangPhones })).toBe("Rang, no answer: Anabel");
});

it.each([
  ["Mobile", "On Mobile, (212)\u00a0555-0142"],
  [null, "On (212)\u00a0555-0142"],
])("names a phone that is called %j", (label, words) => {
  expect(phoneInWords({ number: "+12125550142", label }, "US")).toBe(words);
});
