import type { Position } from "./twiml-fault";

export interface TwimlAttribute extends Position {
  name: string;
  /** As XML reads it: entities resolved, line breaks turned into spaces. */
  value: string;
}

export interface TwimlText extends Position {
  kind: "text";
  text: string;
}

export interface TwimlElement extends Position {
  kind: "element";
  name: string;
  attributes: ReadonlyMap<string, TwimlAttribute>;
  children: readonly TwimlNode[];
  /** Length of what stands between the tags, as written, in UTF-16 code units. */
  innerLength: number;
}

export type TwimlNode = TwimlElement | TwimlText;

/** The value of an attribute without the spaces around it, or null where there is no such attribute. */
export function findAttribute(element: TwimlElement, name: string): string | null {
  return element.attributes.get(name)?.value.trim() ?? null;
}

export function listElements(element: TwimlElement): TwimlElement[] {
  return element.children.filter((child) => child.kind === "element");
}

/** The words directly inside an element, spaces around them removed: a number, a URL, a name. */
export function ownText(element: TwimlElement): string {
  return element.children
    .map((child) => (child.kind === "text" ? child.text : ""))
    .join("")
    .trim();
}

/** Every word inside, those in nested elements too, in one line: what a voice would speak. */
export function spokenText(element: TwimlElement): string {
  return wordsIn(element).replace(/\s+/g, " ").trim();
}

function wordsIn(element: TwimlElement): string {
  return element.children
    .map((child) => (child.kind === "text" ? child.text : ` ${wordsIn(child)} `))
    .join("");
}
