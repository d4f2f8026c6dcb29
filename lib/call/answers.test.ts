import { describe, expect, it } from "vitest";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import { lastResort } from "./answers";

const fallbackUrl = "https://phones.example.com/api/voice/fallback";

describe("lastResort", () => {
  it.each([
    ["shows the caller's number, if there is one", null, false],
    ["shows one of ours for a caller who has none to show", "+12125550100", true],
  ])("%s", (_, shownNumber, isOurs) => {
    const twiml = lastResort("+12125550190", fallbackUrl, null, shownNumber);
    expect(twiml).toContain("<Number>+12125550190</Number>");
    expect(twiml.includes('callerId="+12125550100"')).toBe(isOurs);
    expect(checkTwiml(twiml)).toEqual([]);
  });

  it("is a polite sentence where there is no number to ring", () => {
    expect(lastResort(null, fallbackUrl, null)).toContain("We are sorry");
  });
});
