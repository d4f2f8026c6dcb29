import { didYouMean } from "./did-you-mean";
import type { AttributeRule } from "./grammar/twiml-grammar";
import { quote, type ValueFault } from "./twiml-fault";

/** What is wrong with the value of an attribute that takes a number, yes or no, or one of a set of words. */
export function findValueFault(value: string, rule: AttributeRule, label: string): ValueFault | null {
  if (!rule.isList) return findItemFault(value, rule, label);
  const items = value.split(/\s+/).filter((item) => item !== "");
  for (const item of items) {
    if (item.includes(",")) return error(`${label} is a list with spaces between its words, not commas.`);
    const fault = findItemFault(item, rule, label);
    if (fault) return fault;
  }
  return items.length === 0 ? error(`${label} is empty.`) : null;
}

function findItemFault(value: string, rule: AttributeRule, label: string): ValueFault | null {
  if (rule.kind === "text" || rule.values.includes(value)) return null;
  if (rule.kind === "number") {
    return isInRange(value, rule)
      ? null
      : error(`${label} must be ${wordsForRange(rule)}, not ${quote(value)}.`);
  }
  const words = rule.kind === "boolean" ? ["true", "false", ...rule.values] : rule.values;
  if (words.includes(value)) return null;
  const otherCase = words.find((word) => word.toLowerCase() === value.toLowerCase());
  if (otherCase) return warning(`${label} should be written ${otherCase}, in exactly these letters.`);
  const guess = didYouMean(value, words);
  if (rule.isOpen) return warning(`${label} is ${quote(value)}, which is not on Twilio's list.${guess}`);
  const choice = words.length <= 12 ? ` It takes ${words.slice(0, -1).join(", ")} or ${words.at(-1)}.` : "";
  return error(`${label} cannot be ${quote(value)}.${guess || choice}`);
}

function isInRange(value: string, { from, to }: AttributeRule): boolean {
  if (!/^\d{1,9}$/.test(value)) return false;
  return Number(value) >= (from ?? 0) && Number(value) <= (to ?? Number.POSITIVE_INFINITY);
}

function wordsForRange({ from, to, values }: AttributeRule): string {
  const other = values.length > 0 ? `, or ${values.join(" or ")}` : "";
  if (to !== null) return `a whole number from ${from ?? 0} to ${to}${other}`;
  return `a whole number${from === null ? "" : `, ${from} or more`}${other}`;
}

function error(words: string): ValueFault {
  return { code: "wrong-value", words, severity: "error" };
}

function warning(words: string): ValueFault {
  return { code: "unlisted-value", words, severity: "warning" };
}
