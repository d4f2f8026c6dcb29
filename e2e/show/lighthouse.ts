import lighthouse from "lighthouse";
import { schedules } from "@/db/schema";
import { withShowOffice } from "./show-office";

/**
 * `npm run lighthouse`: the built app as Lighthouse sees it, on a phone, with its own slowed-down network and processor.
 * Performance is the median of a few runs: a single one says more about the machine.
 */

const runs = 3;
/** Each category's lowest score, of 100. */
const floors = { accessibility: 95, "best-practices": 95, performance: 90 } as const;
type Category = keyof typeof floors;
const categories = Object.keys(floors) as Category[];

async function main() {
  let isGood = true;
  await withShowOffice(async ({ baseUrl, db, debuggingPort }) => {
    const [schedule] = await db.select({ id: schedules.id }).from(schedules).limit(1);
    console.log(`| page | ${categories.join(" | ")} |`);
    console.log(`| --- | ${categories.map(() => "---").join(" | ")} |`);
    for (const path of ["/", "/schedules", `/schedules/${schedule?.id}`]) {
      const scores: Record<Category, number[]> = { accessibility: [], "best-practices": [], performance: [] };
      const faults = new Set<string>();
      for (let run = 0; run < runs; run += 1) {
        const { lhr } = await audit(`${baseUrl}${path}`, debuggingPort);
        for (const category of categories) {
          scores[category].push(Math.round((lhr.categories[category]?.score ?? 0) * 100));
          for (const { id } of lhr.categories[category]?.auditRefs ?? []) {
            const { score, title, scoreDisplayMode } = lhr.audits[id] ?? {};
            if (scoreDisplayMode === "binary" && score === 0) faults.add(`${category}: ${title}`);
          }
        }
      }
      const medians = categories.map((category) => median(scores[category]));
      console.log(`| ${path.replace(schedule?.id ?? "", "…")} | ${medians.join(" | ")} |`);
      for (const fault of faults) console.log(`  ${fault}`);
      if (categories.some((category, index) => (medians[index] ?? 0) < floors[category])) isGood = false;
    }
  });
  if (!isGood) throw new Error(`A score is below its floor: ${JSON.stringify(floors)}.`);
}

async function audit(url: string, port: number) {
  const result = await lighthouse(url, {
    port,
    onlyCategories: categories,
    // The session is in a cookie.
    disableStorageReset: true,
    logLevel: "error",
    output: "json",
  });
  if (!result) throw new Error(`Lighthouse said nothing about ${url}.`);
  if (new URL(result.lhr.finalDisplayedUrl).pathname === "/sign-in") throw new Error("The session was lost.");
  return result;
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
