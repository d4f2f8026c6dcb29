import { answerInWords, sentStraightOnTo } from "./answer-in-words";
import { type Moment, renderAction } from "./render-action";
import type { CallAction } from "./setup";

/**
 * The names of the actions that a call goes round between when nothing ever rings, records or asks on the way; null
 * where it comes to an end. The engine stops such a call after some steps, which is hardly what was meant.
 *
 * @param others what it leads to, and what that leads to.
 * @throws TemplateFault when one of them cannot be rendered.
 */
export function findEndlessRound(
  action: CallAction,
  others: readonly CallAction[],
  moment: Moment,
): string[] | null {
  const known = new Map([...others, action].map((each) => [each.id, each]));
  const passed: CallAction[] = [];
  let here: CallAction | undefined = action;
  while (here && !passed.includes(here)) {
    passed.push(here);
    const answer = answerInWords(renderAction(here, moment), here, moment, String);
    here = known.get(sentStraightOnTo(answer, moment) ?? "");
  }
  return here ? [...passed.slice(passed.indexOf(here)), here].map(({ name }) => name) : null;
}
