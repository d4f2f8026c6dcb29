import type { BarPart } from "./bars";

/** The parts of a bar from its foot upwards: what each is called and how it is drawn, by colour and by pattern. */
export const series: readonly { part: BarPart; words: string; fill: string; isHatched: boolean }[] = [
  { part: "openTaken", words: "Open", fill: "var(--chart-open)", isHatched: false },
  { part: "openMissed", words: "Open, missed", fill: "var(--chart-missed)", isHatched: false },
  { part: "closedTaken", words: "Closed", fill: "var(--chart-closed)", isHatched: false },
  { part: "closedMissed", words: "Closed, missed", fill: "var(--chart-missed)", isHatched: true },
  { part: "neither", words: "Neither", fill: "var(--chart-neither)", isHatched: false },
];
