import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtInTemplates } from "@/lib/template/built-in/declarations";
import { answerAfterDial, dialResultFrom } from "./after-dial";
import { renderAction } from "./render-action";
import type { CallAction } from "./setup";
import { ana, ben, moment, nextId, person, ring, step } from "./testing/example-call";

const declared = builtInTemplates.find(({ key }) => key === "ring-in-turn")?.parameters ?? [];
const body = readFileSync(join(import.meta.dirname, "../template/built-in/ring-in-turn.twiml"), "utf8");
const chloe = { ...person("Chloe", ["+12125550145"]), ringSeconds: 45 };
const away = person("Dora", ["+12125550146"], "2026-11-24T00:00:00Z");

const action: CallAction = {
  ...ring,
  body,
  parameters: declared.map(({ key, type, defaultValue }) => ({
    key,
    type,
    defaultValue,
    value: key === "introduction" ? "One moment." : null,
  })),
  people: [ana, away, ben, chloe],
};

const numbersIn = (twiml: string) => [...twiml.matchAll(/>(\+\d+)</g)].map(([, number]) => number);
const afterTurn = (turn: number, status = "no-answer", given = moment({ turn })) =>
  answerAfterDial(
    step({ turn }),
    dialResultFrom(
      new URLSearchParams({ CallStatus: "in-progress", DialCallStatus: status, DialBridged: "false" }),
    ),
    action,
    given,
  );

describe("ringing one after another", () => {
  it("begins with the first, and says first what there is to say", () => {
    const twiml = renderAction(action, moment());
    expect(numbersIn(twiml)).toEqual(["+12125550142"]);
    expect(twiml).toContain("One moment.");
    expect(twiml).toContain('timeout="20"');
  });

  it("passes over whoever is away, and rings all phones of the next", () => {
    const { twiml, event } = afterTurn(0);
    expect(numbersIn(twiml)).toEqual(["+12125550143", "+12125550144"]);
    expect(twiml).not.toContain("One moment.");
    expect(event.words).toBe("Nobody answered; on to the next");
    // Whose turn it is now, so that the next step goes on from there.
    expect(/after-dial\/[^"]*\/(\d+)\/\d+\/\d+\/\d+"/.exec(twiml)?.[1]).toBe("2");
  });

  it("goes on after somebody refuses as after nobody answers", () => {
    expect(numbersIn(afterTurn(0, "completed").twiml)).toEqual(["+12125550143", "+12125550144"]);
  });

  it("says who took the call, by whose turn it was", () => {
    const taken = new URLSearchParams({ DialCallStatus: "completed", DialBridged: "true" });
    const { event } = answerAfterDial(
      step({ turn: 1 }),
      dialResultFrom(taken),
      action,
      moment({ turn: 1, order: [0, 3, 2] }),
    );
    expect(event.detail).toMatchObject({ isTaken: true, personId: "person-Chloe", name: "Chloe" });
  });

  it("says first what there is to say though the first is away, and only once", () => {
    const withoutFirst = { ...action, people: [away, ben, chloe] };
    expect(renderAction(withoutFirst, moment())).toContain("One moment.");
    expect(renderAction(withoutFirst, moment({ turn: 2, round: 2 }))).not.toContain("One moment.");
  });

  it("gives each their own time", () => {
    expect(afterTurn(2).twiml).toContain('timeout="45"');
  });

  it("goes to the next action after the last", () => {
    expect(afterTurn(3).twiml).toContain(nextId);
    expect(numbersIn(afterTurn(3).twiml)).toEqual([]);
  });

  it("does not ask a phone again that has refused the call", () => {
    const refusedBy = ["+12125550143", "+12125550144"];
    expect(numbersIn(afterTurn(0, "no-answer", moment({ refusedBy })).twiml)).toEqual(["+12125550145"]);
  });

  it("goes to the next action at once when everybody is away", () => {
    expect(numbersIn(renderAction({ ...action, people: [away] }, moment()))).toEqual([]);
    expect(renderAction({ ...action, people: [away] }, moment())).toContain(nextId);
  });
});
