import { keepTranscript } from "@/db/queries/voicemails/keep-transcript";
import { pageDatabase } from "@/lib/auth/page-database";
import { transcriptFrom, writtenDown } from "@/lib/call/transcript";
import type { StepRouteContext } from "../../_line/answer-step";
import { takeCallback } from "../../_line/take-callback";
import { deleteLeftOver } from "../delete-left-over";

/** Twilio's REST API cannot be spoken to from the edge. */
export const runtime = "nodejs";

/** Twilio has written a message down, or could not: minutes after the call, and nobody waits. */
export function POST(request: Request, context: StepRouteContext): Promise<Response> {
  const db = pageDatabase();
  return takeCallback(
    "transcribed",
    db,
    request,
    context,
    async ({ step, callSid, received, action, at, record }) => {
      const transcript = transcriptFrom(received.parameters);
      if (!transcript || (await deleteLeftOver(db, transcript, received.settings))) return;
      await record({ event: writtenDown(step, transcript, action) });
      await keepTranscript(db, { ...transcript, callSid, actionId: action?.id ?? null, at });
    },
  );
}
