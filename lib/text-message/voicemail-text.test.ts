import { SegmentedMessage } from "sms-segments-calculator";
import { describe, expect, it } from "vitest";
import { voicemailText } from "./voicemail-text";

const message = {
  caller: "Sam Reed, (212) 555-0142",
  line: "Main line",
  when: "Mon, Nov 23, 2:05 PM EST",
  length: "0:42",
  transcription: null,
  url: "https://phones.example.com/voicemails/11111111-1111-4111-8111-111111111111",
};

describe("voicemailText", () => {
  it("says who, for whom, when and how long, and where to hear it", () => {
    expect(voicemailText(message)).toBe(
      `Voicemail from Sam Reed, (212) 555-0142 for Main line, Mon, Nov 23, 2:05 PM EST, 0:42. ${message.url}`,
    );
  });

  it("stays within the alphabet of texts, so that it costs as little as can be", () => {
    const text = voicemailText({ ...message, transcription: "Please call me back." });
    const { encodingName, segmentsCount } = new SegmentedMessage(text);
    expect([encodingName, segmentsCount]).toEqual(["GSM-7", 2]);
  });

  it("leaves out the end of what was said at length", () => {
    const text = voicemailText({ ...message, transcription: "And so on, ".repeat(40) });
    expect(text.length).toBeLessThan(350);
    expect(text).toMatch(/^Voicemail .* "And so on, .*\.\.\." https:/);
  });
});
