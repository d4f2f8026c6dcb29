import { lt } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { voicemailNotices } from "@/db/schema";

/** How many notices should have been tried before an instant, and have not been since. */
export const countOverdueNotices = (db: Database, before: Temporal.Instant): Promise<number> =>
  db.$count(voicemailNotices, lt(voicemailNotices.nextAttemptAt, new Date(before.epochMilliseconds)));
