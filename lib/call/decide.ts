import type { Temporal } from "temporal-polyfill";
import { describeStatusInZone } from "@/lib/schedule/describe-status";
import { statusAt } from "@/lib/schedule/status-at";
import { type WriteTime, writeRecordTime } from "@/lib/schedule/write-time";
import { type Reason, reasonFromCode } from "./reason";
import type { CallAction, CallConfiguration, CallerStanding, LineSetup } from "./setup";

/** What to do with a call, and why. */
export type Decision =
  | { kind: "reject"; reason: Reason }
  | {
      kind: "act";
      configuration: CallConfiguration;
      action: CallAction;
      /** Whether the schedule is open, which is not all that an action is chosen by. */
      isOpen: boolean;
      reason: Reason;
    };

/**
 * Decides a call to a work number at an instant. Only a decision ever rejects a call; a fault never does: a caller who
 * could not be looked up is put through as one who is known, and not blocked.
 *
 * @param standing how the firm stands to the caller; null when that could not be looked up.
 * @param writeTime as whoever reads the reason is used to; a call's own record is read by everybody.
 */
export function decideCall(
  setup: LineSetup,
  standing: CallerStanding | null,
  at: Temporal.Instant,
  writeTime: WriteTime = writeRecordTime,
): Decision {
  const { line, configuration } = setup;
  if (!line) return reject("numberUnknown");
  if (!configuration) return reject("configurationInactive");
  if (standing?.isBlocked) return reject("callerBlocked");

  const { schedule, openAction, closedAction, takesKnownCallersOnly } = configuration;
  const status = statusAt(schedule, at);
  const act = (action: CallAction, reason: Reason): Decision => ({
    kind: "act",
    configuration,
    action,
    isOpen: status.isOpen,
    reason,
  });

  if (standing?.known?.action) {
    const { name, action } = standing.known;
    return act(action, { code: "knownCaller", words: `A known caller, ${name}` });
  }
  if (takesKnownCallersOnly && standing && !standing.known) {
    return act(closedAction, reasonFromCode("callerNotKnown"));
  }
  const words = describeStatusInZone(schedule, at, writeTime, status);
  return status.isOpen
    ? act(openAction, { code: "open", words })
    : act(closedAction, { code: "closed", words });
}

const reject = (code: Reason["code"]): Decision => ({ kind: "reject", reason: reasonFromCode(code) });
