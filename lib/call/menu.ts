import { nobodyCanTakeYourCall, redirectTo } from "./answers";
import { type Moment, nextStepUrl, renderAction } from "./render-action";
import type { ActionTarget, CallAction } from "./setup";
import { type Step, trailThrough } from "./step";
import { type StepAnswer, stepEvent } from "./step-answer";

/** What a caller did when asked. Source: Twilio, "TwiML Voice: Gather", Gather action parameters. */
export interface MenuInput {
  /** The DTMF keys pressed; empty when none was. */
  digits: string;
  /** What was said, as Twilio understood it; empty when nothing was. */
  speech: string;
}

export const inputFrom = (parameters: URLSearchParams): MenuInput => ({
  digits: parameters.get("Digits") ?? "",
  speech: parameters.get("SpeechResult") ?? "",
});

/** The parameters of a menu's template that the engine reads by name; a template may leave out any of them. */
const named = {
  /** How often it is read before the last resort. */
  attempts: "attempts",
  /** Where 0 leads, unless the menu gives that key another meaning. */
  operator: "operator",
  /** Where it leads in the end. */
  lastResort: "otherwise",
} as const;

const defaultAttempts = 3;

/**
 * Where a menu leads. A key that it does not have, or none, reads it again, and after a few times goes to its last
 * resort. `*` goes back to the menu before, and 0 to a person, unless the menu gives these keys a meaning of its own.
 *
 * @throws TemplateFault when the menu cannot be rendered again.
 */
export function answerMenu(
  step: Step,
  input: MenuInput,
  action: CallAction | null,
  moment: Moment,
): StepAnswer {
  const event = (words: string) =>
    stepEvent({ ...step, actionId: action?.id ?? null }, action?.name ?? null, words, { ...input });
  if (!action) {
    return { twiml: nobodyCanTakeYourCall(moment.firm), event: event("The menu no longer exists") };
  }
  const goTo = (actionId: string, words: string, trail: readonly string[]): StepAnswer => ({
    twiml: redirectTo(nextStepUrl(actionId, "go", "-", { ...moment, trail, idleSteps: 0 })),
    event: event(words),
  });
  const onwards = trailThrough(step.trail, action.id);
  const said = input.digits ? `Pressed ${input.digits}` : `Said “${input.speech}”`;

  const choice = chosen(menuOf(action, step.position), input);
  if (choice) return goTo(choice.actionId, `${said}: on to “${choice.actionName}”`, onwards);

  const before = step.trail.at(-1);
  if (input.digits === "*" && before !== undefined) {
    return goTo(before, "Pressed *: back to the menu before", step.trail.slice(0, -1));
  }
  const operator = action.targets.find(({ key }) => key === named.operator);
  if (input.digits === "0" && operator) {
    return goTo(operator.actionId, `Pressed 0: on to “${operator.actionName}”`, onwards);
  }

  const isSilent = input.digits === "" && input.speech === "";
  const what = isSilent ? "Pressed nothing" : `${said}, which the menu does not have`;
  // Somebody who presses a wrong key is there; a phone that was laid aside is not.
  const idleSteps = isSilent ? moment.idleSteps : 0;
  if (step.round < attemptsOf(action)) {
    return {
      twiml: renderAction(action, { ...moment, round: step.round + 1, idleSteps }),
      event: event(`${what}; the menu was read again`),
    };
  }
  const lastResort = action.targets.find(({ key }) => key === named.lastResort);
  if (lastResort) return goTo(lastResort.actionId, `${what}; on to “${lastResort.actionName}”`, onwards);
  return { twiml: nobodyCanTakeYourCall(moment.firm), event: event(`${what}; the caller was told`) };
}

const menuOf = (action: CallAction, position: string): ActionTarget[] =>
  action.targets.filter(({ key, menuKey }) => key === position && menuKey !== null);

function chosen(menu: readonly ActionTarget[], { digits, speech }: MenuInput): ActionTarget | undefined {
  if (digits) return menu.find(({ menuKey }) => menuKey === digits);
  const words = wordsOf(speech);
  if (words.length === 0) return undefined;
  const isSaid = (wanted: readonly string[]) =>
    wanted.length > 0 && ` ${words.join(" ")} `.includes(` ${wanted.join(" ")} `);
  const byLabel = menu.filter(({ label }) => isSaid(wordsOf(label ?? "")));
  // "New sales" is not "sales": of two labels that were both said, the longer one was meant.
  const [longest] = byLabel.sort((a, b) => (b.label?.length ?? 0) - (a.label?.length ?? 0));
  return longest ?? menu.find(({ menuKey }) => menuKey !== null && isSaid([menuKey]));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function attemptsOf(action: CallAction): number {
  const parameter = action.parameters.find(({ key }) => key === named.attempts);
  const attempts = parameter?.value ?? parameter?.defaultValue;
  return typeof attempts === "number" ? attempts : defaultAttempts;
}
