import { describe, expect, it } from "vitest";
import { personLocale } from "./person-locale";

describe("personLocale", () => {
  it.each([
    ["an English browser's own", "en-GB,en;q=0.9", "en-GB"],
    ["English as another region writes it", "de-AT,de;q=0.9,en;q=0.8", "en-AT"],
    ["the most wanted first, wherever it stands", "en-US;q=0.5, fr-CA", "en-CA"],
    ["a language alone is passed over", "fr,en-IE;q=0.5", "en-IE"],
    ["a script between language and region", "zh-Hant-TW", "en-TW"],
    ["one that is not wanted is no answer", "en-GB;q=0", "en-US"],
    ["anything at all", "*", "en-US"],
    ["nothing", null, "en-US"],
    ["nonsense", "!!,;;q=x", "en-US"],
  ])("%s", (_, header, expected) => {
    expect(personLocale(header)).toBe(expected);
  });
});
