import { Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { problemPlace } from "./problem-place";

const text = Text.of(["<Response>", '  <Dial timeout="{{ seconds }}">{{ number }}</Dial>', ""]);

const marked = (line: number, column: number) => {
  const { from, to } = problemPlace(text, { line, column });
  return text.sliceString(from, to);
};

describe("problemPlace", () => {
  it.each([
    ["a tag's name", 2, 3, "<Dial"],
    ["a closing tag", 2, 45, "</Dial"],
    ["an attribute with its value", 2, 9, 'timeout="{{ seconds }}"'],
    ["a placeholder", 2, 33, "{{ number }}"],
    ["a word", 2, 36, "number"],
    ["what stands before the end of a line", 1, 11, ">"],
  ])("marks %s", (_, line, column, words) => {
    expect(marked(line, column)).toBe(words);
  });

  it("stays within the text, wherever the problem is said to be", () => {
    for (const [line, column] of [
      [3, 1],
      [99, 99],
      [0, 1],
      [1, 500],
    ] as const) {
      const { from, to } = problemPlace(text, { line, column });
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThanOrEqual(from);
      expect(to).toBeLessThanOrEqual(text.length);
    }
  });
});
