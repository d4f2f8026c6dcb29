import { describe, expect, it } from "vitest";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import { askForGreeting, greetingCallUrls, greetingCannotBeTaken, thankForGreeting } from "./record-greeting";

const id = "11111111-1111-4111-8111-111111111111";
const urls = greetingCallUrls("https://phones.example.com", id);

describe("a call that records a greeting", () => {
  it("is asked for in TwiML that Twilio takes", () => {
    for (const answer of [askForGreeting(urls), thankForGreeting(), greetingCannotBeTaken()]) {
      expect(checkTwiml(answer)).toEqual([]);
      expect(answer).toContain("<Hangup/></Response>");
    }
  });

  it("names every later step, and says so where nothing was recorded", () => {
    const answer = askForGreeting(urls);
    expect(answer).toContain(`action="${urls.kept}"`);
    expect(answer).toContain(`recordingStatusCallback="${urls.recorded}"`);
    expect(answer.indexOf("<Record")).toBeLessThan(answer.indexOf("Nothing was recorded"));
  });
});
