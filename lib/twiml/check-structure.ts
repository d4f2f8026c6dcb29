import { didYouMean } from "./did-you-mean";
import { misplacedInResponse } from "./grammar/corrections";
import { type ElementRule, listElementNames, listParentNames } from "./grammar/twiml-grammar";
import { faultAt, type TwimlFault, tag } from "./twiml-fault";
import { listElements, ownText, type TwimlElement } from "./twiml-tree";

/** Is every element inside this one known and in its place, and is there text only where it is used? */
export function checkStructure(element: TwimlElement, rule: ElementRule): TwimlFault[] {
  const faults = listElements(element).flatMap((child) => checkPlace(child, element, rule));
  const stray = element.children.find((child) => child.kind === "text" && child.text.trim() !== "");
  if (stray && rule.text === "none") {
    faults.push(faultAt(stray, "unexpected-text", wordsForStrayText(rule)));
  }
  if (rule.text === "required" && ownText(element) === "" && listElements(element).length === 0) {
    faults.push(...checkEmptiness(element));
  }
  return faults;
}

function checkPlace(child: TwimlElement, parent: TwimlElement, rule: ElementRule): TwimlFault[] {
  if (rule.children.has(child.name)) {
    const home = parent.name === "Response" ? misplacedInResponse[child.name] : undefined;
    if (!home) return [];
    const words = `<${child.name}> only does something inside <${home}>.`;
    return [faultAt(child, "misplaced-element", words, "warning")];
  }
  const homes = listParentNames(child.name);
  if (homes.length === 0) {
    const guess =
      didYouMean(child.name, rule.children.keys(), tag) || didYouMean(child.name, listElementNames(), tag);
    return [faultAt(child, "unknown-element", `${tag(child.name)} is not something Twilio can do.${guess}`)];
  }
  const words = `<${child.name}> cannot stand inside <${parent.name}>. It belongs inside ${listed(homes)}.`;
  return [faultAt(child, "misplaced-element", words)];
}

function wordsForStrayText(rule: ElementRule): string {
  const speaks = rule.children.has("Say") ? " To have it spoken, put it inside <Say>." : "";
  return `Text directly inside <${rule.name}> does nothing.${speaks}`;
}

/** An empty <Say> says nothing, which may be meant; an empty <Number> fails. <Redirect> is checked as a URL. */
function checkEmptiness(element: TwimlElement): TwimlFault[] {
  if (element.name === "Redirect") return [];
  const isSilence = /^(Say|Sms|[a-z-]+)$/.test(element.name);
  const words = isSilence ? `<${element.name}> is empty, so nothing happens.` : `<${element.name}> is empty.`;
  return [faultAt(element, "missing-text", words, isSilence ? "warning" : "error")];
}

/** Where an element belongs; a tag for speech belongs in <Say>, and inside most others of its kind. */
function listed(homes: readonly string[]): string {
  const names = [...new Set(homes.includes("Say") ? ["Say"] : homes)];
  const tags = names.map((name) => `<${name}>`);
  return tags.length === 1 ? tags.join("") : `${tags.slice(0, -1).join(", ")} or ${tags.at(-1)}`;
}
