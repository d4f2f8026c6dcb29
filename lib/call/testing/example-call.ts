import { Temporal } from "temporal-polyfill";
import { beginning, type Moment } from "../render-action";
import type { ActionPerson, CallAction, CallConfiguration, Firm, Line, LineSetup } from "../setup";
import type { Step } from "../step";

/** A small office for the tests of the call: one line, a team of two, a next action. */

const configurationId = "11111111-1111-4111-8111-111111111111";
const ringId = "22222222-2222-4222-8222-222222222222";
export const nextId = "33333333-3333-4333-8333-333333333333";

const firm: Firm = {
  name: "Alder & Finch",
  voice: { name: "Polly.Joanna-Neural", language: "en-US" },
  fallbackNumber: "+12125550190",
};

const line: Line = { number: "+12125550100", name: "Main line" };

export const at = Temporal.Instant.from("2026-11-23T15:00:00Z");

export const person = (name: string, numbers: string[], awayUntil: string | null = null): ActionPerson => ({
  key: "people",
  personId: `person-${name}`,
  name,
  numbers,
  awayUntil: awayUntil === null ? null : Temporal.Instant.from(awayUntil),
  duty: null,
  ringSeconds: null,
  lastTookAt: null,
});

export const ana = person("Ana", ["+12125550142"]);
export const ben = person("Ben", ["+12125550143", "+12125550144"]);

export const ring: CallAction = {
  id: ringId,
  name: "Ring the team",
  body: `<Response><Dial action="{{ steps.afterDial.unanswered }}">{% for phone in people %}<Number url="{{ phone.screen }}">{{ phone.number }}</Number>{% endfor %}</Dial></Response>`,
  parameters: [
    { key: "people", type: "people", defaultValue: null, value: null },
    { key: "unanswered", type: "action", defaultValue: null, value: null },
  ],
  people: [ana, ben],
  targets: [
    { key: "unanswered", menuKey: null, label: null, actionId: nextId, actionName: "Take a message" },
  ],
};

export const say = (text: string): CallAction => ({
  id: nextId,
  name: "Say something",
  body: "<Response><Say>{{ text }}</Say></Response>",
  parameters: [{ key: "text", type: "longText", defaultValue: null, value: text }],
  people: [],
  targets: [],
});

export const configuration: CallConfiguration = {
  id: configurationId,
  name: "Main",
  version: 3,
  schedule: {
    timeZone: "America/New_York",
    windows: [{ weekday: 1, opensAt: "09:00", closesAt: "17:00" }],
    exceptions: [],
    override: null,
  },
  openAction: ring,
  closedAction: say("We are closed."),
  takesKnownCallersOnly: false,
};

export const setup: LineSetup = { firm, line, configuration };

export const moment = (changed: Partial<Moment> = {}): Moment => ({
  at,
  origin: "https://phones.example.com",
  firm,
  line,
  caller: { number: "+14155550123", name: null, city: null, country: null },
  configurationId,
  reasonCode: "open",
  ...beginning,
  ...changed,
});

export const step = (changed: Partial<Step> = {}): Step => ({
  kind: "after-dial",
  configurationId,
  actionId: ringId,
  reasonCode: "open",
  position: "unanswered",
  trail: [],
  people: [],
  turn: 0,
  order: [],
  round: 1,
  idleSteps: 1,
  totalSteps: 1,
  ...changed,
});
