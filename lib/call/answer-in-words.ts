import type { CallStep } from "@/lib/twiml/call-step";
import { describeStep } from "@/lib/twiml/describe-step";
import { interpretTwiml } from "@/lib/twiml/interpret-twiml";
import { fallbackUrlOn } from "./answers";
import { exampleActionId } from "./example-action";
import { takesExtensions } from "./menu";
import { type Moment, mentions } from "./render-action";
import type { CallAction } from "./setup";
import { soundUrl } from "./sound-url";
import { parseStep, type Step, stepKinds } from "./step";

/** What an answer to Twilio makes happen, in plain words, one sentence a step. */
export interface AnswerInWords {
  sentences: string[];
  steps: readonly CallStep[];
}

/**
 * What the caller goes through when Twilio is answered with this TwiML, as long as the caller does nothing.
 *
 * @param action what the TwiML was rendered from; null for an answer of the engine's own.
 * @param formatNumber how people write a number (E.164).
 */
export function answerInWords(
  twiml: string,
  action: CallAction | null,
  { origin, line }: Pick<Moment, "origin" | "line">,
  formatNumber: (number: string) => string,
): AnswerInWords {
  const { steps, fault } = interpretTwiml(twiml);
  const nameNumber = (number: string): string => {
    if (number === line.number) return line.name;
    const person = action?.people.find(({ name, numbers }) => name !== null && numbers.includes(number));
    if (!person) return formatNumber(number);
    return person.numbers.length > 1 ? `${person.name} on ${formatNumber(number)}` : `${person.name}`;
  };
  const names = {
    nameNumber,
    nameUrl: (url: string) => nameUrl(url, action, origin),
    describeScreening: (url: string) => screeningInWords(url, origin),
  };
  const sentences = steps.map((step) => describeStep(step, names));
  return { steps, sentences: fault ? [fault.message] : sentences };
}

function screeningInWords(url: string, origin: string): string | null {
  if (url === fallbackUrlOn(origin)) return "is asked to press 1";
  return stepAt(url, origin)?.kind === "screen" ? "is told who is calling, and asked to press 1" : null;
}

function nameUrl(url: string, action: CallAction | null, origin: string): string | null {
  const step = stepAt(url, origin);
  if (!step) return nameSound(url, action, origin);
  switch (step.kind) {
    case "go": {
      const target = action?.targets.find(({ actionId }) => actionId === step.actionId);
      return target ? `“${target.actionName}”` : sorry;
    }
    case "menu":
      return action && takesExtensions(action)
        ? "where the key leads, or whoever has the extension"
        : "where the key leads";
    case "extension":
      return "whoever has the extension, or asks again";
    case "directory":
      return step.position === "-"
        ? "the names that begin with these letters, or asks again"
        : "whoever was chosen, or asks again";
    case "after-dial":
      return `${targetAt(step, action) ?? sorry} if nobody took the call`;
    case "after-name":
      return "ringing, where whoever picks up hears the name, if one was said";
    case "after-record": {
      const kept = "and the message is kept as a voicemail";
      if (action && mentions(action, "recorded")) return `what follows here, ${kept}`;
      return `${targetAt(step, action) ?? "a word of thanks"}, ${kept}`;
    }
    default:
      return "a later step of this action";
  }
}

/** `nobodyCanTakeYourCall` in words. */
const sorry = "an apology";

function targetAt({ position }: Step, action: CallAction | null): string | null {
  const target = action?.targets.find(({ key }) => key === position);
  return target ? `“${target.actionName}”` : null;
}

function nameSound(url: string, action: CallAction | null, origin: string): string | null {
  for (const { name, recordings } of action?.greetings ?? []) {
    const played = recordings.find(({ soundId }) => url === soundUrl(origin, soundId));
    if (played) return `the greeting “${name}”${played.label && ` (${played.label})`}`;
  }
  const ours = `${origin}/sounds/`;
  return url.startsWith(ours) ? `the sound “${url.slice(ours.length)}”` : null;
}

/** The step of ours that an address stands for, or null when it is another address. */
export function stepAt(url: string, origin: string): Step | null {
  const path = `${origin}/api/voice/`;
  if (!url.startsWith(path)) return null;
  const [kind, ...segments] = url.slice(path.length).split("/");
  const known = stepKinds.find((candidate) => candidate === kind);
  return known ? parseStep(known, segments) : null;
}

/** The action that a caller who does nothing is sent straight on to, with nobody rung and nothing recorded on the way. */
export function sentStraightOnTo(
  { steps }: AnswerInWords,
  { origin }: Pick<Moment, "origin">,
): string | null {
  const last = steps.at(-1);
  const hasWayOut = steps.some(({ kind }) => waysOut.has(kind));
  if (last?.kind !== "redirect" || hasWayOut) return null;
  const actionId = stepAt(last.url, origin)?.actionId ?? null;
  return actionId === exampleActionId ? null : actionId;
}

/** Where somebody may take the call, leave a message, or choose. */
const waysOut: ReadonlySet<CallStep["kind"]> = new Set([
  "dial",
  "record",
  "gather",
  "enqueue",
  "other",
  "leave",
]);
