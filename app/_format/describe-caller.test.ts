import { describe, expect, it } from "vitest";
import { describeCaller } from "./describe-caller";

describe("describeCaller", () => {
  it.each([
    ["a number", "+12125550142", null, "(212)\u00a0555-0142"],
    ["a number with a name", "+12125550142", "LIMA ANA", "LIMA ANA, (212)\u00a0555-0142"],
    ["a withheld number", "anonymous", null, "Withheld number"],
    ["a withheld number, spelt on a keypad", "+266696687", null, "Withheld number"],
    ["an address", "sip:ana@example.com", null, "sip:ana@example.com"],
    ["a call whose first record was lost", "unknown", null, "Unknown caller"],
  ])("%s", (_, from, name, expected) => {
    expect(describeCaller(from, name, "US")).toBe(expected);
  });
});
