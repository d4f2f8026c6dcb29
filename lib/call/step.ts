import type { ReasonCode } from "./reason";
import { isReasonCode } from "./reason";

/**
 * A later step of a call. What it needs travels in its URL as path segments, which Next.js, unlike queries, hands on
 * untouched; Twilio's signature covers the URL, so nobody can make one up. A caller's number is never part of it.
 */
export interface Step {
  kind: StepKind;
  configurationId: string;
  /** Null where an action's parameter was left empty: the caller is told so politely. */
  actionId: string | null;
  /** Why the call was answered as it was, so that a step can complete a call whose first record was lost. */
  reasonCode: ReasonCode;
  /** The parameter that the step belongs to, and for a screening the phone's place in the dial. */
  position: string;
  /** 1 when these people are rung for the first time on this call, 2 when they are rung again. */
  round: number;
  /** Steps since the caller last did anything. */
  idleSteps: number;
  /** Steps in all. */
  totalSteps: number;
}

export const stepKinds = ["go", "after-dial", "screen", "screened", "after-record"] as const;

export type StepKind = (typeof stepKinds)[number];

/** No set-up can go round for ever: at the first limit without a sign of the caller, or at the second in all. */
const mostIdleSteps = 8;
const mostSteps = 60;

export const hasGoneOnTooLong = (step: Pick<Step, "idleSteps" | "totalSteps">): boolean =>
  step.idleSteps >= mostIdleSteps || step.totalSteps >= mostSteps;

const none = "-";

/** `/api/voice/<kind>/<configuration>/<action>/<reason>/<position>/<round>/<idle>/<total>` on a public origin. */
export function stepUrl(origin: string, step: Step): string {
  const segments = [
    step.kind,
    step.configurationId,
    step.actionId ?? none,
    step.reasonCode,
    step.position,
    step.round,
    step.idleSteps,
    step.totalSteps,
  ];
  return `${origin}/api/voice/${segments.join("/")}`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const count = /^\d{1,3}$/;

/** The step that a path names, or null when it is none that the engine makes. */
export function parseStep(kind: StepKind, segments: readonly string[]): Step | null {
  const [configurationId, actionId, reasonCode, position, round, idleSteps, totalSteps, ...rest] = segments;
  if (!configurationId || !actionId || !reasonCode || !position || !round || !idleSteps || !totalSteps)
    return null;
  const isWellFormed =
    rest.length === 0 &&
    uuid.test(configurationId) &&
    (actionId === none || uuid.test(actionId)) &&
    isReasonCode(reasonCode) &&
    /^(-|[a-z][A-Za-z0-9]*|\d{1,2})$/.test(position) &&
    [round, idleSteps, totalSteps].every((value) => count.test(value));
  if (!isWellFormed) return null;
  return {
    kind,
    configurationId,
    actionId: actionId === none ? null : actionId,
    reasonCode,
    position,
    round: Number(round),
    idleSteps: Number(idleSteps),
    totalSteps: Number(totalSteps),
  };
}
