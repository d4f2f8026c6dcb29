import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { asc, desc, isNotNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  actions,
  configurations,
  greetings,
  people,
  phoneNumbers,
  schedules,
  templates,
  voicemails,
} from "@/db/schema";
import { waitUntilAlive } from "../pages/alive";
import { withShowOffice } from "./show-office";

/** `npm run screenshots`: the main pages of the demo office, wide and narrow, light and dark, in docs/screenshots. */

const folder = "docs/screenshots";
const screens = [
  { name: "wide", width: 1280, height: 900 },
  { name: "narrow", width: 390, height: 844 },
] as const;

/** The main pages, each under the name of its picture. */
async function pagesOf(db: Database): Promise<Record<string, string>> {
  const idOf = async (table: typeof schedules | typeof actions | typeof configurations | typeof people) => {
    const [first] = await db.select({ id: table.id }).from(table).orderBy(asc(table.name)).limit(1);
    return first?.id;
  };
  const [number] = await db
    .select({ id: phoneNumbers.id, number: phoneNumbers.number })
    .from(phoneNumbers)
    .orderBy(asc(phoneNumbers.friendlyName))
    .limit(1);
  const [template] = await db
    .select({ id: templates.id })
    .from(templates)
    .where(isNotNull(templates.builtInKey))
    .orderBy(asc(templates.builtInKey))
    .limit(1);
  const [voicemail] = await db
    .select({ id: voicemails.id, callSid: voicemails.callSid })
    .from(voicemails)
    .orderBy(desc(voicemails.leftAt))
    .limit(1);
  const [greeting] = await db.select({ id: greetings.id }).from(greetings).limit(1);
  return {
    today: "/",
    calls: "/calls",
    call: `/calls/${voicemail?.callSid}`,
    reports: "/reports",
    greetings: "/greetings",
    greeting: greeting ? `/greetings/${greeting.id}` : "/greetings/new",
    "phone-numbers": "/phone-numbers",
    "phone-number": `/phone-numbers/${number?.id}`,
    configurations: "/configurations",
    configuration: `/configurations/${await idOf(configurations)}`,
    schedules: "/schedules",
    schedule: `/schedules/${await idOf(schedules)}`,
    actions: "/actions",
    action: `/actions/${await idOf(actions)}`,
    templates: "/templates",
    template: `/templates/${template?.id}`,
    people: "/people",
    person: `/people/${await idOf(people)}`,
    "known-callers": "/known-callers",
    "blocked-callers": "/blocked-callers",
    team: "/team",
    profile: "/profile",
    activity: "/activity",
    settings: "/settings",
    // In the middle of a working day, whenever the pictures are made.
    try: `/try?${new URLSearchParams({ number: number?.number ?? "", date: "2027-03-02", time: "11:00" })}`,
    voicemails: "/voicemails",
    voicemail: `/voicemails/${voicemail?.id}`,
    "check-up": "/health",
    backup: "/backup",
    "caller-data": "/caller-data",
  };
}

async function main() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await withShowOffice(async ({ baseUrl, db, context }) => {
    const pages = await pagesOf(db);
    const page = await context.newPage();
    // tsx names the functions that it compiles, by a helper that a page does not have.
    await page.addInitScript({ content: "globalThis.__name = (value) => value;" });
    waitUntilAlive(page);
    for (const { name: screen, width, height } of screens) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const [name, path] of Object.entries(pages)) {
          await page.goto(`${baseUrl}${path}`);
          await page.getByRole("heading", { level: 1 }).waitFor();
          await page.evaluate(() => document.fonts.ready);
          await page.screenshot({ path: join(folder, `${name}-${screen}-${colorScheme}.png`) });
        }
      }
    }
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
