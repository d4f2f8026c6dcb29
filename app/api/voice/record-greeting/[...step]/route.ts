import { markPhoneRecorded } from "@/db/queries/phone-recordings/phone-recordings";
import { readPlacedCallPath } from "@/lib/call/placed-call-path";
import {
  askForGreeting,
  greetingCallUrls,
  greetingCannotBeTaken,
  thankForGreeting,
} from "@/lib/call/record-greeting";
import { logFault } from "@/lib/log";
import type { StepRouteContext } from "../../_line/answer-step";
import { drizzleDatabase } from "../../_line/drizzle-database";
import { answerTwilio } from "../../_line/respond";

export const runtime = "edge";

/** Somebody has picked up to speak a greeting, or has just spoken it. Nothing has to be looked up, so nothing can fail. */
export async function POST(request: Request, { params }: StepRouteContext): Promise<Response> {
  const path = readPlacedCallPath((await params).step);
  return answerTwilio(request, async ({ origin }) => {
    if (!path) return greetingCannotBeTaken();
    if (path.rest !== "kept") return askForGreeting(greetingCallUrls(origin, path.id));
    try {
      // Before the end of the call is told, which alone would look as if nothing had been recorded.
      await markPhoneRecorded(drizzleDatabase(), path.id);
    } catch (error) {
      logFault("greeting.notMarked", error, { phoneRecordingId: path.id });
    }
    return thankForGreeting();
  });
}
