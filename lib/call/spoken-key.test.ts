import { describe, expect, it } from "vitest";
import { spokenKey } from "./spoken-key";

const key = (text: string, language = "en-US") =>
  spokenKey(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [], language);

describe("spokenKey", () => {
  it.each([
    ["One.", "1"],
    ["press one", "1"],
    ["Number two, please.", "2"],
    ["I'd like option three", "3"],
    ["zero", "0"],
    ["star", "*"],
    ["the pound key", "#"],
    // As English is misheard.
    ["to", "2"],
    ["press for", "4"],
    ["Oh", "0"],
  ])("takes “%s” for %s", (text, expected) => {
    expect(key(text)).toBe(expected);
  });

  it.each(["one moment please", "I want to", "for sales", "one or two", "a star is born", "press", ""])(
    "takes “%s” for nothing",
    (text) => {
      expect(key(text)).toBeNull();
    },
  );

  it.each([
    ["de-DE", "Taste zwei bitte", "2"],
    ["es-MX", "marque el número tres", "3"],
    ["fr-FR", "appuyez sur un", "1"],
    ["fr-FR", "un instant", null],
    ["it-IT", "premi quattro", "4"],
    ["nl-NL", "druk één", "1"],
    ["pt-BR", "opção nove", "9"],
    ["ja-JP", "two", "2"],
    ["de-DE", "two", null],
  ])("in %s takes “%s” for %s", (language, text, expected) => {
    expect(key(text, language)).toBe(expected);
  });
});
