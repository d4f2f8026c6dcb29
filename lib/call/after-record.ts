import { nobodyCanTakeYourCall, redirectTo, thankYouForYourMessage } from "./answers";
import { type Moment, mentions, nextStepUrl, renderAction } from "./render-action";
import type { CallAction } from "./setup";
import type { Step } from "./step";
import { type LeftVoicemail, type StepAnswer, stepEvent } from "./step-answer";

/** The recording that Twilio reports, or null when it reports none. Source: Twilio, "TwiML Voice: Record". */
export function recordingFrom(parameters: URLSearchParams): LeftVoicemail | null {
  const recordingUrl = parameters.get("RecordingUrl") ?? "";
  const recordingSid = /RE[0-9a-f]{32}/.exec(parameters.get("RecordingSid") ?? recordingUrl)?.[0];
  const durationSeconds = Number.parseInt(parameters.get("RecordingDuration") ?? "", 10);
  if (!recordingSid || !/^https?:\/\//.test(recordingUrl)) return null;
  return { recordingSid, recordingUrl, durationSeconds: Math.max(0, durationSeconds || 0) };
}

/**
 * Keeps the message and goes on. A template that asks `recorded` says for itself what comes after; for any other the
 * engine goes to the next action, or thanks the caller.
 *
 * @throws TemplateFault when the action cannot be rendered again.
 */
export function answerAfterRecord(
  step: Step,
  recording: LeftVoicemail | null,
  action: CallAction | null,
  moment: Moment,
): StepAnswer {
  const words = recording ? `A message of ${recording.durationSeconds} s was left` : "No message was left";
  const event = stepEvent({ ...step, actionId: action?.id ?? null }, action?.name ?? null, words, {
    recordingSid: recording?.recordingSid ?? null,
    durationSeconds: recording?.durationSeconds ?? null,
  });
  const twiml = whatFollows(step, recording !== null, action, moment);
  return recording ? { twiml, event, voicemail: recording } : { twiml, event };
}

function whatFollows(step: Step, isRecorded: boolean, action: CallAction | null, moment: Moment): string {
  if (action && mentions(action, "recorded")) return renderAction(action, { ...moment, recorded: true });
  const target = action?.targets.find(({ key }) => key === step.position);
  if (target) return redirectTo(nextStepUrl(target.actionId, "go", "-", moment));
  return isRecorded ? thankYouForYourMessage(moment.firm) : nobodyCanTakeYourCall(moment.firm);
}
