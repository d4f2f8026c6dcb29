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
    const eventOf = (people: typeof ring.people) =>
      answerAfterDial(step(), taken, { ...ring, people }, moment()).event;
    const detailOf = (people: typeof ring.people) => eventOf(people).detail;
    const wordsOf = (people: typeof ring.people) => eventOf(people).words;
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
    expect(wordsOf([ana])).toBe("Ana took the call");
    expect(wordsOf([{ ...ana, personId: null, name: null }])).toBe("+12125550142 took the call");
    expect(wordsOf([ana, ben])).toBe("The call was answered");
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

  describe("where somebody is known to have been asked, and Twilio calls it unanswered", () => {
    const asked = [`screen:${ring.id}:0:1:1`];
    const unanswered = dial({ DialCallStatus: "no-answer", DialBridged: "false" });

    it.each([
      ["refused", ["+12125550142"], ["+12125550143", "+12125550144"]],
      ["hung up", [], ["+12125550142", "+12125550143", "+12125550144"]],
    ])("rings those who have not refused once more after somebody %s", (_, refusedBy, again) => {
      const { twiml, event } = answerAfterDial(step(), unanswered, ring, moment({ refusedBy, asked }));
      expect(numbersIn(twiml)).toEqual(again);
      expect(event.words).toBe(
        `Whoever picked up did not take the call; ${refusedBy.length > 0 ? "Ben" : "Ana, Ben"} rung once more`,
      );
    });

    it("does not say that nobody answered when all have refused", () => {
      const [ana] = ring.people;
      if (!ana) throw new Error("The example has a team of two.");
      const refusedBy = ["+12125550142"];
      const alone = { ...ring, people: [ana] };
      const { event } = answerAfterDial(step(), unanswered, alone, moment({ refusedBy, asked }));
      expect(event.words).toBe("Whoever picked up did not take the call; on to “Take a message”");
      expect(event.detail).not.toHaveProperty("rang");
    });

    it("says that nobody answered of a later ring, whoever was asked at an earlier one", () => {
      const later = { round: 2, totalSteps: 3 };
      const { event } = answerAfterDial(step(later), unanswered, ring, moment({ ...later, asked }));
      expect(event.words).toBe("Nobody answered; on to “Take a message”");
    });
  });

  it("tells whose phones rang and were not picked up, and leaves whoever was asked to their own step", () => {
    const detailOf = (parameters: Record<string, string>, asked: string[] = [], refusedBy: string[] = []) =>
      answerAfterDial(step(), dial(parameters), ring, moment({ asked, refusedBy })).event.detail;
    const missed = { DialCallStatus: "no-answer", DialBridged: "false" };
    const anaWasAsked = `screen:${ring.id}:0:1:1`;
    expect(detailOf(missed)).toMatchObject({
      rang: "Ana, Ben",
      rangIds: "person-Ana,person-Ben",
      rangNumbers: "+12125550142 +12125550143 +12125550144",
    });
    expect(detailOf(missed, [anaWasAsked], ["+12125550142"])).toMatchObject({ rang: "Ben" });
    const taken = { DialCallStatus: "completed", DialBridged: "true" };
    expect(detailOf(taken, [anaWasAsked])).toMatchObject({ isTaken: true, rang: "Ben" });
    // Somebody took it, and nobody knows which of the two.
    expect(detailOf(taken)).not.toHaveProperty("rang");
    // A phone that refused at an earlier ring of the call did not ring.
    expect(detailOf(missed, [], ["+12125550142"])).toMatchObject({ rang: "Ben" });
  });

  it("tells who took it by the leg that was connected, where their own step is lost", () => {
    const legSid = `CA${"1".repeat(32)}`;
    const takenOn = (...legs: [sid: string | null, number: string][]) => {
      const parameters = { DialCallStatus: "completed", DialBridged: "true", DialCallSid: legSid };
      const result = dialResultFrom(new URLSearchParams(parameters), legs);
      return answerAfterDial(step(), result, ring, moment()).event;
    };
    expect(takenOn([null, "+12125550142"], [legSid, "+12125550143"])).toMatchObject({
      words: "Ben took the call",
      detail: { isTaken: true, personId: "person-Ben", name: "Ben", number: "+12125550143" },
    });
    expect(takenOn().detail).not.toHaveProperty("personId");
    expect(takenOn([`CA${"2".repeat(32)}`, "+12125550143"]).detail).not.toHaveProperty("personId");
    expect(takenOn([legSid, "+12125550199"]).detail).not.toHaveProperty("personId");
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
