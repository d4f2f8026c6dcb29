import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reasonCodes } from "./reason";
import { hasGoneOnTooLong, parseStep, type Step, stepKinds, stepUrl } from "./step";
import { step } from "./testing/example-call";

const uuid = fc.uuid({ version: 4 });
const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...stepKinds),
  configurationId: uuid,
  actionId: fc.option(uuid),
  reasonCode: fc.constantFrom(...reasonCodes),
  position: fc.oneof(
    fc.constantFrom("-", "unanswered", "next1"),
    fc.integer({ min: 0, max: 99 }).map(String),
  ),
  trail: fc.array(uuid, { maxLength: 8 }),
  people: fc.array(uuid, { maxLength: 8 }),
  turn: fc.integer({ min: 0, max: 99 }),
  order: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 20 }),
  round: fc.integer({ min: 1, max: 9 }),
  idleSteps: fc.integer({ min: 0, max: 60 }),
  totalSteps: fc.integer({ min: 0, max: 60 }),
});

const segmentsOf = (url: string, kind: string) =>
  new URL(url).pathname.split(`/api/voice/${kind}/`)[1]?.split("/") ?? [];

describe("stepUrl", () => {
  it("is read back by parseStep as it was", () => {
    fc.assert(
      fc.property(anyStep, (any) => {
        const url = stepUrl("https://phones.example.com", any);
        expect(parseStep(any.kind, segmentsOf(url, any.kind))).toEqual(any);
        // What Next.js rewrites on the way must not be in it, or the signature would no longer match.
        expect(new URL(url).href).toBe(url);
        expect(url).toMatch(/^[A-Za-z0-9:/.-]+$/);
      }),
    );
  });
});

describe("parseStep", () => {
  const good = segmentsOf(stepUrl("https://a.example", step()), "after-dial");

  const replaced = (place: number, segment: string) =>
    good.map((own, index) => (index === place ? segment : own));

  it("takes what the engine makes", () => {
    expect(parseStep("after-dial", good)).toEqual(step());
  });

  it("has the order of a call as one digit for each who is rung", () => {
    const url = stepUrl("https://a.example", step({ turn: 2, order: [3, 0, 2, 10, 1] }));
    expect(url).toContain("/2.302a1/1/");
  });

  it.each([
    ["too few segments", good.slice(1)],
    ["too many segments", [...good, "1"]],
    ["a configuration that is no id", ["x", ...good.slice(1)]],
    ["an unknown reason", replaced(2, "because")],
    ["a position that nothing has", replaced(3, "../..")],
    ["a menu to go back to that is no id", replaced(4, "x")],
    ["more menus to go back to than there can be", replaced(4, Array(9).fill(good[0]).join("."))],
    ["somebody who is no id", replaced(5, "x")],
    ["more people than there are keys for", replaced(5, Array(9).fill(good[0]).join("."))],
    ["a negative turn", replaced(6, "-1")],
    ["an order in which somebody comes twice", replaced(6, "0.00")],
    ["an order of nobody", replaced(6, "0.")],
    ["an order with more places than there can be", replaced(6, "0.k")],
    ["two orders", replaced(6, "0.1.0")],
    ["a negative count", replaced(8, "-1")],
    ["a count beyond all counting", replaced(9, "9999")],
    ["nothing", []],
  ])("refuses %s", (_, segments) => {
    expect(parseStep("after-dial", segments)).toBeNull();
  });
});

describe("hasGoneOnTooLong", () => {
  it.each([
    [7, 59, false],
    [8, 8, true],
    [0, 60, true],
  ])("after %i steps without the caller and %i in all: %s", (idleSteps, totalSteps, expected) => {
    expect(hasGoneOnTooLong({ idleSteps, totalSteps })).toBe(expected);
  });
});
