import { rmSync } from "node:fs";
import { runStep, type StepResult } from "./steps";

const bin = (name: string) => `node_modules/.bin/${name}`;

/** All that needs neither a browser nor a database. */
export function runFastSteps(): StepResult[] {
  const vitest = [bin("vitest"), "run", "--project", "unit", "--reporter", "default", "--reporter", "json"];
  const unit = (timeZone: string) =>
    runStep(`Unit tests in ${timeZone}`, [...vitest, "--outputFile.json", "REPORT"], {
      report: "vitest",
      environment: { TZ: timeZone },
    });
  // What an earlier `next dev` wrote there speaks of the routes of its own day, and contradicts what is written below.
  rmSync(".next/dev/types", { recursive: true, force: true });
  return [
    runStep("Format, lint and boundaries", [bin("biome"), "ci", "."]),
    runStep("Route types", [bin("next"), "typegen"]),
    runStep("Types", [bin("tsc"), "--noEmit"]),
    runStep("Dead code", [bin("knip")]),
    runStep("Dependencies", [bin("tsx"), ".ci/check-dependencies.ts"]),
    runStep("Paths and scripts in the docs", [bin("tsx"), ".ci/check-docs.ts"]),
    unit("UTC"),
    // A zone whose clocks change by half an hour: what reads the machine's own zone fails here.
    unit("Australia/Lord_Howe"),
  ];
}
