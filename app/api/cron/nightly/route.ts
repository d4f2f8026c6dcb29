import { Temporal } from "temporal-polyfill";

import { pageDatabase } from "@/lib/auth/page-database";
import { isCron } from "@/lib/cron/is-cron";
import { settings } from "@/lib/env";
import { logFault } from "@/lib/log";
import { isReadOnlyDeployment } from "@/lib/read-only-deployment";
import { clearOld } from "@/lib/retention/clear-old";
import { recordClearing } from "@/lib/retention/record-clearing";
import { connectToTwilio } from "@/lib/twilio/rest/connection";

/** Twilio's REST API cannot be spoken to from the edge. */
export const runtime = "nodejs";
/** Seconds: the most that Vercel gives on every plan. */
export const maxDuration = 300;

/** What is not done by then is left for the next night, with time to write down what was. */
const mostSeconds = 240;

/** Each night: deletes what the firm no longer keeps, and puts on record what it deleted. */
export async function GET(request: Request): Promise<Response> {
  const current = settings();
  if (!isCron(request, current.CRON_SECRET)) {
    return new Response("This needs the CRON_SECRET of this deployment.\n", { status: 401 });
  }
  // Its database is a copy of the firm's, and the recordings that it speaks of are the firm's own.
  if (isReadOnlyDeployment(current)) return Response.json({ isReadOnly: true });
  const db = pageDatabase();
  const giveUpAt = performance.now() + mostSeconds * 1000;
  try {
    const cleared = await clearOld({
      db,
      twilio: connectToTwilio(current),
      at: Temporal.Now.instant(),
      isTimeUp: () => performance.now() > giveUpAt,
    });
    await recordClearing(db, cleared);
    const { voicemails, spokenNames, greetingCopies, calls, failed, isUnfinished } = cleared;
    return Response.json({ voicemails, spokenNames, greetingCopies, calls, failed, isUnfinished });
  } catch (error) {
    logFault("cron.nightlyFailed", error);
    return new Response("Not all that is old could be deleted.\n", { status: 503 });
  }
}
