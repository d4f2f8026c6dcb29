import { Temporal } from "temporal-polyfill";
import { instantInWords } from "@/app/_format/instant-in-words";
import type { Database } from "@/db/client";
import { findLastClearing } from "@/db/queries/retention/retention";
import { settings } from "@/lib/env";
import { isReadOnlyDeployment } from "@/lib/read-only-deployment";

/** When what is old was last deleted, and what came of it; or why nothing ever is. */
export async function LastClearing({
  db,
  timeZone,
  locale,
}: {
  db: Database;
  timeZone: string;
  locale: string;
}) {
  const last = await findLastClearing(db);
  const why = whyNeverHere();
  return (
    <section aria-labelledby="last-clearing" className="text-sm">
      <h3 id="last-clearing" className="mb-2 font-medium">
        Last night’s clearing
      </h3>
      {why && <p className="mb-2 text-muted">{why}</p>}
      {last ? (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt className="text-muted">Last ran</dt>
          <dd>
            <time dateTime={last.at.toISOString()}>
              {instantInWords(Temporal.Instant.fromEpochMilliseconds(last.at.getTime()), {
                now: Temporal.Now.instant(),
                timeZone,
                locale,
              })}
            </time>
          </dd>
          {Object.entries(last.inWords).map(([label, words]) => (
            <div key={label} className="contents">
              <dt className="text-muted">{label}</dt>
              <dd className="min-w-0 wrap-anywhere">{String(words)}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="text-muted">Nothing has been deleted by itself yet.</p>
      )}
    </section>
  );
}

function whyNeverHere(): string | null {
  const current = settings();
  if (isReadOnlyDeployment(current))
    return "This is a preview of Switchboard, which deletes nothing by itself.";
  if (current.CRON_SECRET) return null;
  return "Nothing is deleted by itself: CRON_SECRET is not set in the environment, so nobody may start it at night.";
}
