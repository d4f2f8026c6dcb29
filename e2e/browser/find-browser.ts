import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** Where Chrome and Chromium are found on Linux, macOS and Windows. */
const knownPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser that the tests drive: CHROMIUM_PATH, an installed one, or the one Playwright has fetched. */
export function findBrowser(): string | null {
  const candidates = [process.env.CHROMIUM_PATH, ...knownPaths, chromium.executablePath()];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

const run = (command: string, args: string[]) => spawnSync(command, args, { stdio: "inherit" }).status === 0;

/**
 * Finds a browser or installs one: Playwright's own, failing that Debian's package.
 *
 * @throws when there is none and neither can be installed, saying what to do.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.log("No Chrome or Chromium found; installing one for the tests.");
  if (run("npx", ["playwright", "install", "chromium"])) {
    const installed = findBrowser();
    if (installed) return installed;
  }
  if (existsSync("/usr/bin/apt-get")) {
    const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
    const apt = (...args: string[]) =>
      execFileSync("env", [...asRoot, "apt-get", ...args], { stdio: "inherit" });
    apt("update", "-qq");
    apt("install", "-y", "-qq", "chromium");
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error("The tests need Chrome or Chromium: install one, or name it in CHROMIUM_PATH.");
}

/**
 * A second list replaces Playwright's, so what of that touches pages is here too. The last three are pages of the
 * browser's own, for its address bar: nobody sees them here, and at each step of a test they take as long as ours.
 */
const disabledFeatures = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
];

/** A container runs as root, where Chromium's own sandbox refuses to start. */
export const browserFlags = [
  "--disable-gpu",
  // Pages live for seconds here: optimising their scripts, drawing with several threads, and a process for a graphics
  // card that is not there, take a fifth of the time of all tests and give nothing back.
  "--js-flags=--max-optimized-bytecode-size=0 --min-semi-space-size=64",
  "--disable-gpu-rasterization",
  "--num-raster-threads=1",
  "--in-process-gpu",
  "--disable-background-networking",
  // A microphone that beeps, for whoever is allowed one.
  "--use-fake-device-for-media-stream",
  `--disable-features=${disabledFeatures.join(",")}`,
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** For the tests: whatever a page names beyond this machine is not found, unless the test answers in its place. */
export const stayHereFlag = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";
