import { dialResultFrom, wasTaken } from "@/lib/call/after-dial";
import { fallbackUrlOn, hangUp, lastResort } from "@/lib/call/answers";
import type { Firm } from "@/lib/call/setup";
import { logFault } from "@/lib/log";
import { isE164 } from "@/lib/twiml/phone-number-rule";
import { carryBypass } from "./carry-bypass";
import { type Received, receive } from "./receive";

function twimlResponse(twiml: string): Response {
  return new Response(twiml, {
    headers: { "content-type": "text/xml; charset=utf-8", "cache-control": "no-store, no-transform" },
  });
}

/**
 * Verifies a request and answers it, whatever happens. Once Twilio's signature is right the answer is a 200 with TwiML
 * that says or does something: a 500 would be "an application error has occurred" in the caller's ear.
 */
export async function answerTwilio(
  request: Request,
  answer: (received: Received) => Promise<string>,
): Promise<Response> {
  const received = await receive(request);
  if (received instanceof Response) return received;
  const respond = (twiml: string) => twimlResponse(carryBypass(twiml, received.origin, request.url));
  try {
    return respond(await answer(received));
  } catch (error) {
    logFault("call.unanswered", error, { callSid: received.callSid });
    return respond(fallBack(received, null).twiml);
  }
}

/**
 * What holds when nothing better can be said, and how the log names it. Only the caller is sent to the fallback number:
 * a phone of the staff that was rung is let go, and a call whose talk is over has ended.
 */
export function fallBack(
  { origin, settings, parameters, callSid, callerCallSid, caller, called }: Received,
  firm: Firm | null,
): { twiml: string; degradedTo: "fallbackNumber" | "sentence" | null } {
  const isTalkOver = parameters.has("DialCallStatus") && wasTaken(dialResultFrom(parameters));
  if (callSid !== callerCallSid || isTalkOver) return { twiml: hangUp(), degradedTo: null };
  const number = firm?.fallbackNumber ?? settings.FALLBACK_PHONE_NUMBER ?? null;
  const shownNumber = caller.number === null && isE164(called) ? called : null;
  return {
    twiml: lastResort(number, fallbackUrlOn(origin), firm, shownNumber),
    degradedTo: number ? "fallbackNumber" : "sentence",
  };
}
