import type { TextRule } from "./grammar-types";

export interface TypedMethod {
  name: string;
  /** The class that it returns: the element that it adds. */
  returns: string;
  text: TextRule;
}

export interface Typings {
  values: Map<string, string[]>;
  /** Interface `DialAttributes` → attribute → type as written. */
  attributes: Map<string, Map<string, string>>;
  classes: Map<string, TypedMethod[]>;
}

const VALUES = /^type (\w+) = (.+);$/;
const INTERFACE = /^export interface (\w+) \{$/;
const CLASS = /^(?:export|declare) class (\w+) extends TwiML \{$/;
const ATTRIBUTE = /^"?([\w:-]+)"?\?: ([\w[\]]+);$/;
const METHOD = /^(\w+)\((.*)\): VoiceResponse\.(\w+);$/;
const OF_NO_INTEREST = [
  /^import .+;$/,
  /^declare namespace VoiceResponse \{$/,
  /^export (\{\}|= VoiceResponse);$/,
  /^constructor\(.*\);$/,
  /^\w+: XMLElement;$/,
  /^\w+\(comment: string\): XMLElement;$/,
];

/**
 * Reads the typings of the twilio package's VoiceResponse, one declaration a line. It throws on a line of any other
 * shape, so that a new release which is written differently is noticed rather than half read.
 */
export function readTypings(source: string): Typings {
  const typings: Typings = { values: new Map(), attributes: new Map(), classes: new Map() };
  let attributes: Map<string, string> | null = null;
  let methods: TypedMethod[] | null = null;

  for (const line of linesOf(source)) {
    const [, valuesName, union] = VALUES.exec(line) ?? [];
    const [, interfaceName] = INTERFACE.exec(line) ?? [];
    const [, className] = CLASS.exec(line) ?? [];
    const [, attribute, type] = ATTRIBUTE.exec(line) ?? [];
    const [, method, parameters, returns] = METHOD.exec(line) ?? [];

    if (valuesName && union) typings.values.set(valuesName, valuesOf(union));
    else if (interfaceName) attributes = entryFor(typings.attributes, interfaceName, () => new Map());
    else if (className) methods = entryFor(typings.classes, className, () => []);
    else if (line === "}") attributes = methods = null;
    else if (attributes && attribute && type) attributes.set(attribute, type);
    else if (methods && method && returns) addMethod(methods, method, parameters ?? "", returns);
    else if (!OF_NO_INTEREST.some((shape) => shape.test(line))) throw new Error(`Cannot read: ${line}`);
  }
  return typings;
}

function linesOf(source: string): string[] {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function valuesOf(union: string): string[] {
  return union.split(" | ").map((value) => JSON.parse(value) as string);
}

function entryFor<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** Overloads agree on the text but for its place: `say(message)`, `say(attributes, message)`. */
function addMethod(methods: TypedMethod[], name: string, parameters: string, returns: string): void {
  if (methods.some((method) => method.name === name)) return;
  const [, optional] = /\b\w+(\??): string\b/.exec(parameters) ?? [];
  methods.push({ name, returns, text: optional === undefined ? "none" : optional ? "optional" : "required" });
}
