import { cpus } from "node:os";

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The value that a share of the values stays within. */
export function percentile(values: readonly number[], share: number): number {
  const rising = [...values].sort((a, b) => a - b);
  return rising[Math.min(rising.length - 1, Math.floor(rising.length * share))] ?? Number.NaN;
}

/** A table in Markdown. */
export const table = (heads: readonly string[], rows: readonly (string | number)[][]): string =>
  [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** What the figures are of: they say little of any other machine, and their ratios more. */
export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} cores of ${cpu?.model.trim() || "a processor without a name"}, Node.js ${process.version}`;
}

export const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
