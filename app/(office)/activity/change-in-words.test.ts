import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { differences, verbInWords, verbsInWords } from "./change-in-words";

/** Every verb that stands in the code as it is recorded. */
function recordedVerbs(): string[] {
  const files = ["app", "db/queries"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => readFileSync(join(folder, name), "utf8")),
  );
  const verbs = files
    .filter((source) => source.includes("recordActivity("))
    .flatMap((source) =>
      [...source.matchAll(/\bverb: ([^,\n]+)/g)].flatMap(([, value = ""]) => quoted(value)),
    );
  return [...new Set(verbs)];
}

const quoted = (source: string): string[] =>
  [...source.matchAll(/"([a-z]\w+)"/g)].map(([, verb = ""]) => verb);

describe("verbInWords", () => {
  it("has words for every verb that is recorded", () => {
    const verbs = recordedVerbs();
    expect(verbs).toContain("savePerson");
    expect(verbs.filter((verb) => !Object.hasOwn(verbsInWords, verb))).toEqual([]);
  });

  it.each([
    ["made", null, {}],
    ["deleted", {}, null],
    ["changed", {}, {}],
  ])("takes a verb that it does not know as “%s” from what was and is", (words, before, after) => {
    expect(verbInWords({ verb: "toString", before, after })).toBe(words);
  });
});

describe("differences", () => {
  it("goes label by label, in the order in which they were recorded", () => {
    expect(differences({ before: { Name: "Ana", Old: "x" }, after: { Name: "Anna", New: 7 } })).toEqual([
      { label: "Name", before: "Ana", after: "Anna" },
      { label: "Old", before: "x", after: "" },
      { label: "New", before: "", after: "7" },
    ]);
  });

  it("has one side of what was made or deleted", () => {
    expect(differences({ before: null, after: { Name: "Ana" } })).toEqual([
      { label: "Name", before: null, after: "Ana" },
    ]);
    expect(differences({ before: { Name: "Ana" }, after: null })).toEqual([
      { label: "Name", before: "Ana", after: null },
    ]);
  });
});
