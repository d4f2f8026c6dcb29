import { type DialResult, wasTaken } from "./after-dial";
import { hangUp, twiml } from "./answers";
import { spokenNumber } from "./caller";
import type { Firm } from "./setup";

/** Where a call back goes: Twilio signs each address whole. */
export interface CallBackUrls {
  /** What is said once the staff user has picked up. */
  ask: string;
  /** What they have pressed. */
  pressed: string;
  /** How the other side's ringing or talk has ended. */
  dialled: string;
  /** Told how the call to the staff user's phone stands. */
  ownStatus: string;
  /** Told when the other side has picked up. */
  otherStatus: string;
}

export function callBackUrls(origin: string, id: string): CallBackUrls {
  const voice = `${origin}/api/voice`;
  return {
    ask: `${voice}/call-back/${id}`,
    pressed: `${voice}/call-back/${id}/pressed`,
    dialled: `${voice}/call-back/${id}/dialled`,
    ownStatus: `${voice}/call-back-status/${id}/own`,
    otherStatus: `${voice}/call-back-status/${id}/other`,
  };
}

/** Whom a call back calls, and as whom. */
export interface CallBackParties {
  firm: Firm;
  /** E.164. */
  to: string;
  /** As the carrier told it on the call that is returned. */
  toName: string | null;
  /** The work number that they see, E.164. */
  callerId: string;
}

/** The key that places the call: a personal mailbox presses none, so it never calls anybody. */
export const callKey = "1";

export function askToCallBack({ firm, to, toName }: CallBackParties, { pressed }: CallBackUrls): string {
  const { name, language } = firm.voice;
  const whom = toName ? `${toName}, ${spokenNumber(to)}` : spokenNumber(to);
  return twiml`<Response><Gather numDigits="1" timeout="8" action="${pressed}"><Say voice="${name}" language="${language}" loop="2">${firm.name}. To call ${whom}, press ${callKey}.</Say></Gather><Hangup/></Response>`;
}

/** Seconds that the other side rings. */
const ringSeconds = 30;

/** Rings the other side, who sees the work number. Its result has a step of its own, so nothing below it is reached. */
export const callTheOther = ({ to, callerId }: CallBackParties, urls: CallBackUrls): string =>
  twiml`<Response><Dial callerId="${callerId}" timeout="${ringSeconds}" action="${urls.dialled}" answerOnBridge="true"><Number statusCallback="${urls.otherStatus}" statusCallbackEvent="answered">${to}</Number></Dial></Response>`;

/** What the staff user hears when the other side's ringing or talk is over. */
export function afterCallBack(dial: DialResult): string {
  if (wasTaken(dial) || dial.hasCallerHungUp) return hangUp();
  return twiml`<Response><Say>${otherSide(dial.status)} Goodbye.</Say><Hangup/></Response>`;
}

function otherSide(status: string): string {
  if (status === "busy") return "The line was busy.";
  return status === "failed" ? "The number could not be reached." : "Nobody answered.";
}

export const callBackCannotGoOn = (): string =>
  twiml`<Response><Say>We are sorry, this call cannot be placed right now. Please try again from the page. Goodbye.</Say><Hangup/></Response>`;

/** How a call back stands. */
export interface CallBackState {
  /** Twilio's CallStatus of the staff user's phone. */
  status: string;
  /** Twilio's DialCallStatus of the other side, "ringing" while it rings and "in-progress" while they talk; null until it is dialled. */
  dialStatus: string | null;
  durationSeconds: number | null;
  /** Why Twilio was not asked, or refused. */
  failure: string | null;
}

/** Source: Twilio, "Call resource", call status values: those after which nothing more happens. */
export const overStatuses = ["completed", "busy", "no-answer", "failed", "canceled"];

const isOver = (status: string): boolean => overStatuses.includes(status);

export const isCallBackOver = ({ status, failure }: CallBackState): boolean =>
  failure !== null || isOver(status);

/** What the story of the call that is returned tells of a call back. */
export const storyOfCallBack = (
  call: CallBackState & { madeByName: string },
  formatLength: (seconds: number) => string,
): string => `${call.madeByName} called back. ${callBackInWords(call, formatLength).replace(/\.$/, "")}.`;

/** How a call back stands, for people. `formatLength` writes seconds. */
export function callBackInWords(state: CallBackState, formatLength: (seconds: number) => string): string {
  const { status, dialStatus, durationSeconds, failure } = state;
  if (failure !== null) return failure;
  if (dialStatus === "completed" || dialStatus === "answered") {
    return durationSeconds ? `They talked for ${formatLength(durationSeconds)}` : "They talked";
  }
  if (dialStatus !== null && isOver(dialStatus)) return otherSide(dialStatus).slice(0, -1);
  if (!isOver(status)) {
    if (dialStatus === "in-progress") return "They are talking";
    if (dialStatus !== null) return "The other side is ringing";
    return status === "in-progress"
      ? "The phone was picked up; pressing 1 places the call"
      : "The phone is ringing";
  }
  // Its last report was lost, or comes later.
  if (dialStatus === "in-progress") return "They talked";
  if (dialStatus !== null) return "The call ended before anybody answered";
  if (status === "busy") return "The phone was busy";
  if (status === "failed") return "The phone could not be reached";
  return status === "completed"
    ? "The phone was picked up, and nobody pressed 1"
    : "The phone was not picked up";
}
