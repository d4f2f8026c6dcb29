import {
  AssignTag,
  BreakTag,
  CaptureTag,
  CaseTag,
  CommentTag,
  ContinueTag,
  ForTag,
  IfTag,
  InlineCommentTag,
  Output,
  type Template,
  TypeGuards,
  UnlessTag,
} from "liquidjs";
import { namesWithCallerData } from "./caller-data";
import { checkLeavingLoop, checkTurn, namesInLoop } from "./check-loop";
import { checkOutput } from "./check-output";
import { checkCase, checkValue, shapeAssigned } from "./check-values";
import { TurnCharge } from "./engine";
import { captured, describePlace, startOfDocument } from "./place";
import { joinWays, type Progress, type Surroundings } from "./progress";
import { readMarkup } from "./read-markup";
import { isReservedWord } from "./reserved-words";
import { faultAt, positionOf, TemplateFault } from "./template-fault";
import { localNames } from "./template-paths";
import type { Names, Shape } from "./value-shapes";

/** How far tags may stand within each other: far more than anybody reads, far less than a stack holds. */
const deepest = 20;

/**
 * Follows every way that a rendering can take, so that whatever the values are, the result is well-formed XML, and
 * nothing that the caller's side sent is dialled or requested.
 *
 * @throws TemplateFault at the first thing that is wrong.
 */
export function checkTemplate(body: string, templates: readonly Template[], given: Names): void {
  const withCallerData = namesWithCallerData(templates);
  const start = { place: startOfDocument, names: given };
  const { place } = follow(templates, start, { given, withCallerData, loopPlace: null, depth: 0 });
  const end = positionOf(body, body.length);
  if (!place.hasRoot) throw new TemplateFault("markup", "A template needs <Response> … </Response>.", end);
  if (place.kind !== "text" || place.path.length > 0) {
    throw new TemplateFault("markup", `The template ends ${describePlace(place)}, which is not closed.`, end);
  }
}

function follow(templates: readonly Template[], from: Progress, around: Surroundings): Progress {
  return templates.reduce((progress, template) => followOne(template, progress, around), from);
}

function followOne(template: Template, from: Progress, around: Surroundings): Progress {
  const { place, names } = from;
  const { token } = template;
  if (around.depth > deepest) throw faultAt(token, "too-deep", "Too many tags stand within each other.");
  const inner = { ...around, depth: around.depth + 1 };
  const branch = (templates: readonly Template[] | undefined) => follow(templates ?? [], from, inner);

  if (TypeGuards.isHTMLToken(token)) {
    const begin = token.begin + token.trimLeft;
    const complain = (offset: number, message: string): never => {
      throw new TemplateFault("markup", message, positionOf(token.input, begin + offset));
    };
    return { place: readMarkup(place, token.getContent(), complain), names };
  }
  if (template instanceof Output) {
    checkOutput(template, from, around);
    return from;
  }
  if (template instanceof IfTag || template instanceof UnlessTag) {
    for (const { value } of template.branches) checkValue(value, names);
    const ways = template.branches.map(({ templates }) => branch(templates));
    return joinWays([...ways, branch(template.elseTemplates)], token);
  }
  if (template instanceof CaseTag) {
    checkCase(template, names);
    const ways = template.branches.map(({ templates }) => branch(templates));
    return joinWays([...ways, branch(template.elseTemplates)], token);
  }
  if (template instanceof ForTag) {
    checkLocal([template.variable], template, around);
    const turn = { place, names: namesInLoop(template, names) };
    checkTurn(template, turn, follow(template.templates, turn, { ...inner, loopPlace: place }));
    return joinWays([from, branch(template.elseTemplates)], token);
  }
  if (template instanceof AssignTag) {
    return { place, names: withLocals(template, names, shapeAssigned(template, names), around) };
  }
  if (template instanceof CaptureTag) {
    const within = follow(template.templates, { place: captured, names }, { ...inner, loopPlace: null });
    return { place, names: withLocals(template, within.names, null, around) };
  }
  if (template instanceof BreakTag || template instanceof ContinueTag) {
    checkLeavingLoop(template, from, around);
    return from;
  }
  if (
    template instanceof CommentTag ||
    template instanceof InlineCommentTag ||
    template instanceof TurnCharge
  ) {
    return from;
  }
  throw faultAt(token, "not-available", "Templates do not have this tag.");
}

function withLocals(template: Template, names: Names, shape: Shape | null, around: Surroundings): Names {
  const locals = localNames(template);
  checkLocal(locals, template, around);
  return new Map([...names, ...locals.map((name) => [name, shape] as const)]);
}

function checkLocal(locals: readonly string[], { token }: Template, { given }: Surroundings): void {
  const taken = locals.find((name) => given.has(name) || isReservedWord(name));
  if (taken === undefined) return;
  throw faultAt(token, "name-taken", `The name “${taken}” is taken: choose another.`);
}
