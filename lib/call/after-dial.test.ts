import { describe, expect, it } from "vitest";
import { answerAfterDial, dialResultFrom } from "./after-dial";
import { moment, nextId, ring, step } from "./testing/example-call";

const dial = (parameters: Record<string, string>) =>
  dialResultFrom(new URLSearchParams({ CallStatus: "in-progress", ...parameters }));

const numbersIn = (twiml: string) => [...twiml.matchAll(/>(\+\d+)</g)].map(([, number]) => number);

describe("answerAfterDial", () => {
  it.each([
    ["a conversation", { DialCallStatus: "completed", DialBridged: "true" }],
    [
      "a conversation of which Twilio does not say whether the two were bridged",
      { DialCallStatus: "completed" },
    ],
  ])("hangs up after %s", (_, parameters) => {
    const { twiml, event } = answerAfterDial(step(), dial(parameters), ring, moment());
    expect(twiml).toContain("<Hangup/>");
    expect(event.words).toBe("The call was answered");
  });

  it("says who took it where the ring was for one alone, and leaves it to the screening otherwise", () => {
    const taken = dial({ DialCallStatus: "completed", DialBridged: "true" });
    const detailOf = (people: typeof ring.people) =>
      answerAfterDial(step(), taken, { ...ring, people }, moment()).event.detail;
    const [ana, ben] = ring.people;
    if (!ana || !ben) throw new Error("The example has a team of two.");
    expect(detailOf([ana])).toMatchObject({ personId: "person-Ana", name: "Ana", number: "+12125550142" });
    // Which of the two phones it was is not known.
    expect(detailOf([ben])).toMatchObject({ personId: "person-Ben", number: null });
    expect(detailOf([{ ...ana, personId: null, name: null }])).toMatchObject({
      personId: null,
      number: "+12125550142",
    });
    expect(detailOf([ana, ben])).not.toHaveProperty("personId");
    const missed = answerAfterDial(step(), dial({ DialCallStatus: "busy" }), ring, moment()).event;
    expect(missed.detail).not.toHaveProperty("personId");
  });

  it.each(["no-answer", "busy", "failed", "canceled", ""])(
    "goes on to the next action after “%s”",
    (status) => {
      const { twiml } = answerAfterDial(
        step(),
        dial({ DialCallStatus: status, DialBridged: "false" }),
        ring,
        moment(),
      );
      expect(twiml).toContain(`/go/`);
      expect(twiml).toContain(nextId);
    },
  );

  it("rings those who have not refused once more when whoever picked up did not take it", () => {
    const refusedBy = ["+12125550142"];
    const { twiml } = answerAfterDial(
      step(),
      dial({ DialCallStatus: "completed", DialBridged: "false" }),
      ring,
      moment({ refusedBy }),
    );
    expect(numbersIn(twiml)).toEqual(["+12125550143", "+12125550144"]);
    expect(twiml).toContain("/unanswered/-/-/0/2/");
  });

  it("rings once more only once", () => {
    const { twiml } = answerAfterDial(
      step({ round: 2 }),
      dial({ DialCallStatus: "completed", DialBridged: "false" }),
      ring,
      moment({ round: 2 }),
    );
    expect(numbersIn(twiml)).toEqual([]);
    expect(twiml).toContain("<Redirect>");
  });

  it("goes on when everybody has refused", () => {
    const refusedBy = ["+12125550142", "+12125550143", "+12125550144"];
    const { twiml } = answerAfterDial(
      step(),
      dial({ DialCallStatus: "answered", DialBridged: "false" }),
      ring,
      moment({ refusedBy }),
    );
    expect(twiml).toContain("<Redirect>");
  });

  it("tells the caller politely when there is no next action", () => {
    const { twiml } = answerAfterDial(
      step(),
      dial({ DialCallStatus: "busy" }),
      { ...ring, targets: [] },
      moment(),
    );
    expect(twiml).toContain("nobody can take your call");
  });

  it("tells the caller politely when the action has been deleted since", () => {
    const { twiml } = answerAfterDial(step(), dial({ DialCallStatus: "no-answer" }), null, moment());
    expect(twiml).toContain("nobody can take your call");
  });

  it.each(["completed", "no-answer", "canceled"])(
    "rings nobody for a caller who has hung up, when Twilio calls that %s",
    (CallStatus) => {
      const ended = dial({ CallStatus, DialCallStatus: "canceled" });
      const { twiml, event } = answerAfterDial(step(), ended, ring, moment());
      expect(twiml).not.toContain("<Dial");
      expect(twiml).not.toContain("<Redirect");
      expect(event.words).toContain("hung up");
    },
  );

  it("counts on: the next step is one further", () => {
    const { twiml } = answerAfterDial(
      step(),
      dial({ DialCallStatus: "busy" }),
      ring,
      moment({ idleSteps: 3, totalSteps: 9 }),
    );
    expect(twiml).toMatch(/\/4\/10</);
  });
});
