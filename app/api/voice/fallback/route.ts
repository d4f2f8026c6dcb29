// Where "next/server" has it from: see `_line/record.ts`.
import { after } from "next/dist/server/after";
import { Temporal } from "temporal-polyfill";
import { dialResultFrom, wasTaken } from "@/lib/call/after-dial";
import { acceptKey, fallbackUrlOn, hangUp, nobodyCanTakeYourCall, screenFallback } from "@/lib/call/answers";
import { reasonFromCode } from "@/lib/call/reason";
import type { CallEvent } from "@/lib/call/step-answer";
import { logFault } from "@/lib/log";
import type { Received } from "../_line/receive";
import { answerTwilio, fallBack } from "../_line/respond";

export const runtime = "edge";

/**
 * Every number's fallback URL, which Twilio asks when the voice URL fails; what whoever picks up at the fallback number is
 * asked; and where the result of ringing it goes. It needs no database and no template: that it was asked is recorded
 * afterwards, if it can be.
 */
export function POST(request: Request): Promise<Response> {
  return answerTwilio(request, async (received) => {
    if (received.parameters.has("DialCallStatus")) return answerAfterFallback(received);
    return received.callSid === received.callerCallSid ? answerFailure(received) : answerLeg(received);
  });
}

/** Twilio could not have its answer from the voice URL, and says why. Source: Twilio, "Voice fallback URL", ErrorCode. */
function answerFailure(received: Received): string {
  const { twiml, degradedTo } = fallBack(received, null);
  const code = received.parameters.get("ErrorCode");
  record(received, degradedTo, {
    stepKey: "fallback",
    kind: "fallback",
    words: `Switchboard did not answer${code ? ` (Twilio error ${code})` : ""}, so the fallback took over`,
    detail: { errorCode: code },
  });
  return twiml;
}

/** Somebody has picked up at the fallback number, or something has: see `screenFallback`. */
function answerLeg(received: Received): string {
  const { parameters, called: number, origin } = received;
  const digits = parameters.get("Digits");
  const isTaken = digits === acceptKey;
  const whoever = "Whoever picked up at the fallback number";
  record(
    received,
    "fallbackNumber",
    digits === null
      ? {
          stepKey: "fallback-screen",
          kind: "screen",
          words: `${whoever} was asked to press 1`,
          detail: { number },
        }
      : {
          stepKey: "fallback-screened",
          kind: "screened",
          words: `${whoever} ${isTaken ? "pressed 1" : "did not press 1"}`,
          detail: { number, isTaken },
        },
  );
  return screenFallback(digits, fallbackUrlOn(origin));
}

function answerAfterFallback(received: Received): string {
  const dial = dialResultFrom(received.parameters);
  const isTaken = wasTaken(dial);
  record(received, "fallbackNumber", {
    stepKey: "after-fallback",
    kind: "after-dial",
    words: isTaken ? "The fallback number took the call" : "Nobody took the call at the fallback number",
    detail: { status: dial.status, durationSeconds: dial.durationSeconds, isTaken },
  });
  return isTaken ? hangUp() : nobodyCanTakeYourCall(null);
}

/** What reaches for the database is not even loaded before the answer is on its way: this route is for when all else fails. */
function record(
  received: Received,
  degradedTo: "fallbackNumber" | "sentence" | null,
  event: Omit<CallEvent, "actionId" | "actionName">,
): void {
  const at = Temporal.Now.instant();
  after(async () => {
    try {
      const { recordAfterAnswer } = await import("../_line/record");
      recordAfterAnswer(received, null, {
        at,
        configurationId: null,
        configurationVersion: null,
        reason: reasonFromCode("recordLost"),
        degradedTo,
        event: { ...event, actionId: null, actionName: null },
      });
    } catch (error) {
      logFault("call.recordFailed", error, { callSid: received.callerCallSid, step: event.stepKey });
    }
  });
}
