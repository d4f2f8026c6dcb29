import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { generateGrammar } from "./generate";
import { typedGrammar } from "./grammar.generated";
import { readTypings } from "./read-typings";
import { sayVoices } from "./voices.generated";

// Formatting starts another process.
describe("the generated grammar", { timeout: 20_000 }, () => {
  test("is what the twilio package that is installed gives; if not, run the generator", () => {
    for (const [name, content] of Object.entries(generateGrammar())) {
      expect(readFileSync(new URL(name, import.meta.url), "utf8"), name).toBe(content);
    }
  });

  test.each<[says: string, found: unknown, expected: unknown]>([
    ["a number may stand in a dial", typedGrammar.elements.Dial?.children.includes("Number"), true],
    ["a dial takes a number as its text, or none", typedGrammar.elements.Dial?.text, "optional"],
    ["a number needs its text", typedGrammar.elements.Number?.text, "required"],
    ["a gather has no text", typedGrammar.elements.Gather?.text, "none"],
    ["sayAs() writes <say-as>", typedGrammar.elements.SsmlSayAs?.name, "say-as"],
    ["uri() writes <Uri>", typedGrammar.elements.SipUri?.name, "Uri"],
    ["<Sip> in <Refer> is another <Sip>", typedGrammar.elements.ReferSip?.name, "Sip"],
    ["a timeout is a number", typedGrammar.elements.Dial?.attributes.timeout, "number"],
    ["events are a list", typedGrammar.elements.Number?.attributes.statusCallbackEvent, "NumberEvent[]"],
    ["reasons are listed", typedGrammar.values.RejectReason, ["rejected", "busy"]],
    [
      "hyphens and colons in names are read",
      typedGrammar.elements.SsmlLang?.attributes["xml:lang"],
      "SsmlLangXmlLang",
    ],
    ["the long list of voices is kept apart", typedGrammar.values.SayVoice, undefined],
  ])("%s", (_says, found, expected) => {
    expect(found).toEqual(expected);
  });

  test("knows the voices", () => {
    expect(sayVoices).toContain("Polly.Joanna");
    expect(sayVoices.length).toBeGreaterThan(100);
  });
});

describe("reading the typings", () => {
  test("merges an interface that is declared twice", () => {
    const typings = readTypings(
      "export interface XAttributes {\n  a?: string;\n}\nexport interface XAttributes {\n  b?: number;\n}",
    );
    expect(Object.fromEntries(typings.attributes.get("XAttributes") ?? [])).toEqual({
      a: "string",
      b: "number",
    });
  });

  test.each([
    ["a required attribute", "export interface XAttributes {\n  a: string;\n}"],
    ["a union in place of a named one", "export interface XAttributes {\n  a?: string | number;\n}"],
    ["a declaration of another kind", "export enum X {"],
  ])("stops at %s, which the generator has not seen before", (_what, source) => {
    expect(() => readTypings(source)).toThrow("Cannot read");
  });
});
