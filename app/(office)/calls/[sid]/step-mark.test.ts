import { describe, expect, it } from "vitest";
import { callStatuses } from "@/lib/call/call-result";
import { statusInWords, stepMark } from "./step-mark";

describe("stepMark", () => {
  it.each([
    ["menu", { digits: "1" }, "Key 1"],
    ["menu", { digits: "", speech: "sales" }, null],
    ["screen", { number: "+12125550142" }, "Asked"],
    ["screened", { isTaken: true }, "Answered"],
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
