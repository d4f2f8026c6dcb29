import { checkAttributes } from "./check-attributes";
import { checkDial, checkTarget } from "./check-dial";
import { checkFlow } from "./check-flow";
import { checkSay } from "./check-say";
import { checkStructure } from "./check-structure";
import { type ElementRule, getElementRule } from "./grammar/twiml-grammar";
import { parseTwiml } from "./parse-twiml";
import { faultAt, type TwimlFault } from "./twiml-fault";
import { findAttribute, listElements, ownText, type TwimlElement } from "./twiml-tree";
import { findUrlFault, type UrlOptions } from "./url-rule";

export type CheckTwimlOptions = UrlOptions;

/**
 * Everything that is wrong with a TwiML document for voice, in the order of the text; an empty list if nothing is.
 * Errors keep it from working as written, warnings do not. XML that cannot be read has that one fault. Never throws.
 */
export function checkTwiml(xml: string, options: CheckTwimlOptions = {}): TwimlFault[] {
  const parsed = parseTwiml(xml);
  if (!parsed.root) return [parsed.fault];
  const { root, encoding } = parsed;
  const faults = [...checkElement(root, getElementRule("Response"), options), ...checkFlow(root)];
  if (encoding !== null && !/^utf-?8$/i.test(encoding)) {
    const words = `The text is sent as UTF-8, not as ${encoding}: accented letters would come out wrong. Write encoding="UTF-8".`;
    faults.push(faultAt({ line: 1, column: 1 }, "encoding", words, "warning"));
  }
  return faults.sort((a, b) => a.line - b.line || a.column - b.column);
}

function checkElement(element: TwimlElement, rule: ElementRule, options: UrlOptions): TwimlFault[] {
  const faults = [
    ...checkStructure(element, rule),
    ...checkAttributes(element, rule, options),
    ...checkMeaning(element, options),
  ];
  for (const child of listElements(element)) {
    const childRule = rule.children.get(child.name);
    // What is unknown or stands in the wrong place is one fault, whatever is inside it.
    if (childRule) faults.push(...checkElement(child, childRule, options));
  }
  return faults;
}

/** What the grammar cannot say of an element. */
function checkMeaning(element: TwimlElement, options: UrlOptions): TwimlFault[] {
  switch (element.name) {
    case "Say":
      return checkSay(element);
    case "Dial":
      return checkDial(element);
    case "Play":
    case "Redirect":
      return checkAddress(element, options);
    default:
      return checkTarget(element);
  }
}

/** <Play> may send keys instead of fetching a sound: "TwiML Voice: <Play>". */
function checkAddress(element: TwimlElement, options: UrlOptions): TwimlFault[] {
  const url = ownText(element);
  if (url === "" && element.name === "Play" && findAttribute(element, "digits")) return [];
  const fault = findUrlFault(url, { element: element.name, attribute: null }, options);
  return fault ? [faultAt(element, fault.code, fault.words, fault.severity)] : [];
}
