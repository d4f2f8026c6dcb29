import { isUuid } from "@/lib/uuid";

/** A text of ours that Twilio may tell of: by the voicemail that it gives notice of, or by the call whose caller got it. */
export type ToldText = { kind: "notice"; voicemailId: string } | { kind: "back"; callSid: string };

export interface Delivery {
  delivery: "delivered" | "undelivered";
  /** Twilio's error code; null where it names none. */
  errorCode: number | null;
}

/** Where Twilio tells what became of a text. Neither number is part of it. */
export const textStatusUrl = (origin: string, text: ToldText): string =>
  `${origin}/api/voice/text-status/${text.kind}/${text.kind === "notice" ? text.voicemailId : text.callSid}`;

const callSid = /^CA[0-9a-f]{32}$/;

/** Null for a path that is none of ours. */
export function readTextStatusPath(segments: readonly string[]): ToldText | null {
  const [kind, id = "", ...rest] = segments;
  if (rest.length > 0) return null;
  if (kind === "notice" && isUuid(id)) return { kind, voicemailId: id };
  return kind === "back" && callSid.test(id) ? { kind, callSid: id } : null;
}

/**
 * How a text ended; null while it is on its way. Source: Twilio, "Message resource", Message Status Values: `delivered`,
 * `undelivered` and `failed` are final.
 */
export function deliveryFrom(parameters: URLSearchParams): Delivery | null {
  const status = parameters.get("MessageStatus");
  if (status === "delivered") return { delivery: "delivered", errorCode: null };
  if (status !== "undelivered" && status !== "failed") return null;
  const code = Number(parameters.get("ErrorCode") ?? "");
  return { delivery: "undelivered", errorCode: Number.isInteger(code) && code > 0 ? code : null };
}

/** Source: Twilio, "Error and Warning Dictionary". */
const reasons: Readonly<Record<number, string>> = {
  21610: "Whoever has this number has asked to be sent no more texts.",
  30003: "The phone is switched off, or out of reach.",
  30004: "The phone or its carrier blocks our texts.",
  30005: "The number is unknown, or not in use any more.",
  30006: "It is a landline, or its carrier takes no texts.",
  30007: "The carrier held it back as unwanted.",
  30008: "The carrier did not say why.",
  30034: "The work number is not registered for texts in the United States: see to that in Twilio's console.",
};

/** Why a text did not arrive, in a sentence. */
export function whyUndelivered(errorCode: number | null): string {
  if (errorCode === null) return "Nobody said why.";
  return reasons[errorCode] ?? `Twilio calls it error ${errorCode}.`;
}
