import { Temporal } from "temporal-polyfill";
import { planLostNotices } from "@/app/_notices/plan-notices";
import { sendDueNotices } from "@/app/_notices/send-due-notices";
import { publicOrigin } from "@/app/api/voice/_line/origin";
import { pageDatabase } from "@/lib/auth/page-database";
import { isCron } from "@/lib/cron/is-cron";
import { settings } from "@/lib/env";
import { logFault } from "@/lib/log";
import { isReadOnlyDeployment } from "@/lib/read-only-deployment";

/** A mail server, and Twilio's REST API, cannot be spoken to from the edge. */
export const runtime = "nodejs";
export const maxDuration = 60;

/** Every few minutes: tries again what could not be sent, and tells of messages of which nobody has been told. */
export async function GET(request: Request): Promise<Response> {
  const current = settings();
  if (!isCron(request, current.CRON_SECRET)) {
    return new Response("This needs the CRON_SECRET of this deployment.\n", { status: 401 });
  }
  // Its database is a copy: what is due there is sent by the deployment that it was copied from.
  if (isReadOnlyDeployment(current)) return Response.json({ sent: 0, failed: 0, isReadOnly: true });
  const db = pageDatabase();
  try {
    await planLostNotices(db, Temporal.Now.instant());
    const counts = await sendDueNotices(db, { origin: publicOrigin(request, current), settings: current });
    return Response.json(counts);
  } catch (error) {
    logFault("cron.noticesFailed", error);
    return new Response("The notices could not be looked up.\n", { status: 503 });
  }
}
