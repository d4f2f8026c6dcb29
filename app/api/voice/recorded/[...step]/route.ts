import { after } from "next/server";
import { planNoticesOf } from "@/app/_notices/plan-notices";
import { sendDueNotices } from "@/app/_notices/send-due-notices";
import { pageDatabase } from "@/lib/auth/page-database";
import { messageLeft, recordingFrom } from "@/lib/call/after-record";
import type { StepRouteContext } from "../../_line/answer-step";
import { takeCallback } from "../../_line/take-callback";

/** A mail server, and Twilio's REST API, cannot be spoken to from the edge. */
export const runtime = "nodejs";
export const maxDuration = 60;

/**
 * A message is ready. It may have been kept already, by the step for which the caller waited; or that step was lost.
 * Who is told is decided before Twilio has its answer, and told after it.
 */
export function POST(request: Request, context: StepRouteContext): Promise<Response> {
  const db = pageDatabase();
  return takeCallback("recorded", db, request, context, async ({ step, received, action, at, record }) => {
    const { parameters, origin, settings } = received;
    const status = parameters.get("RecordingStatus") ?? "completed";
    const voicemail = recordingFrom(parameters);
    // Of a message that is not, such as one of silence alone, there is nothing to keep.
    if (status !== "completed" || !voicemail) return;
    await record({ event: messageLeft(step, voicemail, action), voicemail });
    await planNoticesOf(db, voicemail.recordingSid, at);
    after(() => sendDueNotices(db, { origin, settings, recordingSid: voicemail.recordingSid }));
  });
}
