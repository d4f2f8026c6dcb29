import type { Completion, CompletionSource } from "@codemirror/autocomplete";
import { liquid, liquidCompletionSource } from "@codemirror/lang-liquid";
import { completeFromSchema, xml } from "@codemirror/lang-xml";
import type { LanguageSupport } from "@codemirror/language";
import { allowedFilters, allowedTags } from "@/lib/template/engine";
import type { ParameterDeclaration } from "@/lib/template/types";
import { namesFor, type Shape } from "@/lib/template/value-shapes";
import { type ElementRule, getElementRule } from "@/lib/twiml/grammar/twiml-grammar";

type Declared = Pick<ParameterDeclaration, "key" | "label" | "type">;

/** TwiML with Liquid in it: what is coloured, indented and closed. */
export const twimlLanguage = (): LanguageSupport => liquid({ base: xml({ elements: [] }) });

/** Offers what can stand at a place: verbs, nouns and attributes that Twilio knows, and names that have a value. */
export function twimlCompletion(parameters: readonly Declared[]): CompletionSource {
  const names = namesFor(parameters);
  const inLiquid = liquidCompletionSource({
    variables: [...names.keys()].map((name) => completionOf(name, parameters)),
    properties: (path) => propertiesAt(names, path).map((name) => completionOf(name, parameters)),
  });
  return async (context) => {
    if (!isInLiquid(context.state.sliceDoc(0, context.pos))) return inMarkup(context);
    const found = await inLiquid(context);
    const options = found?.options.filter(isAvailable) ?? [];
    return found && options.length > 0 ? { ...found, options } : null;
  };
}

/** Whether a text ends within a placeholder or a tag of Liquid's. */
const isInLiquid = (before: string): boolean =>
  Math.max(before.lastIndexOf("{{"), before.lastIndexOf("{%")) >
  Math.max(before.lastIndexOf("}}"), before.lastIndexOf("%}"));

function completionOf(name: string, parameters: readonly Declared[]): Completion {
  const detail = parameters.find(({ key }) => key === name)?.label ?? callWords[name];
  return { label: name, type: "variable", ...(detail && { detail }) };
}

const callWords: Readonly<Record<string, string>> = {
  caller: "who calls",
  line: "the number that was called",
  firm: "your firm",
  steps: "where the call goes on",
  go: "go there now",
  menu: "to what the key chooses",
  afterDial: "if nobody takes the call",
  afterRecord: "once the message is kept",
  afterName: "once the caller's name is kept",
  extension: "to whoever has the extension that was dialled",
  directory: "finding people by name",
  chosen: "the phones of whoever the caller has chosen",
  matches: "the names that were found, each with its key",
  hasMore: "whether there are more names",
  turn: "how many have been rung before, one after another",
  round: "how often these people have been rung, or the menu read",
  recorded: "a message has been kept",
  named: "the caller has been asked for their name",
  transcribed: "a message has been written down",
};

function propertiesAt(names: ReadonlyMap<string, Shape | null>, path: readonly string[]): string[] {
  const [root = "", ...rest] = path;
  const shape = rest.reduce<Shape | null | undefined>(
    (found, name) => found?.properties.get(name) ?? found?.item,
    names.get(root),
  );
  return [...(shape?.properties.keys() ?? [])];
}

const opening = new Set(allowedTags);

/** CodeMirror knows all of Liquid; templates have a part of it. */
function isAvailable({ label, type }: Completion): boolean {
  if (type === "function") return allowedFilters.includes(label);
  if (type !== "keyword") return true;
  const tag = label.replace(/^end/, "");
  return opening.has(tag) || ["else", "elsif", "when", "empty", "forloop", "in"].includes(label);
}

const inMarkup = completeFromSchema(elementSpecs(), []);

function elementSpecs() {
  const rules = new Map<string, ElementRule>();
  const collect = (rule: ElementRule) => {
    if (rules.has(rule.name)) return;
    rules.set(rule.name, rule);
    for (const child of rule.children.values()) collect(child);
  };
  collect(getElementRule("Response"));
  return [...rules.values()].map((rule) => ({
    name: rule.name,
    top: rule.name === "Response",
    children: [...rule.children.keys()],
    attributes: [...rule.attributes].map(([name, { kind, values }]) => ({
      name,
      values: kind === "boolean" ? ["true", "false"] : [...values],
    })),
  }));
}
