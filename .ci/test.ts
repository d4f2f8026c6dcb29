import { ensureBrowser } from "@/e2e/browser/find-browser";
import { sourceSteps, unitSteps, vitestStep, writeRouteTypes } from "./fast-steps";
import { finish, runInTurn, runInTwos } from "./steps";

/** `npm test`: everything, from format to browser, with one build. */
process.env.CHROMIUM_PATH = ensureBrowser();

const bin = (name: string) => `node_modules/.bin/${name}`;

finish([
  ...(await writeRouteTypes()),
  // The build writes the routes' types again, so what reads them comes before it.
  ...(await runInTwos([...unitSteps, ...sourceSteps])),
  ...(await runInTurn([
    vitestStep("Database tests", "database"),
    { name: "Build", command: [bin("next"), "build"] },
    { name: "Size of the voice routes", command: [bin("tsx"), ".ci/edge-size.ts"] },
    {
      name: "Calls and pages",
      command: [bin("playwright"), "test"],
      options: { report: "playwright", environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: "REPORT" } },
    },
  ])),
]);
