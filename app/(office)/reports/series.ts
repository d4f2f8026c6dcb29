import type { BarPart } from "./bars";

/** How a part of a bar is filled: missed calls are all red, and told apart by their pattern. */
export type Pattern = "plain" | "hatched" | "dotted";

/** The parts of a bar from its foot upwards: what each is called and how it is drawn, by colour and by pattern. */
export const series: readonly { part: BarPart; words: string; fill: string; pattern: Pattern }[] = [
  { part: "openTaken", words: "Open", fill: "var(--chart-open)", pattern: "plain" },
  { part: "openMissed", words: "Open, missed", fill: "var(--chart-missed)", pattern: "plain" },
  { part: "closedTaken", words: "Closed", fill: "var(--chart-closed)", pattern: "plain" },
  { part: "closedMissed", words: "Closed, missed", fill: "var(--chart-missed)", pattern: "hatched" },
  { part: "neitherTaken", words: "Neither", fill: "var(--chart-neither)", pattern: "plain" },
  { part: "neitherMissed", words: "Neither, missed", fill: "var(--chart-missed)", pattern: "dotted" },
];

/** What "neither" stands for, to be read below a chart. */
export const neitherInWords =
  "Neither: known callers who go straight to an action of their own, calls turned away, and calls while the database was away.";
