import { ensureBrowser } from "@/e2e/browser/find-browser";
import { sourceSteps, unitSteps, writeRouteTypes } from "./fast-steps";
import { bin, finish, playwrightStep, runInTurn, runInTwos, vitestStep } from "./steps";

/** `npm test`: everything, from format to browser, with one build. */
process.env.CHROMIUM_PATH = ensureBrowser();

finish([
  ...(await writeRouteTypes()),
  // The build writes the routes' types again, so what reads them comes before it.
  ...(await runInTwos([...unitSteps, ...sourceSteps])),
  ...(await runInTurn([
    vitestStep("Database tests", "database"),
    { name: "Build", command: [bin("next"), "build"] },
    { name: "Size of the voice routes", command: [bin("tsx"), ".ci/edge-size.ts"] },
    playwrightStep("Calls and pages"),
  ])),
]);
