import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { calls, outgoingCalls, textBacks } from "@/db/schema";

/** What else speaks of callers: calls back to one caller in fifty, and texts to one in twenty-five. */
export async function fillTraces(db: Database): Promise<void> {
  await db.batch([
    db.delete(outgoingCalls),
    db.delete(textBacks),
    db.execute(sql`
      insert into ${outgoingCalls} (made_by_name, from_phone, to_number, call_sid, status, created_at, ended_at)
      select 'Ana Ruiz', '+12125550142', from_number, sid, 'completed', received_at, received_at
      from ${calls} where hashtext(sid) % 50 = 0
    `),
    db.execute(sql`
      insert into ${textBacks} (number, day, call_sid, sent_at, created_at)
      select from_number, received_at::date, sid, received_at, received_at from ${calls} where hashtext(sid) % 25 = 1
      on conflict do nothing
    `),
  ]);
  await db.execute(sql`vacuum analyze ${outgoingCalls}`);
  await db.execute(sql`vacuum analyze ${textBacks}`);
}
