import { describe, expect, it } from "vitest";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";
import type { Cleared } from "./clear-old";
import { clearedInWords } from "./cleared-in-words";

const nothing: Cleared = {
  retention: { keepsCallsDays: 90, keepsVoicemailsDays: null },
  voicemails: 0,
  spokenNames: 0,
  greetingCopies: 0,
  calls: 0,
  failed: 0,
  fault: null,
  isUnfinished: false,
};

describe("clearedInWords", () => {
  it("says of what the firm keeps for good nothing at all", () => {
    expect(clearedInWords(nothing)).toEqual({ "Calls deleted": "0" });
  });

  it("says how many were not deleted, why, and what becomes of them", () => {
    const words = clearedInWords({
      ...nothing,
      retention: { keepsCallsDays: null, keepsVoicemailsDays: 30 },
      voicemails: 4,
      failed: 2,
      fault: new TwilioFault({ kind: "timeout" }),
      isUnfinished: true,
    });
    expect(Object.keys(words)).toEqual([
      "Voicemails deleted",
      "Recordings not deleted",
      "Left for the next night",
    ]);
    expect(words["Recordings not deleted"]).toMatch(/^2\. Twilio did not answer in time.* tried again/);
  });
});
