import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Nothing asks Twilio for anything but by what these answer: its REST API, and the sounds that it keeps. */
const doors = ["lib/twilio/rest/connection.ts", "lib/twilio/recording-sound.ts"];

/** What a file brings in to be run, and not only for its types. */
const imported = /^(?:import|export)\s(?!type\b)(?:[^;"]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;

function resolve(from: string, to: string): string | null {
  if (!/^(@\/|\.)/.test(to)) return null;
  const path = to.startsWith("@/") ? to.slice(2) : join(dirname(from), to);
  return [path, `${path}.ts`, `${path}.tsx`].find((file) => /\.tsx?$/.test(file) && existsSync(file)) ?? null;
}

const known = new Map<string, { isForBrowsers: boolean; imports: string[] }>();

function read(file: string) {
  const found = known.get(file);
  if (found) return found;
  const text = readFileSync(file, "utf8");
  const imports = [...text.matchAll(imported)].flatMap(([, still = "", later = ""]) => {
    const path = resolve(file, still || later);
    return path === null ? [] : [path];
  });
  const one = { isForBrowsers: /^"use (server|client)"/.test(text), imports };
  known.set(file, one);
  return one;
}

/**
 * Whether a file of the app can come to ask Twilio something, by way of whatever it imports. What a page imports for
 * browsers, scripts and mutations, is asked by them and not by the page.
 */
export function canAskTwilio(file: string): boolean {
  const seen = new Set<string>([file]);
  for (const path of seen) {
    if (doors.includes(path)) return true;
    const { isForBrowsers, imports } = read(path);
    if (path !== file && isForBrowsers) continue;
    for (const next of imports) seen.add(next);
  }
  return false;
}

/** Mutations that stand in one file with others that ask Twilio, and have nothing to ask of it themselves. */
export const mutationsBeside: readonly string[] = [
  "app/(office)/phone-numbers/mutations.ts addExampleNumber",
  "app/(office)/phone-numbers/mutations.ts deleteNumber",
  "app/(office)/phone-numbers/mutations.ts saveNumber",
  "app/(office)/voicemails/mutations.ts archiveVoicemail",
  "app/(office)/voicemails/mutations.ts markVoicemail",
  "app/(office)/voicemails/mutations.ts restoreVoicemail",
  "app/(office)/voicemails/mutations.ts saveVoicemail",
];

/** Pages that look whether there is a connection at all, to offer a call or to say why there can be none. */
export const pagesThatLook: readonly string[] = [
  "/calls/[sid]",
  "/greetings/[id]",
  "/greetings/new",
  "/voicemails/[id]",
];
