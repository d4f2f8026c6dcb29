/**
 * Derives the grammar of voice TwiML from the twilio package that is installed: what may stand inside what, and which
 * attributes each element takes. Run it after every upgrade of that package; a test fails until then.
 *
 *     npx tsx lib/twiml/grammar/generate.ts
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import VoiceResponse from "twilio/lib/twiml/VoiceResponse";
import type { TypedElement, TypedGrammar } from "./grammar-types";
import { readTypings, type TypedMethod, type Typings } from "./read-typings";

const ROOT = "VoiceResponse";
const require = createRequire(import.meta.url);

/** The generated files: name → content, formatted. */
export function generateGrammar(): Record<string, string> {
  const declarations = require.resolve("twilio/lib/twiml/VoiceResponse").replace(/\.js$/, ".d.ts");
  const typings = readTypings(readFileSync(declarations, "utf8"));
  const { SayVoice, ...values } = Object.fromEntries(sorted(typings.values));
  const grammar: TypedGrammar = { values, elements: elementsOf(typings) };
  return {
    "grammar.generated.ts": formatted(
      `${HEADER}import type { TypedGrammar } from "./grammar-types";\n\nexport const typedGrammar: TypedGrammar = ${JSON.stringify(grammar)};`,
    ),
    // Apart, because the list is long and only good for a warning.
    "voices.generated.ts": formatted(
      `${HEADER}export const sayVoices: readonly string[] = ${JSON.stringify(SayVoice)};`,
    ),
  };
}

const HEADER = "// Written by generate.ts from the typings of the twilio package. Change that instead.\n";

function elementsOf(typings: Typings): Record<string, TypedElement> {
  const elements: Record<string, TypedElement> = {};
  for (const [className, methods] of sorted(typings.classes)) {
    for (const method of methods) {
      const found = elementFor(typings, className, method);
      const known = elements[method.returns];
      if (known && JSON.stringify(known) !== JSON.stringify(found)) {
        throw new Error(`${method.returns} is added in two different ways`);
      }
      elements[method.returns] = found;
    }
  }
  const root = typings.classes.get(ROOT) ?? [];
  elements.Response = { name: "Response", text: "none", children: childrenOf(root), attributes: {} };
  return Object.fromEntries(Object.entries(elements).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function elementFor(typings: Typings, className: string, method: TypedMethod): TypedElement {
  return {
    name: nameGivenBy(className, method.name),
    text: method.text,
    children: childrenOf(typings.classes.get(method.returns) ?? []),
    attributes: Object.fromEntries(
      sorted(typings.attributes.get(`${method.returns}Attributes`) ?? new Map()),
    ),
  };
}

function childrenOf(methods: readonly TypedMethod[]): string[] {
  return methods.map((method) => method.returns).sort();
}

/** The typings hide that `sayAs()` writes <say-as> and `uri()` <Uri>: the builder itself is asked. */
function nameGivenBy(className: string, method: string): string {
  type Builder = Record<string, (attributes: object, text: string) => { toString(): string }>;
  const root = new VoiceResponse();
  const classes = VoiceResponse as unknown as Record<string, new (element: unknown) => unknown>;
  const Parent = classes[className];
  const parent =
    className === ROOT || !Parent ? root : new Parent((root as unknown as { response: unknown }).response);
  const [, name] = /<Response><([\w-]+)/.exec(String((parent as Builder)[method]?.({}, "text"))) ?? [];
  if (!name) throw new Error(`${className}.${method}() added nothing`);
  return name;
}

function sorted<Value>(map: Map<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function formatted(code: string): string {
  const biome = require.resolve("@biomejs/biome/bin/biome");
  return execFileSync(
    process.execPath,
    [biome, "format", "--stdin-file-path=lib/twiml/grammar/generated.ts"],
    {
      input: code,
      encoding: "utf8",
    },
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, content] of Object.entries(generateGrammar())) {
    writeFileSync(new URL(name, import.meta.url), content);
    console.info(`wrote ${name}`);
  }
}
