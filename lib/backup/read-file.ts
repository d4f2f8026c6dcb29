import { type ParseError, parse } from "jsonc-parser";
import type { z } from "zod";
import { type Fault, mostFaults, type Read } from "./fault";
import { fileFormat, fileVersion, type SetUpFile, setUpSchema } from "./set-up";
import { sharedKeys } from "./shared-keys";

/** How deep lists and objects may lie in one another: our own files need nine. */
const mostLevels = 20;

/** All but the sounds is written in one request to the database, which has 10 MB at most with all that it adds. */
const mostCharacters = 3_000_000;

/** Reads a file as far as it can be judged by itself. Never throws. */
export function readFile(text: string): Read<SetUpFile> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { faults: [{ path: [], message: "This file is no JSON, or has been cut off." }] };
  }
  const known = whatItIs(json) ?? unfitTexts(json);
  if (known) return { faults: [known] };
  const parsed = setUpSchema.safeParse(json, { error: inPlainWords });
  if (!parsed.success) {
    const faults = parsed.error.issues.slice(0, mostFaults).flatMap(({ path, message, ...issue }) => {
      const place = path.map((step) => (typeof step === "number" ? step : String(step)));
      if (issue.code !== "unrecognized_keys") return [{ path: place, message }];
      return issue.keys.map((key) => unknownKey([...place, key]));
    });
    return { faults };
  }
  const soundCharacters = parsed.data.sounds.reduce((sum, { bytes = "" }) => sum + bytes.length, 0);
  if (text.length - soundCharacters > mostCharacters) {
    return { faults: [{ path: [], message: "This file holds more than 3 MB besides its sounds." }] };
  }
  const faults = [...strippedKeys(json, parsed.data), ...sharedKeys(parsed.data)].slice(0, mostFaults);
  return faults.length > 0 ? { faults } : { value: parsed.data };
}

/** Where the text stops being JSON, counted in characters; null if that cannot be told. */
export function syntaxFaultAt(text: string): number | null {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // Brackets within brackets without end.
    return null;
  }
  return errors[0]?.offset ?? null;
}

const wanted: Readonly<Record<string, string>> = {
  string: "a text in quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list in [ ]",
  object: "a group in { }",
  record: "a group in { }",
};

/** For whatever the schemas have no words of their own. */
function inPlainWords(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_type") {
    if (issue.input === undefined) return "This is missing.";
    return `Here belongs ${wanted[issue.expected] ?? "something else"}.`;
  }
  if (issue.code === "invalid_value") return `Here belongs one of: ${issue.values.join(", ")}.`;
  return "This is not as it should be.";
}

const unknownKey = (path: Fault["path"]): Fault => ({
  path,
  message: `Switchboard knows no “${String(path.at(-1)).slice(0, 60)}” here.`,
});

/** Said before all else: of another kind of file every line would be wrong. */
function whatItIs(json: unknown): Fault | null {
  const file = typeof json === "object" && json !== null ? (json as Record<string, unknown>) : {};
  if (file.format !== fileFormat) {
    return { path: [], message: "This is no backup of Switchboard. One begins with its format and version." };
  }
  if (file.version === fileVersion) return null;
  const isNewer = typeof file.version === "number" && file.version > fileVersion;
  return {
    path: ["version"],
    message: isNewer
      ? `This file is of version ${file.version}, from a newer Switchboard. This one reads version ${fileVersion}: update it first.`
      : `This one reads version ${fileVersion} of the file.`,
  };
}

/** What Postgres cannot keep in a text, and what is nested without end. Goes without recursion: the depth is what is asked. */
function unfitTexts(json: unknown): Fault | null {
  const waiting: { value: unknown; path: (string | number)[] }[] = [{ value: json, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (path.length > mostLevels) return { path: path.slice(0, 3), message: "This is nested too deeply." };
    if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed())) {
      return { path, message: "This text holds characters that cannot be kept." };
    }
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      // zod would pass over it.
      if (key === "__proto__") return unknownKey([...path, key]);
      waiting.push({ value: inner, path: [...path, Array.isArray(value) ? Number(key) : key] });
    }
  }
  return null;
}

/** The schemas of forms leave out what they do not know; a file should be told of it. */
function strippedKeys(given: unknown, read: unknown, path: (string | number)[] = []): Fault[] {
  if (typeof given !== "object" || given === null || typeof read !== "object" || read === null) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    const here = [...path, Array.isArray(given) ? Number(key) : key];
    if (!Object.hasOwn(read, key)) return [unknownKey(here)];
    return strippedKeys(value, (read as Record<string, unknown>)[key], here);
  });
}
