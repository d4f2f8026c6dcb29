import type { Temporal } from "temporal-polyfill";
import { bindValues } from "@/lib/template/bind-values";
import { type CompiledTemplate, compileTemplate } from "@/lib/template/compile-template";
import { renderTemplate } from "@/lib/template/render-template";
import type { BoundValue, CallScope, PhoneToRing, StepUrls } from "@/lib/template/types";
import type { Caller } from "./caller";
import { everyPhone, phonesToRing } from "./phones-to-ring";
import type { ReasonCode } from "./reason";
import type { ActionParameter, CallAction, Firm, Line } from "./setup";
import { type StepKind, stepUrl } from "./step";

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
  turn: number;
  round: number;
  /** Whether the caller's message has been kept, and the action is asked what comes after. */
  recorded: boolean;
  refusedBy: readonly string[];
  idleSteps: number;
  totalSteps: number;
}

/**
 * The TwiML of an action at a moment of a call.
 *
 * @throws TemplateFault when the template cannot be compiled or rendered.
 */
export function renderAction(action: CallAction, given: Moment): string {
  const moment = mentions(action, "turn") ? atNextTurn(action, given) : given;
  const { firm, line, caller, turn, round, recorded } = moment;
  return renderTemplate(compiled(action), {
    ...bindValues(action.parameters, valuesOf(action, moment), firm.voice),
    caller: { number: caller.number, name: caller.name, city: caller.city, country: caller.country },
    line: { name: line.name, number: line.number },
    firm: { name: firm.name },
    steps: stepsOf(action, moment),
    turn,
    round,
    recorded,
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

/** Whoever is away, or has refused this call, is passed over: their turn is the next one's. */
function atNextTurn(action: CallAction, moment: Moment): Moment {
  const { at, refusedBy } = moment;
  const left = action.people.slice(moment.turn);
  const passedOver = left.findIndex((person) => phonesToRing([person], at, refusedBy).length > 0);
  return { ...moment, turn: passedOver === -1 ? action.people.length : moment.turn + passedOver };
}

/** Whether there is still somebody to ring, from this turn on. */
export const isSomebodyLeft = (action: CallAction, moment: Moment): boolean =>
  atNextTurn(action, moment).turn < action.people.length;

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
      // A sound that ships with the app is stored as its path; Twilio fetches it from the public address.
      return typeof value === "string" && value.startsWith("/") ? moment.origin + value : value;
    default:
      return value;
  }
}

function phonesOf(key: string, action: CallAction, moment: Moment): PhoneToRing[] {
  const own = action.people.filter((person) => person.key === key);
  const people = ringsInTurn(action) ? own.slice(moment.turn, moment.turn + 1) : own;
  const places = everyPhone(action.people).map((phone) => phone.number);
  return phonesToRing(people, moment.at, moment.refusedBy).map((phone) => ({
    ...phone,
    screen: nextStepUrl(action.id, "screen", String(places.indexOf(phone.number)), moment),
  }));
}

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
    afterRecord: each((key) => nextStepUrl(action.id, "after-record", key, moment)),
    recorded: nextStepUrl(action.id, "recorded", "-", moment),
    transcribed: nextStepUrl(action.id, "transcribed", "-", moment),
  };
}

/** The URL of a step that follows this moment. */
export function nextStepUrl(
  actionId: string | null,
  kind: StepKind,
  position: string,
  moment: Moment,
): string {
  const { configurationId, reasonCode, trail, turn, round, idleSteps, totalSteps } = moment;
  // Another action begins afresh.
  const isNew = kind === "go";
  return stepUrl(moment.origin, {
    kind,
    configurationId,
    actionId,
    reasonCode,
    position,
    trail,
    turn: isNew ? 0 : turn,
    round: isNew ? 1 : round,
    idleSteps: idleSteps + 1,
    totalSteps: totalSteps + 1,
  });
}
