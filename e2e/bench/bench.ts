import { parseArgs } from "node:util";
import { type BenchOffice, startBenchOffice } from "./bench-office";
import { benchCalls } from "./calls";
import { benchCold } from "./cold";
import { machine } from "./figures";
import { benchGrowth } from "./growth";
import { benchPages } from "./pages";
import { benchSizes } from "./sizes";
import { benchTraffic } from "./traffic";
import { writeResults } from "./write-results";

/**
 * `npm run bench`, of the last build: what a call costs, and what a page does. Parts of it after `--`; with `--write` the
 * tables go into docs/performance.md too, so that it says what was measured.
 */

const inOffice = (bench: (office: BenchOffice) => Promise<string>) => async () => {
  const office = await startBenchOffice();
  try {
    return await bench(office);
  } finally {
    await office.close();
  }
};

const parts = {
  calls: inOffice(benchCalls),
  traffic: benchTraffic,
  growth: inOffice(benchGrowth),
  cold: inOffice(benchCold),
  pages: benchPages,
  sizes: async () => benchSizes(),
};

type PartName = keyof typeof parts;

async function main() {
  const { values, positionals } = parseArgs({
    options: { write: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const asked = positionals.length > 0 ? positionals.map(partName) : (Object.keys(parts) as PartName[]);
  for (const name of asked) {
    const started = performance.now();
    const figures = `${await parts[name]()}\n\nMeasured on ${machine()}.`;
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`\n## ${name}\n\n${figures}\n\n(${seconds} s)`);
    if (values.write) writeResults(name, figures);
  }
}

function partName(name: string): PartName {
  if (name in parts) return name as PartName;
  throw new Error(`The bench has no part “${name}”: choose from ${Object.keys(parts).join(", ")}.`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
