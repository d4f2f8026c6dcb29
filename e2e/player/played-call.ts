import type { HttpMethod } from "@/lib/twiml/call-step";
import type { Phone } from "./party";

/** One thing that happened, as it happened. */
export interface Happening {
  atSeconds: number;
  /** Whose side it happened on: a phone that was rung, or null for the caller. */
  phone: Phone | null;
  /** Without a subject: "hears “We are open.”" */
  words: string;
}

/** A request of Twilio's, and what the app answered. */
export interface Asked {
  url: string;
  /** The path's part behind /api/voice/, without its arguments: "menu", "after-dial"; "entry" for the number's own URL. */
  step: string;
  method: HttpMethod;
  parameters: Readonly<Record<string, string>>;
  /** Null while there is none. */
  twiml: string | null;
}

export interface PlayedLeg extends Phone {
  sid: string;
  /** What whoever picked up was told. */
  heard: string[];
  /** Twilio's CallStatus of the leg at its end. */
  status: string;
}

export interface LeftMessage {
  recordingSid: string;
  seconds: number;
  /** The step that was asked what follows: a recording that is told to another than this one is no message. */
  toldTo: string;
}

export const isMessage = ({ toldTo }: LeftMessage): boolean => toldTo === "after-record";

/** Who or what ended the call. */
export type EndedBy = "the app" | "the caller" | "Twilio";

/** A whole call, as it was heard on all sides. */
export interface PlayedCall {
  callSid: string;
  /** What the caller heard, in order: texts, and addresses of sounds. */
  heard: string[];
  /** The phones that were rung, by name where they have one; one list for each time that it rang. */
  rang: string[][];
  legs: PlayedLeg[];
  /** Whom the caller talked to, by name where there is one. */
  talkedTo: string | null;
  /** Whatever was recorded: messages, and what else the caller was asked to say. */
  messages: LeftMessage[];
  isRejected: boolean;
  endedBy: EndedBy;
  /** "talked to Ana", "left a message of 17 s", "rejected", "the caller hung up", "hung up by the app". */
  ended: string;
  seconds: number;
  asked: Asked[];
  /** What should never happen on a call, in words: silence, an application error, an answer that is no TwiML. */
  faults: string[];
  happenings: Happening[];
}

export function endInWords(
  call: Pick<PlayedCall, "talkedTo" | "messages" | "isRejected" | "endedBy">,
): string {
  const { talkedTo, messages, isRejected, endedBy } = call;
  if (isRejected) return "rejected";
  if (endedBy === "Twilio") return "an application error";
  if (talkedTo !== null) return `talked to ${talkedTo}`;
  const message = messages.find(isMessage);
  if (message) return `left a message of ${message.seconds} s`;
  return endedBy === "the caller" ? "the caller hung up" : "hung up by the app";
}

/** The whole call as text, one line for each thing that happened. */
export const inWords = ({ happenings, ended, faults }: PlayedCall): string =>
  [
    ...happenings.map(
      ({ atSeconds, phone, words }) =>
        `${String(Math.round(atSeconds)).padStart(5)} s  ${phone ? nameOf(phone) : "The caller"} ${words}`,
    ),
    `         End: ${ended}`,
    ...faults.map((fault) => `         ! ${fault}`),
  ].join("\n");

export const nameOf = ({ name, number }: Phone): string => name ?? number;
