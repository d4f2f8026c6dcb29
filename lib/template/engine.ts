import {
  CaptureTag,
  type Context,
  ForTag,
  Liquid,
  Parser,
  type TagToken,
  type Template,
  type TopLevelToken,
  toValue,
} from "liquidjs";
import { escapeXml, withoutForbidden } from "./escape-xml";

/** Characters of a template, and bytes of an answer: Twilio takes 64 kB (error 11750). */
export const sizeLimit = 64_000;

/**
 * What one rendering may make, in characters. Every filter, every value printed and every turn of a loop is charged,
 * so that a runaway template stops at the same place everywhere: an edge's clock may stand still while code runs.
 */
const workLimit = 4 * sizeLimit;

const renderMilliseconds = 250;

/**
 * Left out: `raw` (prints without escaping), `include`, `render`, `layout` and `block` (reach for files), `tablerow`
 * (prints HTML), `increment` and `decrement` (write into the caller's scope), `cycle`, `echo` and `liquid` (more ways
 * to print, none of them needed).
 */
export const allowedTags: readonly string[] = [
  "assign",
  "break",
  "capture",
  "case",
  "comment",
  "continue",
  "for",
  "if",
  "unless",
  "#",
];

/**
 * Left out: `raw`; the escaping ones (output is escaped once already, and twice is read aloud); those for dates (a
 * template has no clock: the schedule decides); `sample` (chance); those that take code as text, encode or hash.
 */
export const allowedFilters: readonly string[] = [
  ..."append capitalize downcase lstrip normalize_whitespace prepend remove remove_first replace".split(" "),
  ..."replace_first rstrip split strip strip_newlines truncate truncatewords upcase url_encode".split(" "),
  ..."compact concat first join last map reverse size slice sort uniq".split(" "),
  ..."abs at_least at_most ceil default divided_by floor minus modulo plus round times".split(" "),
];

interface Printing {
  context: Context;
}

function textOf(value: unknown): string {
  const plain: unknown = toValue(value);
  if (typeof plain === "string") return plain;
  if (plain === null || plain === undefined) return "";
  return Array.isArray(plain) ? plain.map(textOf).join("") : String(plain);
}

function printEscaped(this: Printing, value: unknown): string {
  const text = escapeXml(textOf(value));
  this.context.memoryLimit.use(text.length);
  return text;
}

function printAsText(this: Printing, value: unknown): string {
  const text = textOf(value);
  this.context.memoryLimit.use(text.length);
  return text;
}

/** Charges one turn of a loop for the text between `for` and `endfor`, which bounds what the turn prints of it. */
export class TurnCharge implements Template {
  constructor(
    readonly token: TagToken,
    private readonly length: number,
  ) {}

  render(context: Context): void {
    context.memoryLimit.use(this.length);
  }
}

class ChargedFor extends ForTag {
  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid, parser);
    const end = rest[0]?.begin ?? token.input.length;
    this.templates.unshift(new TurnCharge(token, end - token.end));
  }
}

/**
 * What is captured is text, and no markup: it is kept as it is, filters see what a reader would see, and like any other
 * value it is escaped once, where it is printed.
 */
class TextCapture extends CaptureTag {
  constructor(token: TagToken, rest: TopLevelToken[]) {
    super(token, rest, captureEngine, new Parser(captureEngine));
  }
}

function restrictedLiquid(print: (this: Printing, value: unknown) => string): Liquid {
  const liquid = new Liquid({
    outputEscape: print,
    strictVariables: true,
    // A condition may ask for what turns out not to be there, such as the first of an empty list.
    lenientIf: true,
    strictFilters: true,
    ownPropertyOnly: true,
    parseLimit: sizeLimit,
    renderLimit: renderMilliseconds,
    memoryLimit: workLimit,
    // No file system, even if a tag that reads one were let in.
    templates: {},
  });
  for (const name of Object.keys(liquid.filters)) {
    if (!allowedFilters.includes(name)) liquid.unregisterFilter(name);
  }
  for (const name of Object.keys(liquid.tags)) {
    if (!allowedTags.includes(name)) delete liquid.tags[name];
  }
  liquid.registerTag("for", ChargedFor);
  liquid.registerTag("capture", TextCapture);
  // LiquidJS's own throws on half a surrogate pair.
  liquid.registerFilter("url_encode", (value: unknown) =>
    encodeURIComponent(withoutForbidden(textOf(value))),
  );
  return liquid;
}

const captureEngine = restrictedLiquid(printAsText);

/** LiquidJS, restricted: every value is escaped for XML where it is printed, and nothing turns that off. */
export const engine = restrictedLiquid(printEscaped);
