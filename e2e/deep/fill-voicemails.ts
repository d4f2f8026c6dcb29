import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { voicemails } from "@/db/schema";

/** A message for each call in the log that has none, the newest first, until there are this many. */
export async function fillVoicemails(db: Database, count: number): Promise<void> {
  await db.execute(sql`
    insert into ${voicemails} (call_sid, recording_sid, recording_url, duration_seconds, left_at)
    select sid, 'RE' || substr(sid, 3), 'https://api.twilio.com/recordings/' || sid, 20, received_at
    from calls where not exists (select from ${voicemails} where call_sid = sid)
    order by received_at desc
    limit ${count - (await db.$count(voicemails))}::int
  `);
}
