import { describe, expect, test } from "vitest";
import { corrections, misplacedInResponse } from "./corrections";
import { typedGrammar } from "./grammar.generated";
import { getElementRule, listElementNames, listParentNames } from "./twiml-grammar";

describe("each correction", () => {
  test.each(corrections.map((each) => [`${each.element} ${each.attribute}`, each] as const))(
    "%s still corrects something",
    (_name, correction) => {
      const element = typedGrammar.elements[correction.element];
      expect(element, "no such element").toBeDefined();
      const type = element?.attributes[correction.attribute];
      if (correction.type) expect(type, "the typings have this attribute by now").toBeUndefined();
      else expect(type, "no such attribute").toBeDefined();
      const values = typedGrammar.values[String(type).replace("[]", "")] ?? [];
      for (const value of correction.alsoTakes ?? [])
        expect(values, "the typings list it by now").not.toContain(value);
      expect(correction.reason).not.toBe("");
      expect(correction.source).toMatch(/^(TwiML Voice: <\w+>|\d{5}: .+|Text-to-Speech)$/);
    },
  );

  test("of a misplaced noun names a noun that the builder offers, and its home", () => {
    for (const [noun, home] of Object.entries(misplacedInResponse)) {
      expect(getElementRule("Response").children.has(noun)).toBe(true);
      expect(getElementRule(home).children.has(noun)).toBe(true);
    }
  });
});

describe("the grammar", () => {
  test("takes values, ranges and attributes from the corrections", () => {
    const dial = getElementRule("Dial");
    expect(dial.attributes.get("callReason")?.kind).toBe("text");
    expect(dial.attributes.get("timeout")).toMatchObject({ kind: "number", from: 1, to: 600 });
    expect(dial.attributes.get("record")?.values).toContain("true");
    expect(getElementRule("Say").attributes.get("language")?.isOpen).toBe(true);
  });

  test("knows where an element belongs", () => {
    expect(listParentNames("Number")).toEqual(["Dial"]);
    expect(listParentNames("Nonsense")).toEqual([]);
    expect(listElementNames().filter((name) => name === "Sip")).toHaveLength(1);
  });

  test("has no rule for what it does not know", () => {
    expect(() => getElementRule("constructor")).toThrow("no element");
  });
});
