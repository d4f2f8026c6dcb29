import { Temporal } from "temporal-polyfill";
import { exampleActionId, withExamples } from "@/lib/call/example-action";
import { exampleMoment } from "@/lib/call/example-moment";
import { renderAction } from "@/lib/call/render-action";
import { TemplateFault } from "@/lib/template/template-fault";
import { interpretTwiml } from "@/lib/twiml/interpret-twiml";
import { callActionOf } from "./call-action-of";
import type { ReadAction } from "./read-action";

/**
 * The keys of the parameters whose number is a work number of ours that this action rings: the call would go round. To
 * show a work number to whoever is rung is another matter, which is why the TwiML is asked and not the type.
 */
export function keysRingingOwnNumber(read: Omit<ReadAction, "fieldErrors">): string[] {
  const { template, values, parts } = read;
  const suspects = template.parameters.filter(
    ({ key, type }) => type === "phoneNumber" && parts.ownNumbers.includes(String(values[key])),
  );
  if (suspects.length === 0) return [];
  const rung = numbersRung(read);
  return suspects.map(({ key }) => key).filter((key) => rung.includes(String(values[key])));
}

function numbersRung(read: Omit<ReadAction, "fieldErrors">): string[] {
  const action = withExamples(
    callActionOf({ id: exampleActionId, name: "" }, read),
    read.template.parameters,
  );
  const at = Temporal.Now.instant();
  try {
    const moment = exampleMoment({ at, origin: "https://switchboard.example", firm: read.parts.firm });
    return interpretTwiml(renderAction(action, moment)).steps.flatMap((step) =>
      step.kind === "dial"
        ? step.targets.flatMap((target) => (target.kind === "number" ? [target.number] : []))
        : [],
    );
  } catch (error) {
    // The preview says what is wrong with the template.
    if (error instanceof TemplateFault) return [];
    throw error;
  }
}
