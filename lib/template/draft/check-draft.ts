import { checkTwiml } from "@/lib/twiml/check-twiml";
import { compileTemplate } from "../compile-template";
import { writesSip } from "../dialable";
import { positionOf, TemplateFault, type TextPosition } from "../template-fault";
import type { ParameterDeclaration } from "../types";
import { type ExampleWay, exampleWays } from "./example-ways";
import { type TracedRendering, traceTemplate } from "./traced-rendering";

/** Something wrong with a template, where whoever writes it sees it. */
export interface Problem extends TextPosition {
  /** An error keeps the template from being saved; a warning does not. */
  severity: "error" | "warning";
  /** One or more whole sentences, without the line. */
  message: string;
}

interface Draft {
  body: string;
  parameters: readonly ParameterDeclaration[];
}

const mostProblems = 50;

/**
 * Everything that is wrong with a template, in the order of the text, as far as can be known before a call: what compiling refuses, and what
 * `checkTwiml` says of the TwiML that it makes, for each way that its declaration allows. Never throws.
 */
export function checkDraft({ body, parameters }: Draft): Problem[] {
  const { faults, rest } = compilingFaults({ body, parameters });
  const found = faults.map(
    ({ message, line, column }): Problem => ({ severity: "error", message, line, column }),
  );
  if (rest === null) return found;
  // What a blanked placeholder leaves empty is no fault of its own.
  const lines = new Set(found.map(({ line }) => line));
  const more = twimlProblems({ body: rest, parameters }).filter(({ line }) => !lines.has(line));
  return [...found, ...more].sort((a, b) => a.line - b.line || a.column - b.column).slice(0, mostProblems);
}

/**
 * Compiling stops at the first fault. One within a placeholder is passed over, to find those behind it; `rest` is the
 * template without these, or null if it does not compile even so.
 */
function compilingFaults({ body, parameters }: Draft): { faults: TemplateFault[]; rest: string | null } {
  const faults: TemplateFault[] = [];
  let rest: string | null = body;
  while (rest !== null && faults.length < mostProblems) {
    try {
      compileTemplate({ body: rest, parameters });
      return { faults, rest };
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error;
      faults.push(error);
      rest = withoutPlaceholderAt(rest, error);
    }
  }
  return { faults, rest: null };
}

/** The text with the placeholder at a place blanked, its lines as long as before; null if there is none. */
function withoutPlaceholderAt(body: string, { line, column }: TextPosition): string | null {
  const lines = body.split("\n").slice(0, line - 1);
  const offset = lines.reduce((sum, { length }) => sum + length + 1, column - 1);
  for (const { index, 0: found } of body.matchAll(/\{\{.*?\}\}/gs)) {
    if (index > offset) return null;
    const end = index + found.length;
    if (offset < end) return body.slice(0, index) + found.replace(/[^\n]/g, " ") + body.slice(end);
  }
  return null;
}

function twimlProblems({ body, parameters }: Draft): Problem[] {
  const problems: Problem[] = [];
  const places = new Set<string>();
  const render = traceTemplate(body);
  for (const way of exampleWays(parameters, { ringsSip: writesSip({ body }) })) {
    // What is wrong on an earlier way too has been said, there with fewer conditions.
    const found = problemsOnWay(body, render, way).filter((problem) => !places.has(placeKey(problem)));
    for (const problem of found) {
      places.add(placeKey(problem));
      const message = way.when ? conditioned(problem.message, way.when) : problem.message;
      problems.push({ ...problem, message });
    }
  }
  return problems;
}

const placeKey = ({ line, column }: Problem): string => `${line}:${column}`;

function problemsOnWay(
  body: string,
  render: (scope: ExampleWay["scope"]) => TracedRendering,
  { scope, isSituation }: ExampleWay,
): Problem[] {
  try {
    const { text, originOf } = render(scope);
    const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    const placeOf = (line: number, column: number) =>
      positionOf(body, originOf((starts[line - 1] ?? 0) + column - 1));
    return checkTwiml(text).map(({ severity, line, column, message }) => ({
      // A situation that the template does not care for is not a mistake in it.
      severity: isSituation ? "warning" : severity,
      ...placeOf(line, column),
      message: message
        .replace(/^Line \d+: /, "")
        .replace(/\(line (\d+)\)/g, (_, other) => `(line ${placeOf(Number(other), 1).line})`),
    }));
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    const { message, line, column } = error;
    return [{ severity: "error", message, line, column }];
  }
}

/** "This is empty." → "This is empty (when “Then” is left empty)." */
const conditioned = (message: string, when: string): string => `${message.replace(/\.$/, "")} (${when}).`;
