import { hangUp, nobodyCanTakeYourCall, redirectTo } from "./answers";
import { phonesToRing } from "./phones-to-ring";
import { isSomebodyLeft, type Moment, nextStepUrl, renderAction, ringsInTurn } from "./render-action";
import type { CallAction } from "./setup";
import type { Step } from "./step";
import { type StepAnswer, stepEvent } from "./step-answer";

/** How a `<Dial>` ended. Source: Twilio, "TwiML Voice: Dial", Dial action parameters. */
export interface DialResult {
  /** completed, answered, busy, no-answer, failed or canceled. */
  status: string;
  /** Whether the two were ever connected; null when Twilio did not say. */
  isBridged: boolean | null;
  durationSeconds: number | null;
  hasCallerHungUp: boolean;
}

export function dialResultFrom(parameters: URLSearchParams): DialResult {
  const bridged = parameters.get("DialBridged");
  const duration = Number.parseInt(parameters.get("DialCallDuration") ?? "", 10);
  return {
    status: parameters.get("DialCallStatus") ?? "",
    isBridged: bridged === null ? null : bridged === "true",
    durationSeconds: Number.isFinite(duration) ? duration : null,
    hasCallerHungUp: parameters.get("CallStatus") === "completed",
  };
}

/** A leg that picks up but refuses can report "completed": only being bridged makes it a conversation. */
export const wasTaken = (dial: DialResult): boolean =>
  dial.isBridged ?? (dial.status === "completed" || dial.status === "answered");

const somebodyPickedUp = (dial: DialResult): boolean =>
  dial.status === "completed" || dial.status === "answered";

/**
 * What follows when a ring is over. Taken: the call ends with the talk. Picked up but not taken, as by a personal
 * mailbox: Twilio may have hung up the other phones at that moment, so all who have not refused are rung once more.
 * Otherwise the next action.
 *
 * @throws TemplateFault when the action cannot be rendered again.
 */
export function answerAfterDial(
  step: Step,
  dial: DialResult,
  action: CallAction | null,
  moment: Moment,
): StepAnswer {
  const { status, durationSeconds } = dial;
  const event = (words: string) =>
    stepEvent({ ...step, actionId: action?.id ?? null }, action?.name ?? null, words, {
      status,
      durationSeconds,
      // The log counts a call by this as answered.
      isTaken: wasTaken(dial),
    });

  if (wasTaken(dial)) return { twiml: hangUp(), event: event("The call was answered") };
  if (dial.hasCallerHungUp) return { twiml: hangUp(), event: event("The caller hung up while it rang") };

  if (action && ringsInTurn(action)) {
    const next = { ...moment, turn: step.turn + 1 };
    if (isSomebodyLeft(action, next)) {
      return { twiml: renderAction(action, next), event: event(`${inWords(status)}; on to the next`) };
    }
  } else if (action && somebodyPickedUp(dial) && step.round === 1) {
    const left = phonesToRing(action.people, moment.at, moment.refusedBy);
    if (left.length > 0) {
      const names = left.map(({ name, number }) => name ?? number).join(", ");
      return {
        twiml: renderAction(action, { ...moment, round: 2 }),
        event: event(`Whoever picked up did not take the call; ${names} rung once more`),
      };
    }
  }

  const target = action?.targets.find(({ key }) => key === step.position);
  if (!target)
    return {
      twiml: nobodyCanTakeYourCall(moment.firm),
      event: event(`${inWords(status)}; the caller was told`),
    };
  return {
    twiml: redirectTo(nextStepUrl(target.actionId, "go", "-", moment)),
    event: event(`${inWords(status)}; on to “${target.actionName}”`),
  };
}

function inWords(status: string): string {
  switch (status) {
    case "busy":
      return "Busy";
    case "failed":
      return "The phone could not be reached";
    case "completed":
    case "answered":
      return "Whoever picked up did not take the call";
    default:
      return "Nobody answered";
  }
}
