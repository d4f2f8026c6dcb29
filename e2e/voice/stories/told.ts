import { expect } from "@playwright/test";
import { Temporal } from "temporal-polyfill";
import type { ToldCall } from "@/db/queries/calls/find-call";
import type { MadeLine } from "../../office/make-line";
import type { CallInOffice } from "../../player/play-in-office";

/** What stories have in common of what is heard, and of what the log says of it. */

interface Named {
  name: string;
}

export const nobodyCanTakeIt =
  "We are sorry, nobody can take your call right now. Please try again later. Goodbye.";

/** How the log begins: why the call was answered, and by which action. */
export const answeredBy = ({ name }: Named) => expect.stringContaining(`“${name}”`);

export const wentOn = ({ name }: Named): string => `Went on to “${name}”`;

/** A key of a menu, and where it led. */
export const pressed = (key: string, action: Named): string[] => [
  `Pressed ${key}: on to “${action.name}”`,
  wentOn(action),
];

export const asked = (name: string): string => `${name} picked up and was asked to press 1`;

export const refused = (name: string): string[] => [asked(name), `${name} did not take the call`];

export const taken = (name: string): string[] => [asked(name), `${name} pressed 1`, `${name} took the call`];

/** What is heard and told of a phone that was let go, or that rang in vain, before the call goes on to another action. */
export const onTo = (what: string, action: Named): string[] => [
  `${what}; on to “${action.name}”`,
  wentOn(action),
];

/** Somebody at the fallback number picks up and takes the call. */
export const takenByFallback: string[] = [
  "Whoever picked up at the fallback number was asked to press 1",
  "Whoever picked up at the fallback number pressed 1",
  "The fallback number took the call",
];

interface ToldOfCall extends Partial<Pick<ToldCall, "from" | "status">> {
  result: ToldCall["result"];
  /** Null where nobody took it, or nobody knows who. */
  answeredBy: { id: string; name: string } | null;
  /** By name. */
  rung: readonly { id: string; name: string }[];
}

/** The log's whole row of a call to an office that is always open; its steps are its story. */
export const rowOf = (
  { callSid }: CallInOffice,
  line: MadeLine,
  { result, answeredBy, rung, from = "+14155550123", status = "completed" }: ToldOfCall,
) => ({
  sid: callSid,
  from,
  fromName: null,
  knownCaller: null,
  to: line.number,
  line: { id: line.phoneNumberId, name: line.name },
  receivedAt: expect.any(Temporal.Instant),
  reason: "Always open",
  reasonCode: "open",
  configuration: { id: line.configurationId, name: expect.any(String), version: 1 },
  configurationVersion: 1,
  degradedTo: null,
  result,
  answeredByName: answeredBy?.name ?? null,
  answeredById: answeredBy?.id ?? null,
  answeredAt: result === "answered" ? expect.any(Temporal.Instant) : null,
  rung: rung.map(({ id, name }) => ({ id, name })),
  status,
  durationSeconds: expect.any(Number),
  endedAt: expect.any(Temporal.Instant),
  steps: expect.any(Array),
  voicemails: [],
});
