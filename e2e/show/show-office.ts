import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright";
import type { Database } from "@/db/client";
import { staffUsers } from "@/db/schema";
import { seedIfEmpty } from "@/db/seed/seed-if-empty";
import { browserFlags, ensureBrowser } from "../browser/find-browser";
import { startOffice } from "../office/start-office";
import { playCalls } from "./play-calls";

/** The demo office in the built app, and a browser in which its owner is signed in. */
export interface ShowOffice {
  baseUrl: string;
  db: Database;
  context: BrowserContext;
  /** Where other tools reach the same browser, by the Chrome DevTools Protocol. */
  debuggingPort: number;
}

const debuggingPort = 9377;
const owner = { email: "owner@alder-finch.example", password: "for showing the office alone" };

/** Starts it all, does the work, and stops it all again. `next build` comes first. */
export async function withShowOffice(work: (show: ShowOffice) => Promise<void>): Promise<void> {
  const executablePath = ensureBrowser();
  const profile = mkdtempSync(join(tmpdir(), "switchboard-show-"));
  const office = await startOffice();
  try {
    // The tests' office has an owner, and only one that nobody has used is filled.
    await office.db.delete(staffUsers);
    const now = new Date();
    await seedIfEmpty(office.db, owner, now.getFullYear());
    await playCalls(office, now);
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      args: [...browserFlags, `--remote-debugging-port=${debuggingPort}`],
    });
    try {
      await signIn(context, office.app.baseUrl);
      await work({ baseUrl: office.app.baseUrl, db: office.db, context, debuggingPort });
    } finally {
      await context.close();
    }
  } finally {
    await office.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function signIn(context: BrowserContext, baseUrl: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${baseUrl}/sign-in`);
  await page.getByLabel("E-mail address").fill(owner.email);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Today", exact: true }).waitFor();
  await page.close();
}
