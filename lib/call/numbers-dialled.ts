import type { Temporal } from "temporal-polyfill";
import { TemplateFault } from "@/lib/template/template-fault";
import type { ParameterDeclaration } from "@/lib/template/types";
import { interpretTwiml } from "@/lib/twiml/interpret-twiml";
import { withExamples } from "./example-action";
import { exampleMoment } from "./example-moment";
import { renderAction } from "./render-action";
import type { CallAction, Firm } from "./setup";

/**
 * The numbers that an action dials, by its own TwiML: a number among its parameters may be there to be shown or spoken. None
 * for a template that cannot be rendered, which is told of elsewhere.
 */
export function numbersDialled(
  action: CallAction,
  declarations: readonly ParameterDeclaration[],
  { firm, at }: { firm: Firm; at: Temporal.Instant },
): string[] {
  const moment = exampleMoment({ at, origin: "https://switchboard.example", firm });
  try {
    return interpretTwiml(renderAction(withExamples(action, declarations), moment)).steps.flatMap((step) =>
      step.kind === "dial"
        ? step.targets.flatMap((target) => (target.kind === "number" ? [target.number] : []))
        : [],
    );
  } catch (error) {
    if (error instanceof TemplateFault) return [];
    throw error;
  }
}
