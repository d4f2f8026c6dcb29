import { nobodyCanTakeYourCall } from "./answers";
import { type Moment, renderAction } from "./render-action";
import type { CallAction, Firm } from "./setup";
import type { Step } from "./step";
import { type StepAnswer, stepEvent } from "./step-answer";

/**
 * The call is sent on to another action.
 *
 * @throws TemplateFault when that action cannot be rendered.
 */
export function answerGo(step: Step, action: CallAction | null, firm: Firm, moment: Moment): StepAnswer {
  if (!action) {
    const words = step.actionId ? "The next action no longer exists" : "No next action is set";
    return { twiml: nobodyCanTakeYourCall(firm), event: stepEvent(step, null, words) };
  }
  return {
    twiml: renderAction(action, moment),
    event: stepEvent(step, action, `Went on to “${action.name}”`),
  };
}
