import type { Text } from "@codemirror/state";

/** The stretch of text that a problem at a line and column (both from 1) is about: a tag's name, a placeholder, a word. */
export function problemPlace(
  text: Pick<Text, "lines" | "line">,
  { line, column }: { line: number; column: number },
): { from: number; to: number } {
  const { from, to, text: whole } = text.line(Math.min(Math.max(line, 1), text.lines));
  const begin = Math.min(from + column - 1, to);
  const found = /^(?:\{\{.*?\}\}|\{%.*?%\}|<\/?[\w-]+|[\w-]+="[^"]*"|\S+)/.exec(whole.slice(begin - from));
  if (found) return { from: begin, to: begin + found[0].length };
  // At the end of a line there is nothing to mark but what stands before it.
  return { from: Math.max(from, begin - 1), to: begin };
}
