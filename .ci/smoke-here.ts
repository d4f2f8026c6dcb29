import { spawn } from "node:child_process";
import { once } from "node:events";
import { startOffice } from "@/e2e/office/start-office";
import { bin } from "./steps";

/** `npm run smoke` against the last build, as production and as a preview: whoever waits for a preview wants it to be right. */
const office = await startOffice();
try {
  const preview = await office.appOf("preview");
  const asProduction = await smoke({ SMOKE_URL: office.app.baseUrl, SMOKE_PREVIEW: "" });
  const asPreview = await smoke({ SMOKE_URL: preview.baseUrl, SMOKE_PREVIEW: "1" });
  console.log("\nNow a preview without its banner: that has to fail.");
  const withoutBanner = await smoke({ SMOKE_URL: office.app.baseUrl, SMOKE_PREVIEW: "1" });
  process.exitCode = asProduction === 0 && asPreview === 0 && withoutBanner !== 0 ? 0 : 1;
} finally {
  await office.close();
}

async function smoke(environment: Record<string, string>): Promise<number> {
  console.log(environment);
  const words = ["test", "--config", "e2e/smoke/playwright.config.ts"];
  const child = spawn(bin("playwright"), words, {
    stdio: "inherit",
    // No part of the report of whoever started this.
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: "", ...environment },
  });
  const [code] = await once(child, "close");
  return code ?? 1;
}
