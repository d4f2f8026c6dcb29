import { hangUp, nobodyCanTakeYourCall } from "./answers";
import { type Moment, renderAction } from "./render-action";
import type { CallAction } from "./setup";
import type { Step } from "./step";
import { type StepAnswer, stepEvent } from "./step-answer";

/** What became of asking a caller for their name. Source: Twilio, "TwiML Voice: Record", Record action parameters. */
export interface SaidName {
  /** Null where nothing was said: then Twilio goes on below the `<Record>`, with no recording to speak of. */
  recordingUrl: string | null;
  hasCallerHungUp: boolean;
}

export function saidNameFrom(parameters: URLSearchParams): SaidName {
  const recordingUrl = parameters.get("RecordingUrl") ?? "";
  return {
    recordingUrl: /^https?:\/\//.test(recordingUrl) ? recordingUrl : null,
    hasCallerHungUp: parameters.get("CallStatus") === "completed",
  };
}

/**
 * Keeps the name that the caller has said, and goes on with the same action; with none, it goes on as usual.
 *
 * @throws TemplateFault when the action cannot be rendered again.
 */
export function answerAfterName(
  step: Step,
  { recordingUrl, hasCallerHungUp }: SaidName,
  action: CallAction | null,
  moment: Moment,
): StepAnswer {
  const kept = recordingUrl === null ? {} : { spokenNameUrl: recordingUrl };
  const event = (words: string) =>
    stepEvent(step, action, words, {
      hasName: recordingUrl !== null,
    });
  if (hasCallerHungUp) {
    return { twiml: hangUp(), event: event("The caller hung up when asked for their name"), ...kept };
  }
  if (!action) {
    return {
      twiml: nobodyCanTakeYourCall(moment.firm),
      event: event("The action no longer exists"),
      ...kept,
    };
  }
  // Whoever has said a name is there.
  const idleSteps = recordingUrl === null ? moment.idleSteps : 0;
  return {
    twiml: renderAction(action, { ...moment, named: true, idleSteps }),
    event: event(recordingUrl === null ? "The caller gave no name" : "The caller said their name"),
    ...kept,
  };
}
