import { formatNumber } from "@/app/_format/format-number";
import { Refusal } from "@/app/_mutations/refusal";
import type { CallAction } from "@/lib/call/setup";
import { type TemplateContents, whyActionBreaks } from "@/lib/call/why-action-breaks";
import { brokenActionField } from "./broken-action-field";

/** Of very many, the first will do: they break for the same few reasons. */
const mostNamed = 20;

/** @throws Refusal that names each action which would no longer work, with the first reason why. */
export function refuseToBreak(
  actions: readonly CallAction[],
  before: TemplateContents,
  after: TemplateContents,
  locale: string,
): void {
  const broken = actions.flatMap((action) => {
    const [reason] = whyActionBreaks(action, before, after);
    return reason === undefined ? [] : [{ action, reason }];
  });
  if (broken.length === 0) return;
  const count = broken.length === 1 ? "An action" : `${formatNumber(broken.length, locale)} actions`;
  const named = broken.slice(0, mostNamed);
  throw new Refusal({
    message: `${count} made of this template would no longer work, so it has not been saved. Change ${broken.length === 1 ? "it" : "them"} first, or make a copy of the template.`,
    fieldErrors: Object.fromEntries(
      named.map(({ action, reason }) => [brokenActionField(action.id), `“${action.name}”: ${reason}`]),
    ),
  });
}
