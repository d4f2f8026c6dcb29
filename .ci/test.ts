import { ensureBrowser } from "@/e2e/browser/find-browser";
import { runFastSteps } from "./fast-steps";
import { finish, runStep } from "./steps";

/** `npm test`: everything, from format to browser, with one build. */
process.env.CHROMIUM_PATH = ensureBrowser();

const bin = (name: string) => `node_modules/.bin/${name}`;

finish([
  ...runFastSteps(),
  runStep(
    "Database tests",
    [
      bin("vitest"),
      "run",
      "--project",
      "database",
      "--reporter",
      "default",
      "--reporter",
      "json",
      "--outputFile.json",
      "REPORT",
    ],
    { report: "vitest" },
  ),
  runStep("Build", [bin("next"), "build"]),
  runStep("Size of the voice routes", [bin("tsx"), ".ci/edge-size.ts"]),
  runStep("Calls and pages", [bin("playwright"), "test"], {
    report: "playwright",
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: "REPORT" },
  }),
]);
