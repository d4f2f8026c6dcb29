import { dialResultFrom, wasTaken } from "@/lib/call/after-dial";
import { hangUp, nobodyCanTakeYourCall } from "@/lib/call/answers";
import { answerTwilio, fallBack } from "../_line/respond";

export const runtime = "edge";

/**
 * Every number's fallback URL, which Twilio asks when the voice URL fails; and where the result of ringing the
 * fallback number goes. It needs no database and no template.
 */
export function POST(request: Request): Promise<Response> {
  return answerTwilio(request, async (received) => {
    if (!received.parameters.has("DialCallStatus")) return fallBack(received, null).twiml;
    return wasTaken(dialResultFrom(received.parameters)) ? hangUp() : nobodyCanTakeYourCall(null);
  });
}
