import { describe, expect, it } from "vitest";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import { answerGo } from "./go";
import { moment, nextId, say, setup, step } from "./testing/example-call";

const go = step({ kind: "go", position: "next", actionId: nextId });

describe("answerGo", () => {
  it("does what the next action does, and writes down which that was", () => {
    const next = say("We are open.");
    const { twiml, event } = answerGo(go, next, setup.firm, moment());
    expect(twiml).toContain("We are open.");
    expect(event.words).toBe(`Went on to “${next.name}”`);
  });

  it.each([
    ["one that was deleted in the meantime", go, "The next action no longer exists"],
    ["none", { ...go, actionId: null }, "No next action is set"],
  ])("apologises for %s, and tells it as the step that it would be otherwise", (_, asked, words) => {
    const { twiml, event } = answerGo(asked, null, setup.firm, moment());
    expect(twiml).toContain("nobody can take your call");
    expect(checkTwiml(twiml)).toEqual([]);
    expect(event).toMatchObject({ words, actionName: null });
    expect(event.stepKey).toBe(answerGo(asked, say("Hello."), setup.firm, moment()).event.stepKey);
  });
});
