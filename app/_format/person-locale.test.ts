import { describe, expect, it } from "vitest";
import { personLocale } from "./person-locale";

describe("personLocale", () => {
  it.each([
    ["an English browser's own", "en-GB,en;q=0.9", "en-GB"],
    ["English as another region writes it", "de-AT,de;q=0.9,en;q=0.8", "en-AT"],
    ["the most wanted first, wherever it stands", "en-US;q=0.5, fr-CA", "en-CA"],
    ["the region where a language is likeliest at home", "fr,en-IE;q=0.5", "en-FR"],
    ["German of Germany", "de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", "en-DE"],
    ["English of America", "en-US,en;q=0.9", "en-US"],
    ["English alone", "en", "en-US"],
    ["Japanese, written as in Japan", "ja", "en-JP"],
    ["Portuguese, whose Brazil has no English of its own and writes as Germany does", "pt", "en-DE"],
    ["Portuguese of Portugal", "pt-PT", "en-PT"],
    ["a script between language and region", "zh-Hant-CN", "en-JP"],
    ["Spanish of Mexico: 12 hours, the day first, and a decimal point", "es-MX", "en-AU"],
    ["Persian, without its digits and calendar", "fa-IR", "en-JP"],
    ["a language that nobody speaks is passed over", "zxx-x-junk,qqq,en-GB;q=0.1", "en-GB"],
    ["one that is not wanted is no answer", "en-GB;q=0", "en-US"],
    ["anything at all", "*", "en-US"],
    ["nothing", null, "en-US"],
    ["nonsense", "!!,;;q=x", "en-US"],
  ])("%s", (_, header, expected) => {
    expect(personLocale(header)).toBe(expected);
  });
});
