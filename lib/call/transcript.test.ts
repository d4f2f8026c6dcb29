import { describe, expect, it } from "vitest";
import { step } from "./testing/example-call";
import { transcriptFrom, writtenDown } from "./transcript";

const recordingSid = `RE${"0".repeat(32)}`;
const recordingUrl = `https://api.twilio.com/2010-04-01/Accounts/AC/Recordings/${recordingSid}`;
const told = (more: Record<string, string>) =>
  transcriptFrom(new URLSearchParams({ RecordingSid: recordingSid, RecordingUrl: recordingUrl, ...more }));

describe("transcriptFrom", () => {
  it("takes what was said", () => {
    const said = { TranscriptionStatus: "completed", TranscriptionText: " Hello. " };
    expect(told(said)).toEqual({ transcriptionSid: null, recordingSid, recordingUrl, text: "Hello." });
    const transcriptionSid = `TR${"1".repeat(32)}`;
    expect(told({ ...said, TranscriptionSid: transcriptionSid })).toMatchObject({ transcriptionSid });
    expect(told({ ...said, TranscriptionSid: "../Calls" })).toMatchObject({ transcriptionSid: null });
  });

  it("is empty where Twilio failed, whatever it sends along", () => {
    expect(told({ TranscriptionStatus: "failed", TranscriptionText: "(blank)" })?.text).toBe("");
    expect(told({ TranscriptionStatus: "completed" })?.text).toBe("");
  });

  it("is null for what names no recording", () => {
    expect(told({ RecordingSid: "", RecordingUrl: "" })).toBeNull();
    expect(told({ RecordingUrl: `javascript:${recordingSid}` })).toBeNull();
  });
});

describe("writtenDown", () => {
  const transcribed = step({ kind: "transcribed" });

  it("never repeats in the log what was said", () => {
    const event = writtenDown(
      transcribed,
      { transcriptionSid: null, recordingSid, recordingUrl, text: "A secret." },
      null,
    );
    expect(JSON.stringify(event)).not.toContain("secret");
  });

  it("keeps a failure and a text apart, and is the same however often it is told", () => {
    const done = writtenDown(
      transcribed,
      { transcriptionSid: null, recordingSid, recordingUrl, text: "Hello." },
      null,
    );
    const failed = writtenDown(
      transcribed,
      { transcriptionSid: null, recordingSid, recordingUrl, text: "" },
      null,
    );
    expect(done.stepKey).not.toBe(failed.stepKey);
    const again = writtenDown(
      step({ kind: "transcribed", totalSteps: 9 }),
      { transcriptionSid: null, recordingSid, recordingUrl, text: "Hello." },
      null,
    );
    expect(again.stepKey).toBe(done.stepKey);
  });
});
