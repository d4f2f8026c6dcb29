import { expect } from "@playwright/test";
import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { callEvents, calls, voicemails } from "@/db/schema";

/** The log's row of a call. It is written after the answer, so it is waited for. */
export async function callInLog(db: Database, callSid: string): Promise<typeof calls.$inferSelect> {
  let found: typeof calls.$inferSelect | undefined;
  await expect
    .poll(
      async () => {
        [found] = await db.select().from(calls).where(eq(calls.sid, callSid));
        return found?.sid;
      },
      { message: "the call is in the log" },
    )
    .toBe(callSid);
  if (!found) throw new Error(`${callSid} is not in the log.`);
  return found;
}

/** What the log says of a call's steps, in order, once it says as many. */
export async function stepsInLog(db: Database, callSid: string, count: number): Promise<string[]> {
  let words: string[] = [];
  await expect
    .poll(
      async () => {
        const rows = await db
          .select({ words: callEvents.words })
          .from(callEvents)
          .where(eq(callEvents.callSid, callSid))
          .orderBy(asc(callEvents.at), asc(callEvents.id));
        words = rows.map((row) => row.words);
        return words.length;
      },
      { message: "the steps are in the log" },
    )
    .toBe(count);
  return words;
}

export const voicemailsOf = (db: Database, callSid: string) =>
  db.select().from(voicemails).where(eq(voicemails.callSid, callSid));
