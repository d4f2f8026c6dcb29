import { defineConfig } from "@playwright/test";
import { browserFlags, findBrowser } from "../browser/find-browser";
import { bypassHeaders, smokeOrigin } from "./deployment";

const executablePath = findBrowser();

/** `npm run smoke`: a few questions to a deployment that is up, in a real browser. It changes nothing there. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/smoke",
  forbidOnly: true,
  // A deployment may start cold.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    baseURL: smokeOrigin() ?? "",
    extraHTTPHeaders: bypassHeaders(),
    launchOptions: { args: browserFlags, ...(executablePath && { executablePath }) },
  },
});
