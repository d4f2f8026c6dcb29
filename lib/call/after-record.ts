import { nobodyCanTakeYourCall, redirectTo, thankYouForYourMessage } from "./answers";
import { type Moment, mentions, nextStepUrl, renderAction } from "./render-action";
import { secondsFrom } from "./seconds";
import type { CallAction } from "./setup";
import type { Step } from "./step";
import { type CallEvent, type LeftVoicemail, type StepAnswer, stepEvent } from "./step-answer";

/** The recording that Twilio reports, or null when it reports none. Source: Twilio, "TwiML Voice: Record". */
export function recordingFrom(parameters: URLSearchParams): LeftVoicemail | null {
  const recordingUrl = parameters.get("RecordingUrl") ?? "";
  const recordingSid = /RE[0-9a-f]{32}/.exec(parameters.get("RecordingSid") ?? recordingUrl)?.[0];
  if (!recordingSid || !/^https?:\/\//.test(recordingUrl)) return null;
  return {
    recordingSid,
    recordingUrl,
    durationSeconds: secondsFrom(parameters.get("RecordingDuration")) ?? 0,
  };
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
  const twiml = whatFollows(step, recording !== null, action, moment);
  if (recording) return { twiml, event: messageLeft(step, recording, action), voicemail: recording };
  const event = stepEvent(step, action, "No message was left");
  return { twiml, event };
}

/**
 * What the log says of a message. Twilio tells of it twice, to whoever waits and to whoever does not, in either order:
 * the key is the recording's, so that it is one line of the story, and later tells what has been kept before.
 */
export function messageLeft(step: Step, recording: LeftVoicemail, action: CallAction | null): CallEvent {
  const { recordingSid, durationSeconds } = recording;
  const words = `A message of ${durationSeconds} s was left`;
  return {
    ...stepEvent(step, action, words, { recordingSid, durationSeconds }),
    kind: "after-record",
    stepKey: messageKey(recordingSid),
  };
}

/** What the log says of a message that was found at Twilio later, because nothing of it could be kept before. */
export function messageFound(
  { recordingSid, durationSeconds }: LeftVoicemail,
  action: Pick<CallAction, "id" | "name"> | null,
): CallEvent {
  return {
    stepKey: messageKey(recordingSid),
    kind: "after-record",
    actionId: action?.id ?? null,
    actionName: action?.name ?? null,
    words: `A message of ${durationSeconds} s was left, and found at Twilio later`,
    detail: { recordingSid, durationSeconds },
  };
}

export const messageKey = (recordingSid: string): string => `message:${recordingSid}`;

function whatFollows(step: Step, isRecorded: boolean, action: CallAction | null, moment: Moment): string {
  if (action && mentions(action, "recorded")) return renderAction(action, { ...moment, recorded: true });
  const target = action?.targets.find(({ key }) => key === step.position);
  if (target) return redirectTo(nextStepUrl(target.actionId, "go", "-", moment));
  return isRecorded ? thankYouForYourMessage(moment.firm) : nobodyCanTakeYourCall(moment.firm);
}
