import type { Temporal } from "temporal-polyfill";
import { bindValues } from "@/lib/template/bind-values";
import { type CompiledTemplate, compileTemplate } from "@/lib/template/compile-template";
import { renderTemplate } from "@/lib/template/render-template";
import type { BoundValue, CallScope, PhoneToRing, StepUrls } from "@/lib/template/types";
import type { Caller } from "./caller";
import { findRing, phonesAt } from "./next-ring";
import { everyPhone } from "./phones-to-ring";
import type { ReasonCode } from "./reason";
import { recordingAt } from "./recording-at";
import type { ActionParameter, ActionPerson, CallAction, Firm, Line, ListedPerson } from "./setup";
import { soundUrl } from "./sound-url";
import { type StepKind, stepUrl } from "./step";

/** One page of the names that begin with the letters that a caller keyed. */
export interface FoundNames {
  /** As keys: "262" for Ana. */
  letters: string;
  page: readonly ListedPerson[];
  /** 0 for the first. */
  pageNumber: number;
  hasMore: boolean;
}

/** Where a call stands when an action is rendered for it. */
export interface Moment {
  at: Temporal.Instant;
  /** Public origin of this app, for absolute URLs. */
  origin: string;
  firm: Firm;
  line: Line;
  caller: Pick<Caller, "number" | "name" | "city" | "country">;
  configurationId: string;
  reasonCode: ReasonCode;
  /** See `Step`. */
  trail: readonly string[];
  /** See `Step`. */
  people: readonly string[];
  /** The names that a directory reads out, found by the letters that the caller keyed; null while it asks for letters. */
  names: FoundNames | null;
  /** See `Step`. */
  turn: number;
  /** See `Step`; a call that has none yet is given one by its first ring. */
  order: readonly number[];
  /** See `Step`. */
  round: number;
  /** Whether the caller's message has been kept, and the action is asked what comes after. */
  recorded: boolean;
  /** Whether the caller has been asked for their name. */
  named: boolean;
  refusedBy: readonly string[];
  /** See `CallSoFar`. */
  asked: readonly string[];
  idleSteps: number;
  totalSteps: number;
}

/** What has happened on a call before anything has. */
export const beginning = {
  trail: [],
  people: [],
  names: null,
  turn: 0,
  order: [],
  round: 1,
  recorded: false,
  named: false,
  refusedBy: [],
  asked: [],
  idleSteps: 0,
  totalSteps: 0,
} satisfies Partial<Moment>;

/**
 * The TwiML of an action at a moment of a call.
 *
 * @throws TemplateFault when the template cannot be compiled or rendered.
 */
export function renderAction(action: CallAction, given: Moment): string {
  const moment = findRing(action, given, ringsInTurn(action)) ?? { ...given, turn: action.people.length };
  const { firm, line, caller, recorded, named } = moment;
  return renderTemplate(compiled(action), {
    ...bindValues(action.parameters, valuesOf(action, moment), firm.voice),
    caller: { number: caller.number, name: caller.name, city: caller.city, country: caller.country },
    line: { name: line.name, number: line.number },
    firm: { name: firm.name },
    steps: stepsOf(action, moment),
    chosen: hasChosen(action) ? phonesOf(chosenKey, action, moment) : null,
    directory: directoryOf(moment),
    // As they were asked for: passing over somebody is no turn of theirs, and no second round.
    turn: given.turn,
    round: given.round,
    recorded,
    named,
  });
}

/**
 * Whether an action's template reads a name, such as `recorded`.
 *
 * @throws TemplateFault when the template cannot be compiled.
 */
export const mentions = (action: CallAction, name: keyof CallScope): boolean =>
  compiled(action).mentions.has(name);

/** Whether people are rung one after another: by a template that asks whose turn it is. */
export const ringsInTurn = (action: CallAction): boolean => mentions(action, "turn");

/** The key of whoever the caller has chosen among an action's people: no parameter can be called this. */
const chosenKey = "chosen";

/** Whether somebody has been chosen already. */
export const hasChosen = ({ people }: CallAction): boolean => people.some(({ key }) => key === chosenKey);

/** An action whose caller has chosen somebody: that person alone is rung. */
export const withChosen = (action: CallAction, person: Omit<ActionPerson, "key">): CallAction => ({
  ...action,
  people: [{ ...person, key: chosenKey }],
});

/** Compiling costs many times what rendering does, and the texts are few: the newest are kept, by their content. */
const compiledTemplates = new Map<string, CompiledTemplate>();
const mostCompiledTemplates = 200;

function compiled({ body, parameters }: CallAction): CompiledTemplate {
  const key = `${parameters.map((parameter) => `${parameter.key}:${parameter.type}`).join(",")}\n${body}`;
  let template = compiledTemplates.get(key);
  if (!template) {
    template = compileTemplate({ body, parameters });
    const [oldest] = compiledTemplates.keys();
    if (compiledTemplates.size >= mostCompiledTemplates && oldest !== undefined)
      compiledTemplates.delete(oldest);
    compiledTemplates.set(key, template);
  }
  return template;
}

function valuesOf(action: CallAction, moment: Moment): Record<string, BoundValue> {
  return Object.fromEntries(
    action.parameters.map((parameter) => [parameter.key, boundValue(parameter, action, moment)]),
  );
}

function boundValue({ key, type, value }: ActionParameter, action: CallAction, moment: Moment): BoundValue {
  const targets = action.targets.filter((target) => target.key === key);
  switch (type) {
    case "people":
      return phonesOf(key, action, moment);
    case "action":
      return targets[0] ? { name: targets[0].actionName } : null;
    case "menu":
      return targets.map((target) => ({ key: target.menuKey ?? "", label: target.label ?? "" }));
    case "audio":
      return addressOfSound(key, value, action, moment);
    default:
      return value;
  }
}

/** Absolute, since it is Twilio that fetches it; null for a greeting that has nothing for this moment. */
function addressOfSound(
  key: string,
  value: ActionParameter["value"],
  { greetings = [] }: CallAction,
  { at, origin }: Moment,
): BoundValue {
  const greeting = greetings.find((candidate) => candidate.key === key);
  if (greeting) {
    const recording = recordingAt(greeting.recordings, at);
    return recording && soundUrl(origin, recording.soundId);
  }
  // A sound that ships with the app is stored as its path.
  return typeof value === "string" && value.startsWith("/") ? origin + value : value;
}

function phonesOf(key: string, action: CallAction, moment: Moment): PhoneToRing[] {
  const places = everyPhone(action.people).map((phone) => phone.number);
  return phonesAt(action, moment, ringsInTurn(action), key).map(({ name, number, isSip, ringSeconds }) => ({
    name,
    number,
    isSip,
    ringSeconds,
    screen: nextStepUrl(action.id, "screen", String(places.indexOf(number)), moment),
  }));
}

const directoryOf = ({ names }: Moment): CallScope["directory"] => ({
  matches: (names?.page ?? []).map(({ name }, index) => ({ key: String(index + 1), name })),
  hasMore: names?.hasMore ?? false,
});

function stepsOf(action: CallAction, moment: Moment): StepUrls {
  const keysOf = (wanted: ActionParameter["type"]) =>
    action.parameters.filter(({ type }) => type === wanted).map(({ key }) => key);
  const targetOf = (key: string) => action.targets.find((target) => target.key === key)?.actionId ?? null;
  const each = (url: (key: string) => string, keys = keysOf("action")) =>
    Object.fromEntries(keys.map((key) => [key, url(key)]));
  return {
    menu: each((key) => nextStepUrl(action.id, "menu", key, moment), keysOf("menu")),
    go: each((key) => nextStepUrl(targetOf(key), "go", "-", moment)),
    afterDial: each((key) => nextStepUrl(action.id, "after-dial", key, moment)),
    extension: nextStepUrl(action.id, "extension", "-", moment),
    directory: directoryUrl(action, moment),
    afterRecord: each((key) => nextStepUrl(action.id, "after-record", key, moment)),
    afterName: each((key) => nextStepUrl(action.id, "after-name", key, moment)),
    recorded: nextStepUrl(action.id, "recorded", "-", moment),
    transcribed: nextStepUrl(action.id, "transcribed", "-", moment),
  };
}

/** A directory's step keeps which names were read: their letters as its position, and the page as its turn. */
const directoryUrl = (action: CallAction, moment: Moment): string =>
  nextStepUrl(action.id, "directory", moment.names?.letters ?? "-", {
    ...moment,
    turn: moment.names?.pageNumber ?? 0,
  });

/** The URL of a step that follows this moment. */
export function nextStepUrl(
  actionId: string | null,
  kind: StepKind,
  position: string,
  moment: Moment,
): string {
  const { configurationId, reasonCode, trail, people, turn, order, round, idleSteps, totalSteps } = moment;
  // Another action begins afresh.
  const isNew = kind === "go";
  return stepUrl(moment.origin, {
    kind,
    configurationId,
    actionId,
    reasonCode,
    position,
    trail,
    people: isNew ? [] : people,
    turn: isNew ? 0 : turn,
    order: isNew ? [] : order,
    round: isNew ? 1 : round,
    idleSteps: idleSteps + 1,
    totalSteps: totalSteps + 1,
  });
}
