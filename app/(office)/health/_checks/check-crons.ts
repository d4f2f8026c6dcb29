import type { Temporal } from "temporal-polyfill";
import { countInWords } from "@/app/_format/count-in-words";
import type { Database } from "@/db/client";
import { countOverdueNotices } from "@/db/queries/health/count-overdue-notices";
import { findLastClearing, getRetention } from "@/db/queries/retention/retention";
import { isReadOnlyDeployment } from "@/lib/read-only-deployment";
import type { Settings } from "@/lib/settings-schema";
import type { CheckResult } from "../check-result";

/** It comes each night, at Vercel at any minute of its hour. */
const mostHoursBetweenNights = 26;
/** It comes every few minutes, or once a day where the plan allows no more. */
const mostHoursOverdue = 25;

const advice =
  "See whether something calls /api/cron/nightly and /api/cron/notices: on Vercel under Settings, Cron Jobs; elsewhere a crontab.";

/** Whether the work comes round that nobody asks for: the nightly deleting, and the notices that are tried again. */
export async function checkCrons(
  db: Database,
  settings: Settings,
  { now, locale }: { now: Temporal.Instant; locale: string },
): Promise<CheckResult> {
  if (isReadOnlyDeployment(settings)) {
    return { state: "attention", found: "This is a preview, which leaves the regular work to production." };
  }
  if (!settings.CRON_SECRET) {
    return {
      state: "attention",
      found: "CRON_SECRET is not set, so nothing is deleted at night, and no notice is tried again.",
      advice: "Set CRON_SECRET, and have both addresses called.",
    };
  }
  const [retention, last, overdue] = await Promise.all([
    getRetention(db),
    findLastClearing(db),
    countOverdueNotices(db, now.subtract({ hours: mostHoursOverdue })),
  ]);
  const keepsAll = retention.keepsCallsDays === null && retention.keepsVoicemailsDays === null;
  const hours = last && Math.floor((now.epochMilliseconds - last.at.getTime()) / 3_600_000);
  const details = [
    nightInWords(keepsAll, hours, locale),
    overdue === 0
      ? "No notice has been waiting for longer than a day."
      : `${countInWords(overdue, "notice has", "notices have", locale)} been waiting for longer than a day.`,
  ];
  const isNightLate = !keepsAll && (hours === null || hours > mostHoursBetweenNights);
  if (!isNightLate && overdue === 0)
    return { state: "well", found: "The regular work is up to date.", details };
  return { state: "attention", found: "The regular work is behind.", advice, details };
}

function nightInWords(keepsAll: boolean, hours: number | null, locale: string): string {
  if (keepsAll) return "Everything is kept for good, so nights leave no record.";
  if (hours === null) return "What is old has never been deleted yet.";
  return `What is old was last deleted ${hours === 0 ? "within the hour" : `${countInWords(hours, "hour", "hours", locale)} ago`}.`;
}
