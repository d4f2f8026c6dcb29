import { exampleActionId } from "./example-action";
import { beginning, type Moment } from "./render-action";

/** A call of somebody whose number is kept for fiction, to a number of the firm, at an instant: to look at actions with. */
export function exampleMoment({ at, origin, firm }: Pick<Moment, "at" | "origin" | "firm">): Moment {
  return {
    at,
    origin,
    firm,
    line: { name: "your work number", number: "+12025550100" },
    caller: { number: "+12025550123", name: null, city: null, country: null },
    configurationId: exampleActionId,
    reasonCode: "open",
    ...beginning,
  };
}
