import type { CallAction } from "./setup";
import type { Step } from "./step";

/** One line of a call's story, in the log. */
export interface CallEvent {
  /** The same however often Twilio asks for the step. */
  stepKey: string;
  kind: string;
  actionId: string | null;
  actionName: string | null;
  /** What happened and why, for people. */
  words: string;
  detail: Record<string, string | number | boolean | null>;
}

/** A message that a caller has left, as Twilio reports it. */
export interface LeftVoicemail {
  recordingSid: string;
  recordingUrl: string;
  durationSeconds: number;
}

/** What a step answers Twilio, and what the log says of it. */
export interface StepAnswer {
  twiml: string;
  event: CallEvent;
  voicemail?: LeftVoicemail;
  /** Where Twilio keeps the name that the caller has just said. */
  spokenNameUrl?: string;
}

/** Names a step within its call. */
export const stepKey = ({
  kind,
  actionId,
  position,
  round,
  totalSteps,
}: Pick<Step, "kind" | "actionId" | "position" | "round" | "totalSteps">): string =>
  [kind, actionId, position, round, totalSteps].join(":");

/**
 * What the log says of a step. It keeps the key that its URL gave it, whatever has become of its action since: asked for
 * again it is the same step.
 *
 * @param action null where it has been deleted, or could not be looked up.
 */
export function stepEvent(
  step: Step,
  action: Pick<CallAction, "name"> | null,
  words: string,
  detail: CallEvent["detail"] = {},
): CallEvent {
  const { kind, actionId } = step;
  return { stepKey: stepKey(step), kind, actionId, actionName: action?.name ?? null, words, detail };
}
