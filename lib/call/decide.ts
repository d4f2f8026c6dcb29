import type { Temporal } from "temporal-polyfill";
import { describeStatus } from "@/lib/schedule/describe-status";
import { nextChange } from "@/lib/schedule/next-change";
import { statusAt } from "@/lib/schedule/status-at";
import { type Reason, reasonFromCode } from "./reason";
import type { CallAction, CallConfiguration, LineSetup } from "./setup";

/** What to do with a call, and why. */
export type Decision =
  | { kind: "reject"; reason: Reason }
  | { kind: "act"; configuration: CallConfiguration; action: CallAction; isOpen: boolean; reason: Reason };

/** Decides a call to a work number at an instant. Only a decision ever rejects a call; a fault never does. */
export function decideCall(setup: LineSetup, isCallerBlocked: boolean, at: Temporal.Instant): Decision {
  const { line, configuration } = setup;
  if (!line) return reject("numberUnknown");
  if (!configuration) return reject("configurationInactive");
  if (isCallerBlocked) return reject("callerBlocked");

  const status = statusAt(configuration.schedule, at);
  const words = describeStatus(configuration.schedule, at, status, nextChange(configuration.schedule, at));
  return {
    kind: "act",
    configuration,
    action: status.isOpen ? configuration.openAction : configuration.closedAction,
    isOpen: status.isOpen,
    reason: { code: status.isOpen ? "open" : "closed", words },
  };
}

const reject = (code: Reason["code"]): Decision => ({ kind: "reject", reason: reasonFromCode(code) });
