import { describe, expect, it } from "vitest";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import { answerScreen, answerScreened } from "./screening";
import { moment, ring, step } from "./testing/example-call";

const screen = step({ kind: "screen", position: "1" });
const legSid = `CA${"1".repeat(32)}`;
const soFar = {
  from: "+14155550123",
  fromName: null,
  refusedBy: [],
  asked: [],
  legs: [],
  spokenNameUrl: null,
};

describe("answerScreen", () => {
  it("asks in the firm's voice, with the line and the caller", () => {
    const { twiml, event } = answerScreen(screen, legSid, ring, soFar, moment());
    expect(twiml).toContain("Call for Main line, from 4 1 5, 5 5 5, 0 1 2 3. To take it, press 1.");
    expect(twiml).toContain('voice="Polly.Joanna-Neural"');
    expect(event.words).toBe("Ben picked up and was asked to press 1");
    expect(event.detail).toEqual({ personId: "person-Ben", number: "+12125550143", legSid });
  });

  it("hears of no key too, and ends the leg where even that is lost", () => {
    const { twiml } = answerScreen(screen, legSid, ring, soFar, moment());
    expect(twiml).toContain('actionOnEmptyResult="true"');
    expect(twiml).toContain("</Gather><Hangup/>");
  });

  it("says as much as it knows when the database is away", () => {
    expect(answerScreen(screen, legSid, null, null, moment()).twiml).toContain("from a caller");
  });

  it("plays the name that the caller has said within the question, whole without it too", () => {
    const spokenNameUrl = "https://api.twilio.com/Recordings/RE1?a=1&b=2";
    const { twiml } = answerScreen(screen, legSid, ring, { ...soFar, spokenNameUrl }, moment());
    const plain = twiml.replace(/<Say[^>]*>/g, "<Say>");
    const once =
      "<Say>Call for Main line, from</Say><Play>https://api.twilio.com/Recordings/RE1?a=1&amp;b=2</Play><Say>4 1 5, 5 5 5, 0 1 2 3. To take it, press 1.</Say>";
    expect(plain).toContain(`${once}${once}</Gather><Hangup/>`);
    expect(checkTwiml(twiml).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("says it twice, without a name as well", () => {
    const { twiml } = answerScreen(screen, legSid, ring, soFar, moment());
    expect(twiml.match(/Call for Main line/g)).toHaveLength(2);
    expect(twiml).not.toContain("<Play>");
  });

  it("escapes a caller's name", () => {
    const hostile = { ...soFar, fromName: "</Say><Dial>+19005550100</Dial>" };
    expect(answerScreen(screen, legSid, ring, hostile, moment()).twiml).not.toContain("<Dial>");
  });
});

describe("answerScreened", () => {
  const screened = step({ kind: "screened", position: "0" });

  it("connects on 1 alone", () => {
    expect(answerScreened(screened, "1", ring, moment())).toMatchObject({
      event: {
        words: "Ana pressed 1",
        detail: { personId: "person-Ana", number: "+12125550142", isTaken: true },
      },
    });
    expect(answerScreened(screened, "1", ring, moment()).twiml).not.toContain("<Hangup/>");
  });

  it.each(["", "2", "11", "*"])("ends the leg on “%s”, and remembers whose it was", (digits) => {
    const { twiml, event } = answerScreened(screened, digits, ring, moment());
    expect(twiml).toContain("<Hangup/>");
    expect(event).toMatchObject({
      words: "Ana did not take the call",
      detail: { number: "+12125550142", isTaken: false },
    });
  });
});
