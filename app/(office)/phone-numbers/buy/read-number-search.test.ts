import { describe, expect, it } from "vitest";
import { readNumberSearch } from "./read-number-search";

describe("readNumberSearch", () => {
  it.each([
    ["nothing", {}, { country: "CA", type: "local" }],
    [
      "everything",
      { country: "DE", type: "tollFree", contains: "55-5 12", area: " Berlin " },
      { country: "DE", type: "tollFree", contains: "55512", area: "Berlin" },
    ],
    [
      "what makes no sense",
      { country: "XX", type: "satellite", contains: "?", area: "" },
      { country: "CA", type: "local" },
    ],
    ["what comes twice", { country: ["US", "DE"], contains: ["1", "2"] }, { country: "CA", type: "local" }],
  ])("reads %s", (_, given, expected) => {
    expect(readNumberSearch(given, "CA")).toEqual(expected);
  });
});
