import { finish, runStep } from "./steps";

/**
 * `npm run test:deep`: the log at its full size, and any call of any set-up for as long as one likes. CALL_SECONDS says
 * how long, ten minutes unless told; CALL_SEED and CALL_PATH, which a failure names, play its calls again.
 */
const bin = (name: string) => `node_modules/.bin/${name}`;

finish([
  runStep("A log of its full size", [bin("vitest"), "run", "--project", "deep"]),
  runStep("Build", [bin("next"), "build"]),
  runStep("Any call", [bin("playwright"), "test", "--project=voice", "any-call"], {
    report: "playwright",
    environment: {
      PLAYWRIGHT_JSON_OUTPUT_NAME: "REPORT",
      CALL_RUNS: "1000000",
      CALL_SECONDS: process.env.CALL_SECONDS || "600",
    },
  }),
]);
