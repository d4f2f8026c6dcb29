import type { Temporal } from "temporal-polyfill";
import type { FoundLine } from "@/db/queries/call-path/find-line-setup";
import { entryStepKey } from "@/db/queries/call-path/record-call";
import { rejectCall } from "@/lib/call/answers";
import type { Decision } from "@/lib/call/decide";
import { type Reason, reasonFromCode } from "@/lib/call/reason";
import { beginning, renderAction } from "@/lib/call/render-action";
import type { CallAction } from "@/lib/call/setup";
import type { CallEvent } from "@/lib/call/step-answer";
import { logFault } from "@/lib/log";
import type { LookedUp } from "./look-up";
import type { Received } from "./receive";
import type { AnswerRecord } from "./record";
import { fallBack } from "./respond";

export interface EntryAnswer {
  twiml: string;
  record: Omit<AnswerRecord, "at">;
}

/** A caller whom the firm knows is called what the firm calls them, in the log and to whoever picks up. */
export function withKnownName(received: Received, { standing }: FoundLine): Received {
  const name = standing?.known?.name;
  return name === undefined ? received : { ...received, caller: { ...received.caller, name } };
}

/** The first answer of a call, and what the log says of it. A template that fails never reaches the caller's ear. */
export function answerEntry(
  decision: Decision,
  { setup, isFromMemory }: LookedUp<FoundLine>,
  received: Received,
  at: Temporal.Instant,
): EntryAnswer {
  const { reason } = decision;
  const degradedTo = isFromMemory ? ("memory" as const) : null;
  if (decision.kind === "reject") {
    return { twiml: rejectCall(), record: { ...unconfigured(reason, "reject"), degradedTo } };
  }
  const { configuration, action } = decision;
  const record = {
    configurationId: configuration.id,
    configurationVersion: configuration.version,
    reason,
    event: event("answer", `${reason.words}: ${leadingTo(reason)}“${action.name}”`, action),
  };
  try {
    const twiml = renderAction(action, {
      at,
      origin: received.origin,
      firm: setup.firm,
      line: setup.line ?? { number: received.called, name: setup.firm.name },
      caller: received.caller,
      configurationId: configuration.id,
      reasonCode: reason.code,
      ...beginning,
    });
    return { twiml, record: { ...record, degradedTo } };
  } catch (error) {
    logFault("call.templateFailed", error, { callSid: received.callSid, actionId: action.id });
    const words = `${reason.words}: “${action.name}” could not be spoken, so the fallback took over`;
    const { twiml, degradedTo } = fallBack(received, setup.firm);
    return { twiml, record: { ...record, event: event("fallback", words, action), degradedTo } };
  }
}

const leadingTo = ({ code }: Reason): string => (code === "knownCaller" ? "straight to " : "");

/** The database is away, and this isolate has not answered this number before. */
export function answerWithoutSetup(received: Received): EntryAnswer {
  const { twiml, degradedTo } = fallBack(received, null);
  return { twiml, record: { ...unconfigured(reasonFromCode("databaseAway"), "fallback"), degradedTo } };
}

const unconfigured = (reason: Reason, kind: string) => ({
  configurationId: null,
  configurationVersion: null,
  reason,
  event: event(kind, reason.words, null),
});

const event = (kind: string, words: string, action: CallAction | null): CallEvent => ({
  stepKey: entryStepKey,
  kind,
  actionId: action?.id ?? null,
  actionName: action?.name ?? null,
  words,
  detail: {},
});
