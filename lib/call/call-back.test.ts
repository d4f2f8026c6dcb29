import { describe, expect, it } from "vitest";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import { dialResultFrom } from "./after-dial";
import {
  afterCallBack,
  askToCallBack,
  type CallBackParties,
  callBackCannotGoOn,
  callBackInWords,
  callBackUrls,
  callTheOther,
  isCallBackOver,
} from "./call-back";

const urls = callBackUrls("https://phones.example.com", "11111111-1111-4111-8111-111111111111");
const parties: CallBackParties = {
  firm: { name: "Alder & Finch", voice: { name: "alice", language: "en-GB" }, fallbackNumber: null },
  to: "+442071234567",
  toName: "<Sam>",
  callerId: "+12125550100",
};
const dialled = (status: string, more: Record<string, string> = {}) =>
  afterCallBack(dialResultFrom(new URLSearchParams({ DialCallStatus: status, ...more })));

describe("a call back", () => {
  it("is TwiML that Twilio takes at every step", () => {
    const answers = [askToCallBack(parties, urls), callTheOther(parties, urls), callBackCannotGoOn()];
    for (const answer of [...answers, dialled("busy"), dialled("completed")]) {
      expect(checkTwiml(answer)).toEqual([]);
    }
  });

  it("asks for a key before it dials, so that a mailbox calls nobody", () => {
    const answer = askToCallBack(parties, urls);
    expect(answer).not.toContain("<Dial");
    expect(answer).toContain("Alder &amp; Finch. To call &lt;Sam&gt;, 4 4 2, 0 7 1, 2 3 4, 5 6 7, press 1.");
    expect(answer).toMatch(/<Hangup\/><\/Response>$/);
  });

  it("shows the other side the work number", () => {
    expect(callTheOther(parties, urls)).toMatch(/callerId="\+12125550100".*>\+442071234567<\/Number>/);
  });

  it.each([
    ["busy", "The line was busy."],
    ["no-answer", "Nobody answered."],
    ["failed", "could not be reached"],
  ])("says so when the other side is %s", (status, words) => {
    expect(dialled(status)).toContain(words);
  });

  it("says nothing more after a talk, or to somebody who has hung up", () => {
    expect(dialled("completed", { DialBridged: "true" })).not.toContain("<Say>");
    expect(dialled("no-answer", { CallStatus: "completed" })).not.toContain("<Say>");
  });
});

const begun = { status: "queued", dialStatus: null, durationSeconds: null, failure: null };
const seconds = (count: number) => `${count} s`;

it.each([
  [begun, "The phone is ringing", false],
  [{ ...begun, status: "in-progress" }, "The phone was picked up; pressing 1 places the call", false],
  [{ ...begun, status: "in-progress", dialStatus: "ringing" }, "The other side is ringing", false],
  [{ ...begun, status: "in-progress", dialStatus: "in-progress" }, "They are talking", false],
  [
    { ...begun, status: "completed", dialStatus: "completed", durationSeconds: 80 },
    "They talked for 80 s",
    true,
  ],
  [{ ...begun, status: "completed", dialStatus: "busy" }, "The line was busy", true],
  [{ ...begun, status: "completed", dialStatus: "ringing" }, "The call ended before anybody answered", true],
  [{ ...begun, status: "completed", dialStatus: "in-progress" }, "They talked", true],
  [{ ...begun, status: "completed" }, "The phone was picked up, and nobody pressed 1", true],
  [{ ...begun, status: "no-answer" }, "The phone was not picked up", true],
  [{ ...begun, status: "busy" }, "The phone was busy", true],
  [{ ...begun, failure: "Twilio refused." }, "Twilio refused.", true],
])("%o reads “%s”", (state, words, over) => {
  expect(callBackInWords(state, seconds)).toBe(words);
  expect(isCallBackOver(state)).toBe(over);
});
