import { isUuid } from "@/lib/uuid";
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
  /** The parameter that the step belongs to; for a screening the phone's place in the dial, for a directory the letters keyed. */
  position: string;
  /** The menus that the caller has come through, the last one last: where `*` goes back to. */
  trail: readonly string[];
  /** Ids of the people whom the caller has come to by extension or by name: the one who is rung, or those read out. */
  people: readonly string[];
  /**
   * The place in the list of whoever is rung now, when people are rung one after another; of a directory
   * the page that was read; otherwise 0.
   */
  turn: number;
  /** Places in the list of those who are rung one after another, in this call's order; empty while that is the list's. */
  order: readonly number[];
  /** 1 when people are rung, or a menu is read, for the first time here; more when it happens again. */
  round: number;
  /** Steps since the caller last did anything. */
  idleSteps: number;
  /** Steps in all. */
  totalSteps: number;
}

export const stepKinds = [
  "go",
  "menu",
  "extension",
  "directory",
  "after-dial",
  "screen",
  "screened",
  "after-record",
  "after-name",
  // Nobody waits for the answers of these two.
  "recorded",
  "transcribed",
] as const;

export type StepKind = (typeof stepKinds)[number];

/** No set-up can go round for ever: at the first limit without a sign of the caller, or at the second in all. */
const mostIdleSteps = 8;
const mostSteps = 60;

export const hasGoneOnTooLong = (step: Pick<Step, "idleSteps" | "totalSteps">): boolean =>
  step.idleSteps >= mostIdleSteps || step.totalSteps >= mostSteps;

const none = "-";

/** Menus within menus within menus: deeper than anybody would dial, and short enough for a URL. */
const longestTrail = 8;

/** The trail of a caller who leaves a menu by one of its keys. */
export const trailThrough = (trail: readonly string[], menuId: string): string[] =>
  [...trail, menuId].slice(-longestTrail);

/** `/api/voice/<kind>/<configuration>/<action>/<reason>/<position>/<trail>/<people>/<turn>/<round>/<idle>/<total>` on a public origin. */
export function stepUrl(origin: string, step: Step): string {
  const segments = [
    step.kind,
    step.configurationId,
    step.actionId ?? none,
    step.reasonCode,
    step.position,
    step.trail.join(".") || none,
    step.people.join(".") || none,
    turnSegment(step),
    step.round,
    step.idleSteps,
    step.totalSteps,
  ];
  return `${origin}/api/voice/${segments.join("/")}`;
}

/** "2", or "2.0312" where the order is the call's own: each place a digit, in base 36. */
const turnSegment = ({ turn, order }: Pick<Step, "turn" | "order">): string =>
  order.length === 0 ? String(turn) : `${turn}.${order.map((place) => place.toString(36)).join("")}`;

/** Two lists of ten people, at the most that a template would have. */
const turnForm = /^(\d{1,3})(?:\.([0-9a-j]{1,20}))?$/;
/** As many as there are keys to choose one with, and a key for the next ones. */
export const mostPeople = 8;

const count = /^\d{1,3}$/;

const idsIn = (segment: string): string[] => (segment === none ? [] : segment.split("."));

/** The step that a path names, or null when it is none that the engine makes. */
export function parseStep(kind: StepKind, segments: readonly string[]): Step | null {
  if (segments.length !== 10 || !segments.every(Boolean)) return null;
  const [configurationId = "", actionId = "", reasonCode = "", position = "", trail = ""] = segments;
  const [people = "", turn = "", round = "", idleSteps = "", totalSteps = ""] = segments.slice(5);
  const menus = idsIn(trail);
  const persons = idsIn(people);
  const [, place = "", places = ""] = turnForm.exec(turn) ?? [];
  const isWellFormed =
    isUuid(configurationId) &&
    (actionId === none || isUuid(actionId)) &&
    isReasonCode(reasonCode) &&
    /^(-|[a-z][A-Za-z0-9]*|\d{1,3})$/.test(position) &&
    menus.length <= longestTrail &&
    menus.every(isUuid) &&
    persons.length <= mostPeople &&
    persons.every(isUuid) &&
    place !== "" &&
    new Set(places).size === places.length &&
    [round, idleSteps, totalSteps].every((value) => count.test(value));
  if (!isWellFormed) return null;
  return {
    kind,
    configurationId,
    actionId: actionId === none ? null : actionId,
    reasonCode,
    position,
    trail: menus,
    people: persons,
    turn: Number(place),
    order: [...places].map((digit) => Number.parseInt(digit, 36)),
    round: Number(round),
    idleSteps: Number(idleSteps),
    totalSteps: Number(totalSteps),
  };
}
