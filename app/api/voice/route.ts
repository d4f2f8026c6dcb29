import { Temporal } from "temporal-polyfill";
import { rejectCall } from "@/lib/call/answers";
import { decideCall } from "@/lib/call/decide";
import { answerEntry, answerWithoutSetup, withKnownName } from "./_line/entry";
import { lookUpLine } from "./_line/look-up";
import { recordAfterAnswer } from "./_line/record";
import { answerTwilio } from "./_line/respond";

export const runtime = "edge";

/** A call comes in: verify, look up, decide, speak; then, once the answer is on its way, record. */
export function POST(request: Request): Promise<Response> {
  return answerTwilio(request, async (received) => {
    // A text message, say: somebody set this URL in the wrong field of Twilio's console.
    if (!received.callSid) return rejectCall();
    const at = Temporal.Now.instant();
    const found = await lookUpLine(received, at);
    const named = found ? withKnownName(received, found) : received;
    const answer = found
      ? answerEntry(decideCall(found.setup, found.standing, at), found, named, at)
      : answerWithoutSetup(named);
    recordAfterAnswer(named, found?.setup.line ?? null, { ...answer.record, at });
    return answer.twiml;
  });
}
