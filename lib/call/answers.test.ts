import { describe, expect, it } from "vitest";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import { lastResort, screenFallback } from "./answers";

const fallbackUrl = "https://phones.example.com/api/voice/fallback";

describe("lastResort", () => {
  it.each([
    ["shows the caller's number, if there is one", null, false],
    ["shows one of ours for a caller who has none to show", "+12125550100", true],
  ])("%s", (_, shownNumber, isOurs) => {
    const twiml = lastResort("+12125550190", fallbackUrl, null, shownNumber);
    expect(twiml).toContain(`<Number url="${fallbackUrl}">+12125550190</Number>`);
    expect(twiml.includes('callerId="+12125550100"')).toBe(isOurs);
    expect(checkTwiml(twiml)).toEqual([]);
  });

  it("is a polite sentence where there is no number to ring", () => {
    expect(lastResort(null, fallbackUrl, null)).toContain("We are sorry");
  });
});

describe("screenFallback", () => {
  it("asks whoever picks up, twice, and ends the leg of a mailbox, which presses nothing", () => {
    const twiml = screenFallback(null, fallbackUrl);
    expect(twiml.match(/To take it, press 1\./g)).toHaveLength(2);
    expect(twiml).toContain(`action="${fallbackUrl}"`);
    // Twilio goes on below where there was no key. A request without one would be taken for the first, and asked again.
    expect(twiml).toContain("</Gather><Hangup/>");
    expect(twiml).not.toContain("actionOnEmptyResult");
    expect(checkTwiml(twiml)).toEqual([]);
  });

  it("connects on 1 alone", () => {
    expect(screenFallback("1", fallbackUrl)).toContain("Connecting.");
    expect(screenFallback("1", fallbackUrl)).not.toContain("<Hangup/>");
    for (const digits of ["", "2", "*", "11"])
      expect(screenFallback(digits, fallbackUrl)).toContain("<Hangup/>");
  });
});
