import { failPhoneRecording } from "@/db/queries/phone-recordings/phone-recordings";
import { readPlacedCallPath } from "@/lib/call/placed-call-path";
import { whyNothingWasRecorded } from "@/lib/call/record-greeting";
import { logFault } from "@/lib/log";
import type { StepRouteContext } from "../../_line/answer-step";
import { drizzleDatabase } from "../../_line/drizzle-database";
import { receive } from "../../_line/receive";

export const runtime = "edge";

/** The call that was to record a greeting is over. If nothing has been recorded by now, the page says why. */
export async function POST(request: Request, { params }: StepRouteContext): Promise<Response> {
  const received = await receive(request);
  if (received instanceof Response) return received;
  const path = readPlacedCallPath((await params).step);
  if (!path) return new Response(null, { status: 204 });
  try {
    const failure = whyNothingWasRecorded(received.parameters.get("CallStatus") ?? "");
    await failPhoneRecording(drizzleDatabase(), { id: path.id, failure, whileRinging: true });
    return new Response(null, { status: 204 });
  } catch (error) {
    logFault("greeting.endNotRecorded", error, { phoneRecordingId: path.id });
    return new Response("The call's end could not be recorded.\n", { status: 503 });
  }
}
