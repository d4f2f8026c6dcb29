import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { findStepSetup } from "@/db/queries/call-path/find-step-setup";
import { type CallRecord, recordCall } from "@/db/queries/call-path/record-call";
import { unknownCaller } from "@/lib/call/caller";
import { reasonFromCode } from "@/lib/call/reason";
import type { CallAction } from "@/lib/call/setup";
import { parseStep, type Step, type StepKind } from "@/lib/call/step";
import { logFault } from "@/lib/log";
import type { StepRouteContext } from "./answer-step";
import { type Received, receive } from "./receive";

/** Something that Twilio tells of a call while nobody waits for the answer. */
export interface Callback {
  step: Step;
  /** Of the caller's leg. */
  callSid: string;
  received: Received;
  action: CallAction | null;
  at: Temporal.Instant;
  /** Puts it into the log, and the call too if all that was told of it before has been lost. */
  record(told: Pick<CallRecord, "event" | "voicemail">): Promise<void>;
}

/**
 * Takes a callback: verifies it, looks up what it is about, and keeps it before answering. What could not be kept is a
 * 503, which Twilio logs.
 */
export async function takeCallback(
  kind: StepKind,
  db: Database,
  request: Request,
  { params }: StepRouteContext,
  keep: (callback: Callback) => Promise<void>,
): Promise<Response> {
  const received = await receive(request);
  if (received instanceof Response) return received;
  const { callerCallSid: callSid, parameters, caller } = received;
  const step = parseStep(kind, (await params).step);
  if (!step || !callSid) {
    logFault("callback.unknown", new Error("No callback that the engine asks for"), { callSid });
    return new Response(null, { status: 204 });
  }
  const { configurationId, actionId } = step;
  const at = Temporal.Now.instant();
  try {
    const { setup } = await findStepSetup(db, { configurationId, actionId, callSid, at });
    const { action, line } = setup;
    const record: Callback["record"] = ({ event, voicemail }) =>
      recordCall(db, {
        callSid,
        // Twilio does not tell of a recording who called.
        from: parameters.has("From") ? caller.from : unknownCaller,
        fromName: caller.name,
        to: line?.number ?? unknownCaller,
        at,
        configurationId,
        configurationVersion: null,
        reason: reasonFromCode(step.reasonCode),
        degradedTo: null,
        event,
        ...(voicemail && { voicemail }),
      });
    await keep({ step, callSid, received, action, at, record });
    return new Response(null, { status: 204 });
  } catch (error) {
    logFault("callback.failed", error, { callSid, kind });
    return new Response("It could not be kept.\n", { status: 503 });
  }
}
