import { type BreakTag, type ContinueTag, type ForTag, TypeGuards } from "liquidjs";
import { checkToken } from "./check-values";
import { joinPlaces } from "./place";
import type { Progress, Surroundings } from "./progress";
import { faultAt } from "./template-fault";
import { loopShape, type Names, numberShape, type Shape } from "./value-shapes";

/**
 * The names within a loop.
 *
 * @throws TemplateFault when it goes over what is no list, or has an option that LiquidJS would misread in silence.
 */
export function namesInLoop(loop: ForTag, names: Names): Names {
  for (const [option, value] of Object.entries(loop.hash.hash)) {
    const isRight = option === "reversed" ? !value : (option === "limit" || option === "offset") && value;
    if (!isRight) {
      throw faultAt(
        loop.token,
        "syntax",
        "A loop can have the options limit: and offset: with a number, and reversed.",
      );
    }
    checkToken(value, names);
  }
  return new Map([...names, ["forloop", loopShape], [loop.variable, itemOf(loop, names)]]);
}

function itemOf({ collection, token }: ForTag, names: Names): Shape | null {
  const shape = checkToken(collection, names);
  if (TypeGuards.isRangeToken(collection)) return numberShape;
  if (!TypeGuards.isPropertyAccessToken(collection) || (shape && !shape.item)) {
    throw faultAt(token, "wrong-kind", `“${collection.getText()}” is no list that a loop could go through.`);
  }
  return shape?.item ?? null;
}

/** @throws TemplateFault when a loop's body ends elsewhere than it began, so that its turns could not follow each other. */
export function checkTurn(loop: ForTag, before: Progress, after: Progress): void {
  if (before.place.kind !== "tag" && joinPlaces(before.place, after.place)) return;
  throw faultAt(
    loop.token,
    "unbalanced",
    "What begins within a loop must end in it, and no loop can stand within a tag.",
  );
}

/** @throws TemplateFault when `break` or `continue` would leave an element open, or the whole template. */
export function checkLeavingLoop(
  leave: BreakTag | ContinueTag,
  { place }: Progress,
  around: Surroundings,
): void {
  if (around.loopPlace && joinPlaces(around.loopPlace, place)) return;
  const words = around.loopPlace
    ? `{% ${leave.name} %} would leave an element or a quote open.`
    : `{% ${leave.name} %} stands in no loop.`;
  throw faultAt(leave.token, "unbalanced", words);
}
