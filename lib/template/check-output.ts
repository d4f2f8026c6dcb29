import type { Output } from "liquidjs";
import { mayHoldCallerData } from "./caller-data";
import { checkValue } from "./check-values";
import { describePlace } from "./place";
import type { Progress, Surroundings } from "./progress";
import { faultAt } from "./template-fault";
import { pathsOf, rootOf } from "./template-paths";

/**
 * A placeholder may stand in an element's text or in a quoted attribute, so that its value, escaped, can only be text.
 *
 * @throws TemplateFault when it stands elsewhere, prints what is no single value, or prints what the caller's side sent
 * where that could choose a number or a URL.
 */
export function checkOutput(output: Output, { place, names }: Progress, around: Surroundings): void {
  const { token } = output;
  const isOutside = place.kind === "text" && place.path.length === 0;
  if (place.kind === "tag" || isOutside) {
    throw faultAt(
      token,
      "placeholder-place",
      `A placeholder stands ${describePlace(place)}. It can stand in an element's text, or in an attribute's value between quotes.`,
    );
  }

  const shape = checkValue(output.value, names);
  if (shape && !shape.isPrintable) {
    const parts = [...shape.properties.keys()].join(", ");
    const words = shape.item
      ? "This is a list: go through it with {% for %}."
      : `Print a part of this: ${parts}.`;
    throw faultAt(token, "wrong-kind", words);
  }

  if (mayHoldCallerData(place)) return;
  for (const path of pathsOf(output)) {
    const root = rootOf(path);
    if (root === null || !around.withCallerData.has(root)) continue;
    const how = root === "caller" ? "" : ` “${root}” is made from it.`;
    throw faultAt(
      path,
      "caller-data",
      `What a caller sends can be spoken, but it cannot stand ${describePlace(place)}: a caller could choose what is dialled or requested.${how}`,
    );
  }
}
