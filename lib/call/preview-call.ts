import { writesSip } from "@/lib/template/dialable";
import { TemplateFault } from "@/lib/template/template-fault";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import { answerInWords } from "./answer-in-words";
import { findEndlessRound } from "./endless-round";
import { everyPhone, passedOverAt } from "./phones-to-ring";
import { type Moment, renderAction } from "./render-action";
import type { CallAction } from "./setup";
import { voicemailParameters } from "./voicemail-parameters";

/** What a call would be answered with, for somebody to look at before there is one. Travels to the browser. */
export interface CallPreview {
  /** What the caller goes through, one sentence a step; empty where the template cannot be rendered. */
  sentences: string[];
  twiml: string | null;
  /** What keeps it from working, in words. */
  faults: string[];
  /** What is worth knowing, though it works. */
  notes: string[];
}

/**
 * What an action would do at a moment, by the functions that answer a call.
 *
 * @param others what the action leads to, and what that leads to: to see whether it comes back to itself.
 * @param formatNumber how people write a number (E.164).
 */
export function previewCall(
  action: CallAction,
  others: readonly CallAction[],
  moment: Moment,
  formatNumber: (number: string) => string,
): CallPreview {
  let twiml: string;
  try {
    twiml = renderAction(action, moment);
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    const fault = `Line ${error.line} of the template: ${error.message}`;
    return { sentences: [], twiml: null, faults: [fault], notes: [] };
  }
  const found = checkTwiml(twiml);
  // Whoever is told of messages is not rung.
  const rung = { ...action, people: action.people.filter(({ key }) => key !== voicemailParameters.notify) };
  const messages = (severity: "error" | "warning") =>
    found.filter((fault) => fault.severity === severity).map(({ message }) => `TwiML, ${message}`);
  return {
    twiml,
    sentences: answerInWords(twiml, action, moment, formatNumber).sentences,
    faults: messages("error"),
    notes: [
      ...passedOverInWords(rung, moment),
      ...sipInWords(rung),
      ...roundInWords(action, others, moment),
      ...messages("warning"),
    ],
  };
}

function passedOverInWords({ people }: CallAction, { at }: Moment): string[] {
  const words = people.flatMap((person) => {
    const why = person.name === null ? null : passedOverAt(person, at);
    return why === null ? [] : [`${person.name} is ${passedOverWords[why]}.`];
  });
  return [...new Set(words)];
}

const passedOverWords = {
  away: "away at the moment, and is left out until back",
  offDuty: "off duty at the moment, and is left out until on duty again",
};

/** Source: Twilio, "TwiML Voice: Sip", on what one `<Dial>` can hold. */
function sipInWords(action: CallAction): string[] {
  const phones = everyPhone(action.people);
  const [first] = phones;
  const isAlike = phones.every((phone) => phone.isSip === first?.isSip);
  if (!first || (isAlike && !first.isSip)) return [];
  if (!writesSip(action)) return ["This template cannot ring SIP addresses: they are left out."];
  if (isAlike) return [];
  const [one, other] = first.isSip ? ["SIP addresses", "numbers"] : ["numbers", "SIP addresses"];
  return [`Numbers and SIP addresses cannot ring at once: first the ${one} ring, and then the ${other}.`];
}

function roundInWords(action: CallAction, others: readonly CallAction[], moment: Moment): string[] {
  const round = endlessRound(action, others, moment);
  if (!round) return [];
  const way = round.map((name) => `“${name}”`).join(", then ");
  return [
    `The call goes round without end: ${way} again. Nobody is rung and no message is taken on the way, so after a few rounds the fallback takes over.`,
  ];
}

/** Null as well where another action on the way cannot be rendered: its own page says why. */
function endlessRound(action: CallAction, others: readonly CallAction[], moment: Moment): string[] | null {
  try {
    return findEndlessRound(action, others, moment);
  } catch (error) {
    if (error instanceof TemplateFault) return null;
    throw error;
  }
}
