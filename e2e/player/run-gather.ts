import type { GatherStep } from "@/lib/twiml/call-step";
import type { Document } from "./ask";
import type { Call } from "./call";
import type { Leg } from "./leg";
import type { Act } from "./party";
import type { Process } from "./process";
import type { Next } from "./run-documents";
import { runSound } from "./run-sound";

const defaultPatienceSeconds = 5;
const typingSeconds = 0.5;

/** Asks for keys or words, and goes on with what came. Source: Twilio, "TwiML Voice: <Gather>". */
export async function* runGather(call: Call, leg: Leg, step: GatherStep, document: Document): Process<Next> {
  for (const prompt of step.prompts) {
    if ((yield* runSound(call, leg, prompt)) === "gone") return "gone";
  }
  if (!leg.hasHeardSomething) call.fault("Somebody was asked for something without a word");
  const act = await leg.party({
    kind: "asked",
    takesKeys: step.input.includes("dtmf"),
    takesSpeech: step.input.includes("speech"),
    mostKeys: step.numDigits,
  });
  leg.hasHeardSomething = false;
  leg.redirects = 0;
  const patience = step.timeoutSeconds === "auto" ? defaultPatienceSeconds : step.timeoutSeconds;
  if (act.does === "hangs up") {
    yield Math.min(act.afterSeconds, patience);
    call.tell(leg.phone, "hangs up");
    return "gone";
  }
  const heard = inputOf(act, step);
  const url = new URL(step.action ?? document.url, document.url).href;
  if (!heard) {
    call.tell(leg.phone, "does nothing");
    yield patience;
    return step.actionOnEmptyResult ? { url, method: step.method, parameters: { Digits: "" } } : "next";
  }
  call.tell(leg.phone, heard.words);
  yield heard.isUnfinished ? patience : typingSeconds;
  return { url, method: step.method, parameters: heard.parameters };
}

interface Input {
  parameters: Record<string, string>;
  words: string;
  /** Twilio waits for more. */
  isUnfinished: boolean;
}

/** What Twilio makes of what they did; null when that is nothing. */
function inputOf(act: Act, { input, numDigits, finishOnKey }: GatherStep): Input | null {
  if (act.does === "says" && input.includes("speech") && act.words.trim() !== "") {
    return {
      parameters: { SpeechResult: act.words, Confidence: "0.9" },
      words: `says “${act.words}”`,
      isUnfinished: false,
    };
  }
  if (act.does !== "presses" || !input.includes("dtmf")) return null;
  const end = finishOnKey === "" ? -1 : act.keys.indexOf(finishOnKey);
  const digits = (end === -1 ? act.keys : act.keys.slice(0, end)).slice(0, numDigits ?? undefined);
  // The finishing key alone is no input.
  if (digits === "") return null;
  const isFull = digits.length === numDigits;
  return {
    parameters: { Digits: digits, ...(end !== -1 && !isFull && { FinishedOnKey: finishOnKey }) },
    words: `presses ${act.keys}`,
    isUnfinished: end === -1 && !isFull,
  };
}
