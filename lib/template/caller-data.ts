import { AssignTag, CaptureTag, ForTag, Output, type Template } from "liquidjs";
import type { Place } from "./place";
import { everyTemplate, localNames, pathsOf, rootOf } from "./template-paths";

/**
 * The names through which something that the caller's side sent can come: `caller`, and whatever a template makes of
 * it. By name alone and wherever it is set, so one name never stands for both.
 */
export function namesWithCallerData(templates: readonly Template[]): ReadonlySet<string> {
  const sources = new Map<string, Set<string>>();
  for (const template of everyTemplate(templates)) {
    for (const name of namesSetBy(template)) {
      const roots = sources.get(name) ?? new Set();
      sources.set(name, roots);
      for (const root of rootsFrom(template)) roots.add(root);
    }
  }

  const withCallerData = new Set(["caller"]);
  let size = 0;
  while (size < withCallerData.size) {
    size = withCallerData.size;
    for (const [name, roots] of sources) {
      if ([...roots].some((root) => withCallerData.has(root))) withCallerData.add(name);
    }
  }
  return withCallerData;
}

function namesSetBy(template: Template): readonly string[] {
  return template instanceof ForTag ? [template.variable] : localNames(template);
}

function* rootsFrom(template: Template): Generator<string> {
  if (template instanceof AssignTag || template instanceof ForTag) {
    for (const path of pathsOf(template)) yield rootOf(path) ?? "";
  }
  if (template instanceof CaptureTag) {
    for (const inner of everyTemplate(template.templates)) {
      if (inner instanceof Output) for (const path of pathsOf(inner)) yield rootOf(path) ?? "";
    }
  }
}

/**
 * Whether what the caller's side sent may be printed at a place: where it is spoken, where it is the text of a message,
 * or handed on as a `<Parameter>`. Everywhere else it could choose a number, a URL or a setting.
 */
export function mayHoldCallerData({ kind, path, attribute }: Place): boolean {
  const element = path.at(-1) ?? "";
  if (kind === "capture") return true;
  if (kind === "attribute") return element === "Parameter" && attribute === "value";
  const isSpoken = element === "Say" || (path.includes("Say") && speechMarkup.has(element));
  return isSpoken || element === "Message" || element === "Body" || element === "Sms";
}

/** Elements of speech (SSML) that `<Say>` can hold. Source: Twilio, "TwiML Voice: Say", SSML. */
const speechMarkup = new Set(["emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"]);
