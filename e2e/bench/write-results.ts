import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const path = "docs/performance.md";

/**
 * Puts what a part of the bench found where the document has a place for it.
 *
 * @throws if it has none.
 */
export function writeResults(part: string, figures: string): void {
  const document = readFileSync(path, "utf8");
  const [begins, ends] = [`<!-- bench: ${part} -->`, "<!-- end -->"];
  const from = document.indexOf(begins);
  const to = document.indexOf(ends, from);
  if (from < 0 || to < 0) throw new Error(`${path} has no place for “${part}”.`);
  writeFileSync(path, `${document.slice(0, from)}${begins}\n\n${figures}\n\n${document.slice(to)}`);
  // `npm run check` wants the tables padded.
  execFileSync("node_modules/.bin/biome", ["format", "--write", path], { stdio: "inherit" });
}
