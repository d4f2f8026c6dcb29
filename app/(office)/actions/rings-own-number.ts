import { Temporal } from "temporal-polyfill";
import { exampleActionId } from "@/lib/call/example-action";
import { numbersDialled } from "@/lib/call/numbers-dialled";
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
  const action = callActionOf({ id: exampleActionId, name: "" }, read);
  const dialled = numbersDialled(action, template.parameters, {
    firm: parts.firm,
    at: Temporal.Now.instant(),
  });
  return suspects.map(({ key }) => key).filter((key) => dialled.includes(String(values[key])));
}
