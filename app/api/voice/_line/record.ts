// Where "next/server" has it from. That module also brings a parser of browsers' names, 9 kB that a call never needs.
import { after } from "next/dist/server/after";
import { type CallRecord, recordCall } from "@/db/queries/call-path/record-call";
import { unknownCaller } from "@/lib/call/caller";
import type { Line } from "@/lib/call/setup";
import { logFault } from "@/lib/log";
import { callPathDatabase } from "./database";
import type { Received } from "./receive";

export type AnswerRecord = Omit<CallRecord, "callSid" | "from" | "fromName" | "to">;

/** Writes the record once the answer has been sent: it can neither delay nor fail what the caller hears. */
export function recordAfterAnswer(received: Received, line: Line | null, record: AnswerRecord): void {
  const { callSid: ownSid, callerCallSid: callSid, caller, called } = received;
  // On a leg that a <Dial> made, From is what we showed and To is the phone that rang.
  const parties =
    ownSid === callSid
      ? { from: caller.from, fromName: caller.name, to: called }
      : { from: unknownCaller, fromName: null, to: line?.number ?? unknownCaller };
  if (!callSid) return;
  after(async () => {
    try {
      await recordCall(callPathDatabase(), { ...record, ...parties, callSid });
    } catch (error) {
      logFault("call.recordFailed", error, { callSid, step: record.event.stepKey });
    }
  });
}
