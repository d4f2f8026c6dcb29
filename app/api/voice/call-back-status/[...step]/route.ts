import { Temporal } from "temporal-polyfill";
import { recordDialStatus, recordOwnStatus } from "@/db/queries/outgoing-calls/record-outgoing-call";
import { readPlacedCallPath } from "@/lib/call/placed-call-path";
import { logFault } from "@/lib/log";
import type { StepRouteContext } from "../../_line/answer-step";
import { receive } from "../../_line/receive";
import { report } from "../../call-back/report-call-back";

export const runtime = "edge";

/** How either side of a call back stands. Nobody waits for this answer, so a failure is told to Twilio, which logs it. */
export async function POST(request: Request, { params }: StepRouteContext): Promise<Response> {
  const received = await receive(request);
  if (received instanceof Response) return received;
  const path = readPlacedCallPath((await params).step);
  const status = received.parameters.get("CallStatus");
  if (!path || !status) return new Response(null, { status: 204 });
  const { id, rest } = path;
  try {
    await report((db) =>
      rest === "other"
        ? recordDialStatus(db, { id, status })
        : recordOwnStatus(db, { id, status, at: Temporal.Now.instant() }),
    );
    return new Response(null, { status: 204 });
  } catch (error) {
    logFault("callBack.statusFailed", error, { outgoingCallId: id });
    return new Response("The state of the call could not be recorded.\n", { status: 503 });
  }
}
