import { LiquidError } from "liquidjs";
import { allowedFilters, allowedTags } from "./engine";
import { positionOf, startOfText, TemplateFault, type TemplateFaultCode } from "./template-fault";

/** What LiquidJS says, and what to tell whoever wrote the template. */
const meanings: readonly [RegExp, TemplateFaultCode, (...found: string[]) => string][] = [
  [/^tag "([^"]*)" not found/, "not-available", (tag) => unavailableTag(tag ?? "")],
  [
    /^undefined filter: (.*)/,
    "not-available",
    (filter) =>
      `Templates do not have the filter “${filter}”. There are: ${[...allowedFilters].sort().join(", ")}.`,
  ],
  [
    /^undefined variable: (.*)/,
    "missing-value",
    (name) => `“${name}” has no value here. Ask with {% if %} whether there is one before printing it.`,
  ],
  [/^output .* not closed/, "syntax", () => "This {{ is not closed with }}."],
  [/^tag "\{%.* not closed/, "syntax", () => "This {% is not closed with %}."],
  [
    /^tag \{%-?\s*(\w+).* not closed/s,
    "syntax",
    (tag) => `This {% ${tag} %} is not closed with {% end${tag} %}.`,
  ],
  [/^raw .* not closed/, "not-available", () => unavailableTag("raw")],
  [
    /^expected "\|" before filter/,
    "syntax",
    () => "What follows the value here cannot be read: a filter begins with |.",
  ],
  [/^invalid value expression/, "syntax", () => "A value is missing here."],
  [/^illegal tag: (.*)/s, "syntax", (tag) => `${tag} cannot be read.`],
  [
    /^(memory alloc|template render) limit/,
    "too-much-work",
    () => "The template makes too much work: a loop or a text grows too long.",
  ],
];

function unavailableTag(tag: string): string {
  if (/^(end|else|elsif|when)/.test(tag)) {
    return `This {% ${tag} %} stands alone: nothing that it belongs to is open.`;
  }
  return `Templates do not have the tag {% ${tag} %}. There are: ${allowedTags.join(", ")}.`;
}

/** The fault behind anything that LiquidJS throws while it parses or renders. */
export function faultFrom(error: unknown, otherwise: "syntax" | "rendering"): TemplateFault {
  if (error instanceof TemplateFault) return error;
  if (error instanceof RangeError) return new TemplateFault("too-deep", tooDeep, startOfText);
  if (!LiquidError.is(error)) return new TemplateFault(otherwise, asSaid(`${error}`, otherwise), startOfText);
  if (error.originalError instanceof RangeError) return faultFrom(error.originalError, otherwise);

  const position = positionOf(error.token.input, error.token.begin);
  const message = (error.originalError?.message ?? error.message).replace(/, line:\d+, col:\d+$/, "");
  for (const [pattern, code, words] of meanings) {
    const match = pattern.exec(message);
    if (match) return new TemplateFault(code, words(...match.slice(1)), position);
  }
  return new TemplateFault(otherwise, asSaid(message, otherwise), position);
}

/** The stack overflows where tags stand within each other by the thousand. */
const tooDeep = "Too many tags stand within each other.";

const asSaid = (message: string, code: "syntax" | "rendering"): string =>
  `This cannot be ${code === "syntax" ? "read" : "rendered"}: ${message}.`;
