import { type Correction, corrections } from "./corrections";
import { typedGrammar } from "./grammar.generated";
import type { TextRule, TypedElement } from "./grammar-types";

export interface AttributeRule {
  kind: "text" | "number" | "boolean" | "values";
  isList: boolean;
  /** What may be written, if `kind` is "values"; beyond it, further words that may be. */
  values: readonly string[];
  isOpen: boolean;
  from: number | null;
  to: number | null;
}

export interface ElementRule {
  name: string;
  text: TextRule;
  /** Name as written → rule of the element that may stand directly inside. */
  children: ReadonlyMap<string, ElementRule>;
  attributes: ReadonlyMap<string, AttributeRule>;
}

const rules = new Map<string, ElementRule & { children: Map<string, ElementRule> }>();
for (const [key, element] of Object.entries(typedGrammar.elements)) {
  rules.set(key, {
    name: element.name,
    text: element.text,
    children: new Map(),
    attributes: attributesOf(key, element),
  });
}
for (const [key, element] of Object.entries(typedGrammar.elements)) {
  for (const childKey of element.children) {
    const child = rules.get(childKey);
    if (child) rules.get(key)?.children.set(child.name, child);
  }
}

/** The rule of an element by its key in the generated grammar, which for verbs and most nouns is its name. */
export function getElementRule(key: string): ElementRule {
  const rule = rules.get(key);
  if (!rule) throw new Error(`The grammar has no element ${key}`);
  return rule;
}

/** Names of the elements that may hold an element of this name; none if TwiML has no such element. */
export function listParentNames(name: string): string[] {
  return [...rules.values()].filter((rule) => rule.children.has(name)).map((rule) => rule.name);
}

/** Every name that some element has. */
export function listElementNames(): string[] {
  return [...new Set([...rules.values()].map((rule) => rule.name))];
}

function attributesOf(key: string, element: TypedElement): Map<string, AttributeRule> {
  const attributes = new Map<string, AttributeRule>();
  for (const [name, type] of Object.entries(element.attributes)) attributes.set(name, ruleForType(type));
  for (const correction of corrections.filter((each) => each.element === key)) {
    const known = attributes.get(correction.attribute) ?? ruleForType(correction.type ?? "string");
    attributes.set(correction.attribute, corrected(known, correction));
  }
  return attributes;
}

function ruleForType(type: string): AttributeRule {
  const base = type.replace("[]", "");
  const values = typedGrammar.values[base] ?? [];
  const kind =
    base === "number" || base === "boolean"
      ? base
      : values.length > 0
        ? ("values" as const)
        : ("text" as const);
  return { kind, isList: type.endsWith("[]"), values, isOpen: false, from: null, to: null };
}

function corrected(rule: AttributeRule, correction: Correction): AttributeRule {
  return {
    ...rule,
    values: [...rule.values, ...(correction.alsoTakes ?? [])],
    isOpen: correction.isOpen ?? rule.isOpen,
    from: correction.from ?? rule.from,
    to: correction.to ?? rule.to,
  };
}
