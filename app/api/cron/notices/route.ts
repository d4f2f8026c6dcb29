import { Temporal } from "temporal-polyfill";
import { planLostNotices } from "@/app/_notices/plan-notices";
import { sendDueNotices } from "@/app/_notices/send-due-notices";
import { textBackMissedCallers } from "@/app/_notices/text-back";
import { publicOrigin } from "@/app/api/voice/_line/origin";
import type { Database } from "@/db/client";
import { pageDatabase } from "@/lib/auth/page-database";
import { isCron } from "@/lib/cron/is-cron";
import { settings } from "@/lib/env";
import { logFault } from "@/lib/log";
import { keepLostMessages } from "@/lib/lost-messages/keep-lost-messages";
import { isReadOnlyDeployment } from "@/lib/read-only-deployment";
import type { Settings } from "@/lib/settings-schema";
import { connectToTwilio } from "@/lib/twilio/rest/connection";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";

/** A mail server, and Twilio's REST API, cannot be spoken to from the edge. */
export const runtime = "nodejs";
/** Seconds: sending takes up to sixty of them, and Twilio is asked before it and after it. */
export const maxDuration = 180;

/** How far back each run looks for messages that were lost; the nightly one looks further. */
const lostHours = 3;
const mostLost = 20;
const mostSecondsForLost = 25;
/** A Twilio that does not answer is not to keep the notices waiting. */
const twilioMilliseconds = 8000;

/**
 * Every few minutes: finds messages that were lost on their way here, tries again what could not be sent, tells of messages
 * of which nobody has been told, and texts the callers who reached nobody.
 */
export async function GET(request: Request): Promise<Response> {
  const current = settings();
  if (!isCron(request, current.CRON_SECRET)) {
    return new Response("This needs the CRON_SECRET of this deployment.\n", { status: 401 });
  }
  // Its database is a copy: what is due there is sent by the deployment that it was copied from.
  if (isReadOnlyDeployment(current)) return Response.json({ sent: 0, failed: 0, isReadOnly: true });
  const db = pageDatabase();
  const at = Temporal.Now.instant();
  const origin = publicOrigin(request, current);
  try {
    const found = await findLost(db, current, at);
    await planLostNotices(db, at);
    const counts = await sendDueNotices(db, { origin, settings: current });
    await textBackMissedCallers(db, at, { origin, settings: current });
    return Response.json({ ...counts, ...(found > 0 && { found }) });
  } catch (error) {
    logFault("cron.noticesFailed", error);
    return new Response("The notices could not be looked up.\n", { status: 503 });
  }
}

/** Twilio at fault does not keep notices of other messages from being sent: it is asked again the next time. */
async function findLost(db: Database, current: Settings, at: Temporal.Instant): Promise<number> {
  const giveUpAt = performance.now() + mostSecondsForLost * 1000;
  try {
    return await keepLostMessages({
      db,
      twilio: connectToTwilio(current, twilioMilliseconds),
      at,
      hours: lostHours,
      limit: mostLost,
      isTimeUp: () => performance.now() > giveUpAt,
    });
  } catch (error) {
    if (!(error instanceof TwilioFault)) throw error;
    logFault("cron.lostMessagesFailed", error);
    return 0;
  }
}
