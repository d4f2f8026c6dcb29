// Where "next/server" has it from, without the parser of browsers' names that comes with it: see `_line/record.ts`.
import { after } from "next/dist/server/after";
import { lengthInWords } from "@/app/_format/length-in-words";
import type { Database } from "@/db/client";
import { type ReportedCall, tellCallBack } from "@/db/queries/outgoing-calls/record-outgoing-call";
import { isCallBackOver, storyOfCallBack } from "@/lib/call/call-back";
import { logFault } from "@/lib/log";
import { drizzleDatabase } from "../_line/drizzle-database";

/** Records what Twilio reports of a call back; once it is over, the story of the call that is returned says how it went. */
export async function report(record: (db: Database) => Promise<ReportedCall | null>): Promise<void> {
  const db = drizzleDatabase();
  const call = await record(db);
  if (call && isCallBackOver(call)) await tellCallBack(db, call, storyOfCallBack(call, lengthInWords));
}

/** The same, once the answer has been sent: it can neither delay nor fail what is heard. */
export function reportAfterAnswer(id: string, record: (db: Database) => Promise<ReportedCall | null>): void {
  after(async () => {
    try {
      await report(record);
    } catch (error) {
      logFault("callBack.recordFailed", error, { outgoingCallId: id });
    }
  });
}
