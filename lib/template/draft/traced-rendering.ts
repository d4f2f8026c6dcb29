import { CaptureTag, type Template, TypeGuards, toValueSync } from "liquidjs";
import { engine } from "../engine";
import { faultFrom } from "../liquid-fault";
import type { TemplateScope } from "../types";

/** What a template renders to, and where in the template each character of it comes from. */
export interface TracedRendering {
  text: string;
  /** Offset in the template for an offset in the text; for what a placeholder printed, where the placeholder begins. */
  originOf(offset: number): number;
}

/**
 * Marks are the characters of a plane for private use, one for each offset: there are more of them than a template can
 * have characters.
 */
const firstMark = 0xf0000;
const mark = (offset: number): string => String.fromCodePoint(firstMark + offset);
const anyMark = /[\u{F0000}-\u{FFFFD}]/gu;

/**
 * Reads a template so that it can be rendered with the origin of every character.
 *
 * @throws TemplateFault when it cannot be read; nothing else is checked here.
 */
export function traceTemplate(body: string): (scope: TemplateScope) => TracedRendering {
  const parsed = engine.parse(body);
  const ends = new Map<number, number>();
  for (const template of outsideCaptures(parsed)) {
    const { token } = template;
    if (!TypeGuards.isHTMLToken(token)) continue;
    const begin = token.begin + token.trimLeft;
    const content = token.getContent();
    ends.set(begin, begin + content.length);
    const marked = mark(begin) + content.replace(anyMark, "\u{FFFD}");
    template.render = (_context, emitter) => emitter.write(marked);
  }
  return (scope) => {
    try {
      return withoutMarks(engine.renderSync(parsed, scope), ends);
    } catch (error) {
      throw faultFrom(error, "rendering");
    }
  };
}

/** What is captured goes through filters, which marks would confuse. */
function* outsideCaptures(templates: readonly Template[]): Generator<Template> {
  for (const template of templates) {
    yield template;
    if (template.children && !(template instanceof CaptureTag)) {
      yield* outsideCaptures(toValueSync(template.children(false, true)));
    }
  }
}

function withoutMarks(marked: string, ends: ReadonlyMap<number, number>): TracedRendering {
  let text = "";
  const runs: { at: number; begin: number; end: number }[] = [];
  let from = 0;
  for (const { index, 0: found } of marked.matchAll(anyMark)) {
    text += marked.slice(from, index);
    const begin = (found.codePointAt(0) ?? firstMark) - firstMark;
    const end = ends.get(begin);
    if (end !== undefined) runs.push({ at: text.length, begin, end });
    from = index + found.length;
  }
  text += marked.slice(from);

  // Twilio takes nothing before the XML declaration, so a rendering has its blank beginning cut off.
  const cut = text.length - text.trimStart().length;
  return {
    text: text.slice(cut),
    originOf(offset) {
      const run = runs.findLast(({ at }) => at <= offset + cut);
      return run ? Math.min(run.begin + offset + cut - run.at, run.end) : 0;
    },
  };
}
