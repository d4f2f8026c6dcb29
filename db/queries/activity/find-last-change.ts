import { and, desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { activity } from "@/db/schema";
import type { ActivitySubject } from "./record-activity";

/** Who changed something last, and when. */
export async function findLastChange(
  db: Database,
  { subject, subjectId }: { subject: ActivitySubject; subjectId: string },
): Promise<{ byName: string; at: Date; verb: string } | null> {
  const [last] = await db
    .select({ byName: activity.byName, at: activity.at, verb: activity.verb })
    .from(activity)
    .where(and(eq(activity.subject, subject), eq(activity.subjectId, subjectId)))
    .orderBy(desc(activity.at), desc(activity.id))
    .limit(1);
  return last ?? null;
}
