import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import VoiceResponse from "twilio/lib/twiml/VoiceResponse";
import { describe, expect, test } from "vitest";
import { checkTwiml } from "./check-twiml";
import { readTypings } from "./grammar/read-typings";
import { interpretTwiml } from "./interpret-twiml";

// The typings are read anew, so that what is built does not depend on the grammar that it is checked against.
const declarations = createRequire(import.meta.url)
  .resolve("twilio/lib/twiml/VoiceResponse")
  .replace(/\.js$/, ".d.ts");
const typings = readTypings(readFileSync(declarations, "utf8"));

type Attributes = Record<string, unknown>;
type Builder = Record<string, (attributes: Attributes, text?: string) => Builder>;

const TEXTS: Record<string, string> = {
  ...{ Dial: "+14155550101", Number: "+14155550101", WhatsApp: "+14155550101", Client: "ana" },
  ...{ Sip: "sip:a@example.com", SipUri: "sip:a@example.com", ReferSip: "sip:a@example.com" },
  ...{ Play: "https://example.com/a.mp3", Redirect: "https://example.com/next" },
};
const NUMBERS: Record<string, number> = {
  ...{ machineDetectionTimeout: 30, machineDetectionSpeechThreshold: 2400 },
  ...{ machineDetectionSpeechEndThreshold: 1200, machineDetectionSilenceTimeout: 5000 },
};
const WORDS: Record<string, string> = {
  ...{ finishOnKey: "#", digits: "ww12", sendDigits: "ww12", from: "+14155550101", to: "+14155550102" },
  callerId: "+14155550101",
};

/** Values for one attribute: every one of a set, both of yes and no, one of anything else. */
function valuesFor(className: string, name: string, type: string): unknown[] {
  const values = typings.values.get(type.replace("[]", ""));
  if (type === "number[]") return [[1, 2, 3]];
  if (values) return type.endsWith("[]") ? [values, values.slice(0, 1)] : values.slice(0, 60);
  if (type === "boolean") return [true, false];
  if (type === "number") return [NUMBERS[name] ?? 10];
  if (name === "url" && /^(Stream|ConversationRelay)$/.test(className)) return ["wss://example.com/socket"];
  if (/^(action|url)$|(Url|Callback)$/.test(name)) return ["https://example.com/next?a=1&b=2"];
  return /^method$|Method$/.test(name) ? ["GET", "POST"] : [WORDS[name] ?? "something"];
}

/** How to come to an element: the methods from the response down, each class once. */
function listPaths(
  className = "VoiceResponse",
  path: string[] = [],
  seen = new Set<string>(),
): [string, string[]][] {
  return (typings.classes.get(className) ?? []).flatMap((method): [string, string[]][] => {
    const here = [...path, method.name];
    const key = `${className}.${method.name}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [[method.returns, here], ...listPaths(method.returns, here, seen)];
  });
}

/** A document with one element at the end of a path; those above it have no text where they can do without. */
function build(path: readonly string[], attributes: Attributes): string {
  const response = new VoiceResponse();
  let parent = response as unknown as Builder;
  let className = "VoiceResponse";
  path.forEach((name, index) => {
    const isLast = index === path.length - 1;
    const method = typings.classes.get(className)?.find((each) => each.name === name);
    className = method?.returns ?? "";
    const needsText = method?.text === "required" || (isLast && method?.text === "optional");
    const above: Attributes = {};
    const text = needsText ? (TEXTS[className] ?? "something") : undefined;
    parent = parent[name]?.(isLast ? attributes : above, text) ?? parent;
  });
  return response.toString();
}

function errorsIn(xml: string): string[] {
  return checkTwiml(xml)
    .filter(({ severity }) => severity === "error")
    .map(({ message }) => message);
}

describe("whatever the builder of the twilio package writes is no error", () => {
  test.each(listPaths().map(([className, path]) => [path.join(" > "), className, path] as const))(
    "%s",
    (_name, className, path) => {
      expect(errorsIn(build(path, {}))).toEqual([]);
      for (const [name, type] of typings.attributes.get(`${className}Attributes`) ?? []) {
        for (const value of valuesFor(className, name, type)) {
          const xml = build(path, { [name]: value });
          expect(errorsIn(xml), xml).toEqual([]);
        }
      }
    },
  );

  test("every verb, noun and speech tag is among them", () => {
    const reached = new Set(listPaths().map(([className]) => className));
    expect(
      [...typings.classes.keys()].filter((name) => name !== "VoiceResponse" && !reached.has(name)),
    ).toEqual([]);
    expect(reached.size).toBeGreaterThan(50);
  });

  test("all attributes of an element at once", () => {
    for (const [className, path] of listPaths()) {
      const types = [...(typings.attributes.get(`${className}Attributes`) ?? [])];
      const xml = build(
        path,
        Object.fromEntries(types.map(([name, type]) => [name, valuesFor(className, name, type)[0]])),
      );
      expect(errorsIn(xml), xml).toEqual([]);
    }
  });
});

describe("whatever the builder writes can be interpreted", () => {
  test.each((typings.classes.get("VoiceResponse") ?? []).map((method) => [method.name] as const))(
    "%s",
    (verb) => {
      const { steps, fault } = interpretTwiml(build([verb], {}));
      expect(fault).toBeNull();
      // The builder offers two nouns as verbs; Twilio passes over them.
      const isVerb = verb !== "prompt" && verb !== "queue";
      const kinds = steps
        .filter((step) => step.kind !== "hangup" || !step.isEndOfDocument)
        .map(({ line }) => line);
      expect(kinds).toHaveLength(isVerb ? 1 : 0);
    },
  );
});
