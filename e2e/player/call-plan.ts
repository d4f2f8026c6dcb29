import type { Account } from "../twilio/twilio";
import type { Callee } from "./callee";
import type { Party, Phone } from "./party";
import type { Asked, Happening } from "./played-call";

/** A phone that begins to ring. */
export interface Ring extends Phone {
  /** 1 when it rings for the first time on this call. */
  time: number;
}

/** What Twilio's documentation leaves open, and what networks do. A call has to come out right whichever it is. */
export interface Treatment {
  /** Of several phones, when one picks up and is being asked: the others fall silent, or ring until two are connected. */
  others: "hungUp" | "ringOn";
  /** Twilio's DialCallStatus of a ring that somebody picked up and nobody took. */
  statusOfRefused: "completed" | "no-answer";
  /** When status and recording callbacks come: in their order, before what they report on is over, or after the call. */
  callbacks: "prompt" | "early" | "late";
  /** Each callback comes twice. */
  isToldTwice: boolean;
  /** Each request comes twice at the same time, as when an answer was lost on its way. */
  asksTwice: boolean;
  /** Twilio's CallStatus of a caller who hangs up before anybody has picked up. */
  statusOfUnanswered: "completed" | "no-answer";
}

export const usualTreatment: Treatment = {
  others: "hungUp",
  statusOfRefused: "completed",
  callbacks: "prompt",
  isToldTwice: false,
  asksTwice: false,
  statusOfUnanswered: "completed",
};

/** Something that Twilio has to tell the app, while it has not. */
export interface HeldCallback {
  /** The step that it is about: "status", "recorded". */
  step: string;
  /** Tells it once, and says whether the app has taken it. */
  post(): Promise<boolean>;
}

export interface CallPlan {
  account: Account;
  /** E.164, or what Twilio sends instead. */
  from?: string;
  to: string;
  callSid?: string;
  /** More of what Twilio says about the caller, such as CallerName. */
  parameters?: Readonly<Record<string, string>>;
  caller: Party;
  /** What a phone does that begins to ring. */
  phone(ring: Ring): Callee | Promise<Callee>;
  /** Whose number that is. */
  nameNumber?(number: string): string | null;
  treatment?: Partial<Treatment>;
  /** Told of each request before it is sent, so that something can be broken in time. */
  before?(asked: Asked): void | Promise<void>;
  /** Whether Twilio fails to reach the app with this request, and goes to the number's fallback URL instead. */
  isLost?(asked: Asked): boolean;
  /** Told of each answer. */
  after?(asked: Asked): void | Promise<void>;
  /** Sends what Twilio tells without anybody waiting; for whoever has to know when that is. */
  tellApp?(send: () => Promise<void>): Promise<void>;
  /** Takes each callback as it falls due, to tell it at another time, twice, in another order, or over again. */
  hold?(callback: HeldCallback): Promise<void>;
  /** Whatever takes time besides the call gets it here: the log is written after an answer. */
  timePasses?(seconds: number): Promise<void>;
  /** Told of each thing as it happens. */
  tell?(happening: Happening): void;
}
