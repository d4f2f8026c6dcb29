import type { CompiledTemplate } from "./compile-template";
import { engine, sizeLimit } from "./engine";
import { faultFrom } from "./liquid-fault";
import { startOfText, TemplateFault } from "./template-fault";
import type { TemplateScope } from "./types";

/**
 * The TwiML of a template for one call.
 *
 * @throws TemplateFault when a value is missing, or the result is more than Twilio takes.
 */
export function renderTemplate(template: CompiledTemplate, scope: TemplateScope): string {
  const twiml = withoutBlankLines(render(template, scope));
  if (isTooLarge(twiml)) {
    throw new TemplateFault(
      "too-long",
      "With these values the answer is more than the 64 kB that Twilio takes.",
      startOfText,
    );
  }
  return twiml;
}

function render(template: CompiledTemplate, scope: TemplateScope): string {
  try {
    return engine.renderSync(template.parsed, scope);
  } catch (error) {
    throw faultFrom(error, "rendering");
  }
}

/** The lines that Liquid's tags leave empty. A value's own line ends are character references by now, and stay. */
const withoutBlankLines = (text: string): string => text.trimStart().replace(/\n[ \t\r\n]*\n/g, "\n");

/** A UTF-16 unit becomes at most three bytes of UTF-8. */
const isTooLarge = (text: string): boolean =>
  text.length * 3 > sizeLimit && new TextEncoder().encode(text).byteLength > sizeLimit;
