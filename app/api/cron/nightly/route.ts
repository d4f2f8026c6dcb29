import { Temporal } from "temporal-polyfill";

import { pageDatabase } from "@/lib/auth/page-database";
import { isCron } from "@/lib/cron/is-cron";
import { settings } from "@/lib/env";
import { logFault } from "@/lib/log";
import { keepLostMessages, longestLostHours } from "@/lib/lost-messages/keep-lost-messages";
import { isReadOnlyDeployment } from "@/lib/read-only-deployment";
import { clearOld } from "@/lib/retention/clear-old";
import { recordClearing } from "@/lib/retention/record-clearing";
import { connectToTwilio } from "@/lib/twilio/rest/connection";
import { lookAtNumbers } from "@/lib/twilio/rest/look-at-numbers";

/** Twilio's REST API cannot be spoken to from the edge. */
export const runtime = "nodejs";
/** Seconds: the most that Vercel gives on every plan. */
export const maxDuration = 300;

/** What is not done by then is left for the next night, with time to write down what was. */
const mostSeconds = 240;

const mostLost = 300;

/**
 * Each night: deletes what the firm no longer keeps, and puts on record what it deleted; looks at what stands at Twilio for
 * each number; and finds messages that were lost on their way here. None waits for the others.
 */
export async function GET(request: Request): Promise<Response> {
  const current = settings();
  if (!isCron(request, current.CRON_SECRET)) {
    return new Response("This needs the CRON_SECRET of this deployment.\n", { status: 401 });
  }
  // Its database is a copy of the firm's, and the recordings and numbers that it speaks of are the firm's own.
  if (isReadOnlyDeployment(current)) return Response.json({ isReadOnly: true });
  const db = pageDatabase();
  const twilio = connectToTwilio(current);
  const at = Temporal.Now.instant();
  const giveUpAt = performance.now() + mostSeconds * 1000;
  const isTimeUp = () => performance.now() > giveUpAt;
  const clear = async () => {
    const cleared = await clearOld({ db, twilio, at, isTimeUp });
    await recordClearing(db, cleared);
    return cleared;
  };
  const keepLost = () =>
    keepLostMessages({ db, twilio, at, hours: longestLostHours, limit: mostLost, isTimeUp });
  const [cleared, look, found] = await Promise.all([
    attempt("cron.clearing-failed", clear),
    attempt("cron.look-failed", () => lookAtNumbers(db, twilio, at)),
    attempt("cron.lost-messages-failed", keepLost),
  ]);
  if (!cleared || !look) {
    return new Response(
      [
        ...(cleared ? [] : ["Not all that is old could be deleted.\n"]),
        ...(look ? [] : ["What stands at Twilio could not be recorded.\n"]),
      ].join(""),
      { status: 503 },
    );
  }
  const { voicemails, spokenNames, greetingCopies, calls, failed, isUnfinished } = cleared;
  const numbers = look.kind === "looked" ? look.counts : look.kind;
  return Response.json({
    voicemails,
    spokenNames,
    greetingCopies,
    calls,
    failed,
    isUnfinished,
    numbers,
    found,
  });
}

/** Null when it failed, which the log then says: one part of the night's work does not keep the other from being done. */
async function attempt<Done>(event: string, work: () => Promise<Done>): Promise<Done | null> {
  try {
    return await work();
  } catch (error) {
    logFault(event, error);
    return null;
  }
}
