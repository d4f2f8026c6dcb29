import { describe, expect, it } from "vitest";
import { answerAfterRecord, messageLeft, recordingFrom } from "./after-record";
import { moment, nextId, ring, say, step } from "./testing/example-call";

const recordingSid = `RE${"0".repeat(32)}`;
const url = `https://api.twilio.com/2010-04-01/Accounts/AC/Recordings/${recordingSid}`;
const recorded = { recordingSid, recordingUrl: url, durationSeconds: 17 };
const afterRecord = step({ kind: "after-record", position: "unanswered" });

describe("recordingFrom", () => {
  it("takes the id from the URL where Twilio sends no other", () => {
    expect(recordingFrom(new URLSearchParams({ RecordingUrl: url, RecordingDuration: "17" }))).toEqual(
      recorded,
    );
  });

  it.each([
    ["nothing", {}],
    ["a URL of another scheme", { RecordingUrl: `javascript:${recordingSid}`, RecordingSid: recordingSid }],
    ["a recording without an id", { RecordingUrl: "https://api.twilio.com/x", RecordingDuration: "3" }],
  ])("is null for %s", (_, parameters) => {
    expect(recordingFrom(new URLSearchParams(parameters))).toBeNull();
  });

  it("counts a missing or negative duration as none", () => {
    expect(recordingFrom(new URLSearchParams({ RecordingUrl: url }))?.durationSeconds).toBe(0);
    expect(
      recordingFrom(new URLSearchParams({ RecordingUrl: url, RecordingDuration: "-1" }))?.durationSeconds,
    ).toBe(0);
  });
});

describe("answerAfterRecord", () => {
  it("asks a template that wants to know what comes after", () => {
    const own = {
      ...say(""),
      body: "<Response>{% if recorded %}<Say>Kept.</Say>{% else %}<Record/>{% endif %}</Response>",
    };
    const { twiml, voicemail } = answerAfterRecord(afterRecord, recorded, own, moment());
    expect(twiml).toContain("Kept.");
    expect(voicemail).toEqual(recorded);
  });

  it("goes to the next action for a template that does not", () => {
    expect(answerAfterRecord(afterRecord, recorded, ring, moment()).twiml).toContain(nextId);
  });

  it("thanks the caller where there is no next action either", () => {
    expect(answerAfterRecord(afterRecord, recorded, say("Hello."), moment()).twiml).toContain("Thank you");
  });

  it("names the message by its recording, however and how often Twilio tells of it", () => {
    const waited = answerAfterRecord(afterRecord, recorded, say("Hello."), moment()).event;
    const told = messageLeft(step({ kind: "recorded", totalSteps: 7 }), recorded, say("Hello."));
    expect(told).toEqual(waited);
    expect(messageLeft(afterRecord, { ...recorded, recordingSid: `RE${"1".repeat(32)}` }, null)).not.toEqual(
      waited,
    );
  });

  it("keeps no message that was not left, and claims none", () => {
    const answer = answerAfterRecord(afterRecord, null, say("Hello."), moment());
    expect(answer.voicemail).toBeUndefined();
    expect(answer.twiml).not.toContain("recorded");
  });
});
