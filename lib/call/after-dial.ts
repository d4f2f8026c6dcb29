import { hangUp, nobodyCanTakeYourCall, redirectTo } from "./answers";
import { afterRing, findRing, peopleAt, phonesAt, phonesRungBefore, ringAgain } from "./next-ring";
import { everyPhone } from "./phones-to-ring";
import { type Moment, nextStepUrl, renderAction, ringsInTurn } from "./render-action";
import { secondsFrom } from "./seconds";
import type { CallAction, CallSoFar } from "./setup";
import type { Step } from "./step";
import { type CallEvent, type StepAnswer, stepEvent } from "./step-answer";

/** How a `<Dial>` ended. Source: Twilio, "TwiML Voice: Dial", Dial action parameters. */
export interface DialResult {
  /** completed, answered, busy, no-answer, failed or canceled. */
  status: string;
  /** Whether the two were ever connected; null when Twilio did not say. */
  isBridged: boolean | null;
  durationSeconds: number | null;
  hasCallerHungUp: boolean;
  /** The phone whose leg it was, where its holder is known to have been asked; of several, the one that was connected. */
  legNumber: string | null;
}

/** Twilio's CallStatus of a call that is over; one that nobody had picked up yet need not be "completed". */
const finalStatuses = new Set(["completed", "no-answer", "canceled", "busy", "failed"]);

/** @param legs those on which somebody has been asked. */
export function dialResultFrom(parameters: URLSearchParams, legs: CallSoFar["legs"] = []): DialResult {
  const bridged = parameters.get("DialBridged");
  return {
    status: parameters.get("DialCallStatus") ?? "",
    isBridged: bridged === null ? null : bridged === "true",
    durationSeconds: secondsFrom(parameters.get("DialCallDuration")),
    hasCallerHungUp: finalStatuses.has(parameters.get("CallStatus") ?? ""),
    legNumber: legs.find(([sid]) => sid === (parameters.get("DialCallSid") ?? ""))?.[1] ?? null,
  };
}

/** A leg that picks up but refuses can report "completed": only being bridged makes it a conversation. */
export const wasTaken = (dial: DialResult): boolean =>
  dial.isBridged ?? (dial.status === "completed" || dial.status === "answered");

type RungPhone = ReturnType<typeof phonesRungBefore>[number];

/** How a ring ended for the caller: refused and not answered are two things, whatever Twilio calls the first. */
const statusOf = ({ status }: DialResult, rung: readonly RungPhone[]): string =>
  rung.some(({ wasAsked }) => wasAsked) ? "completed" : status;

const somebodyPickedUp = (status: string): boolean => status === "completed" || status === "answered";

/**
 * What follows when a ring is over. Taken: the call ends with the talk. Picked up but not taken, as by a personal
 * mailbox: Twilio may have hung up the other phones at that moment, so all who have not refused are rung once more.
 * Then whoever is still to be rung, and in the end the next action.
 *
 * @throws TemplateFault when the action cannot be rendered again.
 */
export function answerAfterDial(
  step: Step,
  dial: DialResult,
  action: CallAction | null,
  moment: Moment,
): StepAnswer {
  const { durationSeconds } = dial;
  const isTaken = wasTaken(dial);
  const rung = action ? phonesRungBefore(step, action, moment, ringsInTurn(action)) : [];
  const status = isTaken ? dial.status : statusOf(dial, rung);
  const taker = isTaken && action ? takerOf(dial, action, moment) : null;
  const event = (words: string) =>
    stepEvent(step, action, words, {
      status: dial.status,
      durationSeconds,
      // The log counts a call by this as answered, and the order of who was idle longest goes by it.
      isTaken,
      ...taker,
      ...silentPhones(rung, isTaken),
    });

  if (isTaken) {
    const name = taker?.name ?? taker?.number;
    return { twiml: hangUp(), event: event(name ? `${name} took the call` : "The call was answered") };
  }
  if (dial.hasCallerHungUp) return { twiml: hangUp(), event: event("The caller hung up while it rang") };

  const next = action && nextRing(action, status, moment);
  // However long the list, its end is certain: what has to be kept from going round for ever is going from action to action.
  if (next) {
    const twiml = renderAction(action, { ...next.moment, idleSteps: moment.idleSteps - 1 });
    return { twiml, event: event(next.words) };
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

/** Whoever is rung before the call goes on to another action; null when nobody is left. */
function nextRing(
  action: CallAction,
  status: string,
  moment: Moment,
): { moment: Moment; words: string } | null {
  const isInTurn = ringsInTurn(action);
  const again = !isInTurn && somebodyPickedUp(status) ? ringAgain(action, moment) : null;
  if (again) {
    const names = phonesAt(action, again, false).map(({ name, number }) => name ?? number);
    const words = `Whoever picked up did not take the call; ${[...new Set(names)].join(", ")} rung once more`;
    return { moment: again, words };
  }
  const after = afterRing(action, moment, isInTurn);
  const next = after && findRing(action, after, isInTurn);
  return next && { moment: next, words: `${inWords(status)}; on to the next` };
}

/** Who took the call, by the leg that they were asked on, else where the ring was for one alone. */
function takerOf({ legNumber }: DialResult, action: CallAction, moment: Moment) {
  const phone = everyPhone(action.people).find(({ number }) => number === legNumber);
  if (phone) return { personId: phone.personId, name: phone.name, number: phone.number };
  const [only, another] = peopleAt(action, moment, ringsInTurn(action));
  if (!only || another) return null;
  const { personId, name, numbers } = only;
  return { personId, name, number: numbers.length === 1 ? (numbers[0] ?? null) : null };
}

/**
 * Whose phones rang without anybody picking up, as far as is known: whoever was asked has a step of their own. Nothing where
 * somebody took the call and nobody knows which of several phones that was.
 */
function silentPhones(rung: readonly RungPhone[], isTaken: boolean): CallEvent["detail"] {
  const silent = rung.filter(({ wasAsked }) => !wasAsked);
  if (silent.length === 0 || (isTaken && silent.length === rung.length)) return {};
  const ids = silent.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  return {
    rang: [...new Set(silent.map(({ name, number }) => name ?? number))].join(", "),
    rangNumbers: silent.map(({ number }) => number).join(" "),
    ...(ids.length > 0 && { rangIds: [...new Set(ids)].join(",") }),
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
