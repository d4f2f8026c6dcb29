import { keepTranscript } from "@/db/queries/voicemails/keep-transcript";
import { transcriptFrom, writtenDown } from "@/lib/call/transcript";
import type { StepRouteContext } from "../../_line/answer-step";
import { drizzleDatabase } from "../../_line/drizzle-database";
import { takeCallback } from "../../_line/take-callback";

export const runtime = "edge";

/** Twilio has written a message down, or could not: minutes after the call, and nobody waits. */
export function POST(request: Request, context: StepRouteContext): Promise<Response> {
  const db = drizzleDatabase();
  return takeCallback(
    "transcribed",
    db,
    request,
    context,
    async ({ step, callSid, received, action, at, record }) => {
      const transcript = transcriptFrom(received.parameters);
      if (!transcript) return;
      await record({ event: writtenDown(step, transcript, action) });
      await keepTranscript(db, { ...transcript, callSid, actionId: action?.id ?? null, at });
    },
  );
}
