import { defineConfig } from "@playwright/test";
import { browserFlags, findBrowser, stayHereFlag } from "./e2e/browser/find-browser";

const executablePath = findBrowser();

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes at the second try has found something: it fails.
  retries: 0,
  workers: 3,
  timeout: 60_000,
  // Two browsers, two apps and two databases share what may be two cores: slow is not wrong.
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : "list",
  use: {
    // Recording every step costs as much as taking it: `npx playwright test --trace=on <spec>` records one that fails.
    trace: "off",
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { args: [...browserFlags, stayHereFlag], ...(executablePath && { executablePath }) },
  },
  // What is tried again in each look, at its full size or in each kind: `npm run test:deep` asks for these alone.
  ...(process.env.DEEP ? { grep: /@deep/ } : { grepInvert: /@deep/ }),
  projects: [
    // Calls wait, for time limits above all, and browsers work: so one beside the other. A third browser on two cores was
    // measured: it makes all of them slower than it is worth.
    { name: "voice", testDir: "e2e/voice", workers: 1 },
    { name: "pages", testDir: "e2e/pages", workers: 2 },
  ],
});
