import { nobodyCanTakeYourCall, redirectTo } from "./answers";
import { type Moment, nextStepUrl, renderAction } from "./render-action";
import type { ActionTarget, CallAction } from "./setup";
import { type Step, trailThrough } from "./step";
import { type CallEvent, type StepAnswer, stepEvent } from "./step-answer";

/** The parameter that says where 0 leads, unless that key has another meaning. */
export const operatorKey = "operator";

/** The other parameters that the engine reads by name wherever a caller is asked for keys; a template may leave out any of them. */
const named = {
  /** How often the caller is asked before the last resort. */
  attempts: "attempts",
  /** Where it leads in the end. */
  lastResort: "otherwise",
} as const;

const defaultAttempts = 3;

/** Nobody could be looked up, and the action says nothing of what to do then. */
export class NotLookedUp extends Error {}

/** An action that asks its caller for keys: a menu, an extension, a name. */
export interface Prompt {
  event(words: string): CallEvent;
  /** On to another action, from which `*` leads back here. */
  goTo(target: Pick<ActionTarget, "actionId" | "actionName">, words: string): StepAnswer;
  /**
   * Where `*` leads from here, and 0; null for any other keys, and where there is nothing to go to.
   *
   * @param said what the caller did, in words.
   */
  elsewhere(digits: string, said?: string): StepAnswer | null;
  /**
   * Asks again, as long as there are attempts left, and then goes to the last resort.
   *
   * @param what what the caller did, in words, and `again` how that is asked once more.
   * @throws TemplateFault when the action cannot be rendered again.
   */
  askAgain(what: string, again: string, changed?: Partial<Moment>): StepAnswer;
  /**
   * To the last resort, since what the caller asks for cannot be looked up.
   *
   * @throws NotLookedUp where there is none: the fallback knows better than an apology.
   */
  goWithout(what: string): StepAnswer;
}

/** @param detail what the log keeps beside the words: the keys, as a rule. */
export function promptOf(
  step: Step,
  action: CallAction,
  moment: Moment,
  detail: CallEvent["detail"],
): Prompt {
  const event = (words: string) => stepEvent(step, action, words, detail);
  const onwards = trailThrough(step.trail, action.id);
  const sendTo = (actionId: string, words: string, trail: readonly string[]): StepAnswer => ({
    twiml: redirectTo(nextStepUrl(actionId, "go", "-", { ...moment, trail, idleSteps: 0 })),
    event: event(words),
  });
  const targetOf = (key: string) => action.targets.find((target) => target.key === key) ?? null;
  const toLastResort = (what: string): StepAnswer | null => {
    const lastResort = targetOf(named.lastResort);
    return lastResort && sendTo(lastResort.actionId, `${what}; on to “${lastResort.actionName}”`, onwards);
  };
  return {
    event,
    goWithout(what) {
      const answer = toLastResort(what);
      if (!answer) throw new NotLookedUp(what);
      return answer;
    },
    goTo: ({ actionId }, words) => sendTo(actionId, words, onwards),
    elsewhere(digits, said = `Pressed ${digits}`) {
      const before = step.trail.at(-1);
      if (digits === "*" && before !== undefined) {
        return sendTo(before, `${said}: back to the menu before`, step.trail.slice(0, -1));
      }
      const operator = targetOf(operatorKey);
      if (digits !== "0" || !operator) return null;
      return sendTo(operator.actionId, `${said}: on to “${operator.actionName}”`, onwards);
    },
    askAgain(what, again, changed = {}) {
      if (step.round >= attemptsOf(action)) {
        const apology = nobodyCanTakeYourCall(moment.firm);
        return toLastResort(what) ?? { twiml: apology, event: event(`${what}; the caller was told`) };
      }
      // To a phone that was laid aside all of this is one step: the attempts come to an end by themselves, and the last
      // resort has to be reached however many there are.
      const idleSteps = Math.max(0, moment.idleSteps - 1);
      return {
        twiml: renderAction(action, { ...moment, round: step.round + 1, idleSteps, ...changed }),
        event: event(`${what}; ${again}`),
      };
    },
  };
}

function attemptsOf(action: CallAction): number {
  const parameter = action.parameters.find(({ key }) => key === named.attempts);
  const attempts = parameter?.value ?? parameter?.defaultValue;
  return typeof attempts === "number" ? attempts : defaultAttempts;
}
