import type { Temporal } from "temporal-polyfill";
import type { Schedule } from "@/lib/schedule/types";
import type { ParameterDeclaration, ScalarValue, VoiceChoice } from "@/lib/template/types";
import type { DatedRecording } from "./recording-at";

/** What the firm has set for all of its numbers. */
export interface Firm {
  name: string;
  voice: VoiceChoice;
  /** Dialled when a call cannot be answered as it should. */
  fallbackNumber: string | null;
}

/** The work number that was called. */
export interface Line {
  /** E.164. */
  number: string;
  name: string;
}

/** A declared parameter with the value that an action gives it; references are beside it. */
export type ActionParameter = Pick<ParameterDeclaration, "key" | "type" | "defaultValue"> & {
  value: ScalarValue | null;
};

/** One entry of a list of people to ring: a person with phones, or a bare number. */
export interface ActionPerson {
  key: string;
  /** Null, as is the name, for a bare number. */
  personId: string | null;
  name: string | null;
  awayUntil: Temporal.Instant | null;
  /** Hours of their own, outside which they are passed over; null while they are always on duty. */
  duty: Schedule | null;
  /** E.164, or SIP addresses; in the order in which they were entered. */
  numbers: readonly string[];
  ringSeconds: number | null;
  /** When they last took a call; null for never, and where the action does not ask who has been idle longest. */
  lastTookAt: Temporal.Instant | null;
}

/** Somebody whom callers can come to by name. */
export interface ListedPerson {
  id: string;
  name: string;
}

/** Whom a step asks the database for, besides its action: what the caller dialled, or whom they have come to. */
export interface Wanted {
  personIds: readonly string[];
  /** Two to five digits; null when none was dialled. */
  extension: string | null;
  isDirectoryWanted: boolean;
}

/** What a step found of those whom it wanted. */
export interface Reached {
  people: readonly (ListedPerson & Omit<ActionPerson, "key">)[];
  /** Everybody with a phone that is rung, in the order of their names; empty unless it was wanted. */
  directory: readonly ListedPerson[];
}

/** Where an action leads: by a parameter of type action, or by one key of a menu. */
export interface ActionTarget {
  key: string;
  menuKey: string | null;
  label: string | null;
  actionId: string;
  actionName: string;
}

/** A greeting of the library that a parameter of type audio plays. */
export interface ActionGreeting {
  key: string;
  name: string;
  recordings: readonly GreetingRecording[];
}

export interface GreetingRecording extends DatedRecording {
  soundId: string;
  /** What it is for; empty for the standing one. */
  label: string;
}

/** An action as the call path looks it up: everything that rendering it needs. */
export interface CallAction {
  id: string;
  name: string;
  body: string;
  parameters: readonly ActionParameter[];
  people: readonly ActionPerson[];
  targets: readonly ActionTarget[];
  /** Left out where no parameter plays one. */
  greetings?: readonly ActionGreeting[];
}

export interface CallConfiguration {
  id: string;
  name: string;
  version: number;
  schedule: Schedule;
  openAction: CallAction;
  closedAction: CallAction;
  /** Whoever is not known gets the closed action, at any hour. */
  takesKnownCallersOnly: boolean;
}

/** A caller whom the firm knows. */
export interface KnownCaller {
  name: string;
  /** Where their calls go straight to; null for the way of everybody else. */
  action: CallAction | null;
}

/** How the firm stands to a caller. */
export interface CallerStanding {
  isBlocked: boolean;
  /** Null for somebody whom the firm does not know. */
  known: KnownCaller | null;
}

/** What a called number is set up to do, whoever calls. */
export interface LineSetup {
  firm: Firm;
  /** Null when the called number is none of ours. */
  line: Line | null;
  /** Null when the number has no active configuration. */
  configuration: CallConfiguration | null;
}

/** What a later step of a call needs, whoever calls. */
export interface StepSetup {
  firm: Firm;
  line: Line | null;
  /** Null when it has been deleted since the call came in. */
  action: CallAction | null;
}

/** What is known of the call itself when a later step is asked for. */
export interface CallSoFar {
  /** As Twilio sent it: E.164, or "anonymous", or an address. */
  from: string;
  fromName: string | null;
  /** Phones whose holder was asked and did not take the call: E.164, or SIP addresses. */
  refusedBy: readonly string[];
  /** The keys of the steps that asked whoever picked up, whatever came of it. */
  asked: readonly string[];
  /** The legs on which somebody was asked, by CallSid, with the number of the phone; null where it is not known. */
  legs: readonly (readonly [sid: string | null, number: string | null])[];
  /** Where Twilio keeps the name that the caller was asked to say; null where none was. */
  spokenNameUrl: string | null;
}
