import { Temporal } from "temporal-polyfill";
import { recordStatus } from "@/db/queries/call-path/record-status";
import { pageDatabase } from "@/lib/auth/page-database";
import { secondsFrom } from "@/lib/call/seconds";
import { logFault } from "@/lib/log";
import { receive } from "../_line/receive";

/** Nobody waits for it. */
export const runtime = "nodejs";

/** A call has ended. Nobody waits for this answer, so a failure is told to Twilio, which logs it. */
export async function POST(request: Request): Promise<Response> {
  const received = await receive(request);
  if (received instanceof Response) return received;
  const { callSid, caller, called, parameters } = received;
  if (!callSid) return new Response(null, { status: 204 });
  const db = pageDatabase();
  try {
    await recordStatus(db, {
      callSid,
      from: caller.from,
      to: called,
      status: parameters.get("CallStatus") ?? "completed",
      durationSeconds: secondsFrom(parameters.get("CallDuration")),
      at: Temporal.Now.instant(),
    });
    return new Response(null, { status: 204 });
  } catch (error) {
    logFault("call.statusFailed", error, { callSid });
    return new Response("The call's end could not be recorded.\n", { status: 503 });
  }
}
