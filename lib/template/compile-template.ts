import type { Template } from "liquidjs";
import { checkTemplate } from "./check-template";
import { engine, sizeLimit } from "./engine";
import { forbiddenAt } from "./escape-xml";
import { faultFrom } from "./liquid-fault";
import { isReservedWord, parameterKeyForm } from "./reserved-words";
import { positionOf, startOfText, TemplateFault } from "./template-fault";
import { everyTemplate, pathsOf, rootOf } from "./template-paths";
import type { TemplateSource } from "./types";
import { namesFor } from "./value-shapes";

/** A template that has been read and checked, and can be rendered for any number of calls. */
export interface CompiledTemplate {
  readonly parsed: Template[];
  /** The names that it reads: of the call, of parameters, and its own. */
  readonly mentions: ReadonlySet<string>;
}

/**
 * Reads a template and checks all that can be known before a call: whatever the values then are, it renders to
 * well-formed XML, its values stay text, and nothing that the caller's side sent is dialled or requested. Whether the
 * verbs and attributes are ones that Twilio knows is not asked here.
 *
 * @throws TemplateFault at the first thing that is wrong.
 */
export function compileTemplate({ body, parameters }: TemplateSource): CompiledTemplate {
  checkKeys(parameters.map(({ key }) => key));
  if (body.length > sizeLimit) {
    throw new TemplateFault(
      "too-long",
      `A template can have ${sizeLimit} characters; this one has ${body.length}.`,
      startOfText,
    );
  }
  const forbidden = forbiddenAt(body);
  if (forbidden !== -1) {
    throw new TemplateFault(
      "markup",
      "The template holds a control character, which XML forbids.",
      positionOf(body, forbidden),
    );
  }
  try {
    const parsed = engine.parse(body);
    checkTemplate(body, parsed, namesFor(parameters));
    return { parsed, mentions: mentionsIn(parsed) };
  } catch (error) {
    throw faultFrom(error, "syntax");
  }
}

function checkKeys(keys: readonly string[]): void {
  for (const [index, key] of keys.entries()) {
    const wrong = !parameterKeyForm.test(key)
      ? "is no key: it begins with a small letter, and goes on with letters and digits"
      : isReservedWord(key)
        ? "is a word that templates use for something else"
        : keys.indexOf(key) < index && "names two parameters";
    if (wrong) throw new TemplateFault("parameter-key", `“${key}” ${wrong}.`, startOfText);
  }
}

function mentionsIn(parsed: readonly Template[]): Set<string> {
  const mentions = new Set<string>();
  for (const template of everyTemplate(parsed)) {
    for (const path of pathsOf(template)) {
      const root = rootOf(path);
      if (root !== null) mentions.add(root);
    }
  }
  return mentions;
}
