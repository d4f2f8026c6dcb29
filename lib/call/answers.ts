import { escapeXml } from "@/lib/template/escape-xml";
import type { Firm, Line } from "./setup";

/** The engine's own short answers. What a firm can change is a template; these are what holds when nothing else does. */

function element(strings: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return String.raw({ raw: strings.raw }, ...values.map((value) => escapeXml(String(value))));
}

const documentOf = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;

/** Puts values into TwiML, with what XML gives a meaning to escaped. */
export const twiml = (strings: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  documentOf(element(strings, ...values));

export const rejectCall = (): string => twiml`<Response><Reject/></Response>`;

export const hangUp = (): string => twiml`<Response><Hangup/></Response>`;

export const redirectTo = (url: string): string => twiml`<Response><Redirect>${url}</Redirect></Response>`;

function sayAndHangUp(text: string, firm: Firm | null): string {
  if (!firm) return twiml`<Response><Say>${text}</Say><Hangup/></Response>`;
  const { name, language } = firm.voice;
  return twiml`<Response><Say voice="${name}" language="${language}">${text}</Say><Hangup/></Response>`;
}

export const nobodyCanTakeYourCall = (firm: Firm | null): string =>
  sayAndHangUp("We are sorry, nobody can take your call right now. Please try again later. Goodbye.", firm);

export const thankYouForYourMessage = (firm: Firm | null): string =>
  sayAndHangUp("Thank you, your message has been recorded. Goodbye.", firm);

/** Seconds that the fallback number rings before the caller is told that nobody can come to the phone. */
const fallbackRingSeconds = 30;

/**
 * Rings the fallback number. The URL to which the result goes is what keeps the apology below from being spoken after
 * a conversation has ended: a `<Dial>` without `action` runs the verbs after it.
 */
function ringFallback(number: string, fallbackUrl: string, shownNumber: string | null): string {
  const timeout = fallbackRingSeconds;
  return shownNumber
    ? twiml`<Response><Dial timeout="${timeout}" action="${fallbackUrl}" answerOnBridge="true" callerId="${shownNumber}"><Number>${number}</Number></Dial></Response>`
    : twiml`<Response><Dial timeout="${timeout}" action="${fallbackUrl}" answerOnBridge="true"><Number>${number}</Number></Dial></Response>`;
}

/**
 * What holds when a call cannot be answered as it should: the fallback number, failing that a polite sentence.
 *
 * @param shownNumber one of ours, for a caller who has no number to show (error 13214); null shows the caller's.
 */
export function lastResort(
  fallbackNumber: string | null,
  fallbackUrl: string,
  firm: Firm | null,
  shownNumber: string | null = null,
): string {
  return fallbackNumber
    ? ringFallback(fallbackNumber, fallbackUrl, shownNumber)
    : nobodyCanTakeYourCall(firm);
}

/**
 * Heard by whoever picks up, twice, before they are bridged: a personal mailbox presses no key, so it never takes a call.
 * A name that the caller has said is played within the sentence, which is whole without it too.
 */
export function askToAccept(options: {
  line: Line | null;
  caller: string;
  spokenNameUrl: string | null;
  firm: Firm;
  resultUrl: string;
}): string {
  const { line, caller, spokenNameUrl, firm, resultUrl } = options;
  const { name, language } = firm.voice;
  const begin = `Call for ${line?.name ?? firm.name}, from`;
  const end = `${caller}. To take it, press 1.`;
  const question =
    spokenNameUrl === null
      ? element`<Say voice="${name}" language="${language}">${`${begin} ${end}`}</Say>`
      : element`<Say voice="${name}" language="${language}">${begin}</Say><Play>${spokenNameUrl}</Play><Say voice="${name}" language="${language}">${end}</Say>`;
  const attributes = element`numDigits="1" timeout="8" action="${resultUrl}" actionOnEmptyResult="true"`;
  return documentOf(`<Response><Gather ${attributes}>${question.repeat(2)}</Gather><Hangup/></Response>`);
}

export function connectAccepted(firm: Firm | null): string {
  if (!firm) return twiml`<Response><Say>Connecting.</Say></Response>`;
  const { name, language } = firm.voice;
  return twiml`<Response><Say voice="${name}" language="${language}">Connecting.</Say></Response>`;
}
