import type { EnqueueStep, OtherStep } from "@/lib/twiml/call-step";
import type { Document } from "./ask";
import type { Call } from "./call";
import type { Leg } from "./leg";
import type { Process } from "./process";
import type { Next } from "./run-documents";

/** Until Twilio itself ends a call. Source: Twilio, "TwiML Voice: <Dial>", timeLimit. */
const mostSeconds = 14_400;

/** Waits in a queue that nobody serves, as long as the caller does. */
export async function* runEnqueue(
  call: Call,
  leg: Leg,
  step: EnqueueStep,
  document: Document,
): Process<Next> {
  call.tell(leg.phone, `waits in the queue ${step.queue}`);
  leg.hasHeardSomething = step.waitUrl !== "";
  if (yield* waitsUntilHangingUp(leg, `the queue ${step.queue}`)) {
    call.tell(leg.phone, "hangs up");
    return "gone";
  }
  if (!step.action) return "next";
  const url = new URL(step.action, document.url).href;
  return {
    url,
    method: step.method,
    parameters: { QueueResult: "system-error", QueueTime: String(mostSeconds) },
  };
}

/** A verb that this app never writes: it is taken to have done its work. */
export function runOther(call: Call, leg: Leg, step: OtherStep, document: Document): Next {
  call.tell(leg.phone, `is handed to <${step.verb}>`);
  leg.hasHeardSomething = true;
  return step.action ? { url: new URL(step.action, document.url).href, method: "POST" } : "next";
}

/** Whether they hung up, or waited until Twilio ended it. */
export async function* waitsUntilHangingUp(leg: Leg, forWhat: string): Process<boolean> {
  const act = await leg.party({ kind: "waits", forWhat });
  const hangsUp = act.does === "hangs up";
  yield hangsUp ? act.afterSeconds : mostSeconds;
  return hangsUp;
}
