import { rmSync } from "node:fs";
import { bin, runInTurn, type Step, type StepResult, vitestStep } from "./steps";

/** Before all that knows the app's routes. */
export function writeRouteTypes(): Promise<StepResult[]> {
  // What an earlier `next dev` wrote there speaks of the routes of its own day, and contradicts what is written here.
  rmSync(".next/dev/types", { recursive: true, force: true });
  return runInTurn([{ name: "Route types", command: [bin("next"), "typegen"] }]);
}

/** What looks at the source, and runs none of it. */
export const sourceSteps: Step[] = [
  { name: "Types", command: [bin("tsc"), "--noEmit"] },
  { name: "Format, lint and boundaries", command: [bin("biome"), "ci", "."] },
  { name: "Dead code", command: [bin("knip")] },
  { name: "Dependencies", command: [bin("tsx"), ".ci/check-dependencies.ts"] },
  { name: "Paths and scripts in the docs", command: [bin("tsx"), ".ci/check-docs.ts"] },
];

/**
 * All tests that need neither a browser nor a database, twice: the second zone's clocks change by half an hour, and what
 * reads the machine's own zone fails there.
 */
export const unitSteps: Step[] = ["UTC", "Australia/Lord_Howe"].map((zone) =>
  vitestStep(`Unit tests in ${zone}`, "unit", { TZ: zone }),
);
