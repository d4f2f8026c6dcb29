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

/** The key that takes a call. */
export const acceptKey = "1";

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

/** Where a failing call goes, and everything about ringing the fallback number. */
export const fallbackUrlOn = (origin: string): string => `${origin}/api/voice/fallback`;

/** Seconds that the fallback number rings before the caller is told that nobody can come to the phone. */
const fallbackRingSeconds = 30;

/**
 * Rings the fallback number, and asks whoever picks up: it may have a personal mailbox too. The URL to which the result
 * goes is what says the apology where nobody takes the call; the question and its answer go there as well.
 */
function ringFallback(number: string, fallbackUrl: string, shownNumber: string | null): string {
  const dial = element`timeout="${fallbackRingSeconds}" action="${fallbackUrl}" answerOnBridge="true"`;
  const callerId = shownNumber ? element` callerId="${shownNumber}"` : "";
  const target = element`<Number url="${fallbackUrl}">${number}</Number>`;
  return documentOf(`<Response><Dial ${dial}${callerId}>${target}</Dial></Response>`);
}

/**
 * What the leg of the fallback number hears: the question, and then what becomes of it. It needs neither the database nor
 * a template. Where no key is pressed Twilio goes on below the question, and the leg ends.
 *
 * @param digits what they have pressed; null while they have not been asked.
 */
export function screenFallback(digits: string | null, fallbackUrl: string): string {
  if (digits === acceptKey) return connectAccepted(null);
  if (digits !== null) return hangUp();
  const question = "Call for your work number. To take it, press 1.";
  return twiml`<Response><Gather numDigits="1" timeout="8" action="${fallbackUrl}"><Say>${question}</Say><Say>${question}</Say></Gather><Hangup/></Response>`;
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
