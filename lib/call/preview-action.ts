import { anybodyChosen } from "./anybody-chosen";
import { type CallPreview, previewCall } from "./preview-call";
import type { Moment } from "./render-action";
import type { CallAction } from "./setup";

/** As `previewCall`, and what follows once a caller has chosen somebody: part of the same action, but a later answer. */
export function previewAction(
  action: CallAction,
  others: readonly CallAction[],
  moment: Moment,
  formatNumber: (number: string) => string,
): CallPreview {
  const preview = previewCall(action, others, moment, formatNumber);
  // A template that cannot be rendered has been told of.
  const chosen = preview.twiml === null ? null : anybodyChosen(action);
  if (!chosen) return preview;
  const { sentences, faults } = previewCall(chosen.action, [], moment, formatNumber);
  return {
    ...preview,
    sentences: [...preview.sentences, ...sentences.map((words) => `${chosen.when}: ${words}`)],
    faults: [...preview.faults, ...faults],
  };
}
