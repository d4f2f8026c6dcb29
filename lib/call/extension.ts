import { nobodyCanTakeYourCall } from "./answers";
import { type Prompt, promptOf } from "./prompt";
import { type Moment, renderAction, withChosen } from "./render-action";
import type { CallAction, Reached } from "./setup";
import type { Step } from "./step";
import { type StepAnswer, stepEvent } from "./step-answer";

/** The database holds extensions to the same form. */
const extensionForm = /^\d{2,5}$/;

/** What a caller has dialled, where it can be an extension. */
export const extensionIn = (digits: string): string | null => (extensionForm.test(digits) ? digits : null);

/**
 * Rings whoever has the extension that was dialled. One that nobody has is said and asked for again, and after a few
 * times the call goes to the last resort. `*` goes back to the menu before, and 0 to a person.
 *
 * @param reached null when nobody could be looked up, because the database is away.
 * @throws TemplateFault when the action cannot be rendered; NotLookedUp when all that is left is the fallback.
 */
export function answerExtension(
  step: Step,
  digits: string,
  action: CallAction | null,
  reached: Reached | null,
  moment: Moment,
): StepAnswer {
  if (!action) {
    const event = stepEvent(step, null, "The action no longer exists", { digits });
    return { twiml: nobodyCanTakeYourCall(moment.firm), event };
  }
  const isSilent = digits === "";
  // Somebody who dials a wrong extension is there; a phone that was laid aside is not.
  const here = isSilent ? moment : { ...moment, idleSteps: 0 };
  const prompt = promptOf(step, action, here, { digits });
  return (
    prompt.elsewhere(digits) ??
    ringExtension(prompt, digits, action, reached, here) ??
    prompt.askAgain(
      isSilent ? "Dialled nothing" : `Dialled ${digits}, which is nobody’s extension`,
      "asked again",
    )
  );
}

/**
 * Rings whoever has an extension; null where the keys are none, or it is nobody's.
 *
 * @throws NotLookedUp when the database is away and the action has no last resort.
 */
export function ringExtension(
  prompt: Prompt,
  digits: string,
  action: CallAction,
  reached: Reached | null,
  moment: Moment,
): StepAnswer | null {
  const extension = extensionIn(digits);
  if (extension === null) return null;
  if (!reached) return prompt.goWithout(`Dialled ${extension}, and the database was away`);
  const [person] = reached.people;
  if (!person) return null;
  return ringChosen(prompt, person, action, moment, `Dialled ${extension}, the extension of ${person.name}`);
}

/** Rings somebody whom the caller has chosen, in the way of the action. */
export const ringChosen = (
  prompt: Prompt,
  person: Reached["people"][number],
  action: CallAction,
  moment: Moment,
  words: string,
): StepAnswer => ({
  twiml: renderAction(withChosen(action, person), {
    ...moment,
    people: [person.id],
    names: null,
    turn: 0,
    round: 1,
    idleSteps: 0,
  }),
  event: prompt.event(words),
});
