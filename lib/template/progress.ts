import type { Token } from "liquidjs";
import { describePlace, joinPlaces, type Place } from "./place";
import { faultAt } from "./template-fault";
import type { Names, Shape } from "./value-shapes";

/** How far a rendering has come: where in the document, and what has a name by then. */
export interface Progress {
  place: Place;
  names: Names;
}

/** What holds for a stretch of template, whichever way led to it. */
export interface Surroundings {
  /** The names of the call and of the parameters, which nothing may set. */
  given: Names;
  withCallerData: ReadonlySet<string>;
  /** Where each turn of the loop around begins; null where there is none that `break` could leave. */
  loopPlace: Place | null;
  depth: number;
}

/**
 * What holds after any one of several ways: the same place, and the names that all of them have.
 *
 * @throws TemplateFault where they end in different places.
 */
export function joinWays(ways: readonly Progress[], token: Token): Progress {
  return ways.reduce((one, other) => {
    const place = joinPlaces(one.place, other.place);
    if (place) return { place, names: namesInBoth(one.names, other.names) };
    throw faultAt(
      token,
      "unbalanced",
      `What begins in one branch must end in it. One way this ends ${describePlace(one.place)}, another way ${describePlace(other.place)}.`,
    );
  });
}

function namesInBoth(one: Names, other: Names): Names {
  if (one === other) return one;
  const both = new Map<string, Shape | null>();
  for (const [name, shape] of one) {
    if (other.has(name)) both.set(name, other.get(name) === shape ? shape : null);
  }
  return both;
}
