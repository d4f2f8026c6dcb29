import { describe, expect, it } from "vitest";
import { initials } from "./initials";

describe("initials", () => {
  it.each([
    ["Olive Alder", "OA"],
    ["Ana Maria de Souza Lima", "AL"],
    ["Cher", "C"],
    ["  dev   patel ", "DP"],
    ["Élodie Åberg", "ÉÅ"],
    ["e\u0301lodie", "E\u0301"],
    ["👩‍🚒 Smith", "👩‍🚒S"],
  ])("%s: %s", (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
