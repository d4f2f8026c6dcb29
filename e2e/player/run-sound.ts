import type { PauseStep, PlayStep, SayStep } from "@/lib/twiml/call-step";
import type { Call } from "./call";
import { checkSound } from "./check-sound";
import type { Leg } from "./leg";
import type { Process } from "./process";

const wordsInSecond = 2.5;
const secondsOfSound = 5;
/** "TwiML Voice: <Say>" and "<Play>": 0 is as often as this. */
const mostLoops = 1000;

/** Something is heard, unless they hang up in the middle of it. */
export async function* runSound(
  call: Call,
  leg: Leg,
  step: SayStep | PlayStep | PauseStep,
): Process<"next" | "gone"> {
  const seconds = lengthOf(step);
  const text = await textOf(call, step);
  if (text === null) {
    yield seconds;
    return "next";
  }
  leg.heard.push(text);
  leg.hasHeardSomething = true;
  call.tell(leg.phone, step.kind === "say" ? `hears “${text}”` : `hears ${text}`);
  const act = await leg.party({ kind: "hears", text, seconds });
  if (act.does !== "hangs up") {
    yield seconds;
    return "next";
  }
  yield Math.min(act.afterSeconds, seconds);
  call.tell(leg.phone, "hangs up");
  return "gone";
}

/** What is heard; null when nothing is. */
async function textOf(call: Call, step: SayStep | PlayStep | PauseStep): Promise<string | null> {
  if (step.kind === "say") return step.text || null;
  if (step.kind === "pause" || step.digits !== null) return null;
  await checkSound(call, step.url);
  return step.url;
}

function lengthOf(step: SayStep | PlayStep | PauseStep): number {
  if (step.kind === "pause") return step.lengthSeconds;
  const once =
    step.kind === "say" ? Math.max(1, step.text.split(/\s+/).length / wordsInSecond) : secondsOfSound;
  return once * (step.loop || mostLoops);
}
