import type { Temporal } from "temporal-polyfill";
import { clockInWords, timeWriter } from "@/app/_format/wall-time";
import type { ListedLine } from "@/db/queries/lines/list-lines";
import { decideCall } from "@/lib/call/decide";
import { phonesToRing } from "@/lib/call/phones-to-ring";

/** What a call to a work number would come to at an instant. */
export type LineNow =
  | {
      state: "open" | "closed";
      configuration: { id: string; name: string };
      action: { id: string; name: string };
      /** Null for an action that rings nobody; empty when all whom it would ring are away or off duty. */
      rings: RungParty[] | null;
      /** Actions that the call can go on to, in their order. */
      thenActionNames: string[];
      /** What callers get who are not known, where only known ones are put through; otherwise null. */
      othersActionName: string | null;
      /** Why, and until when, with the zone of that. */
      reason: string;
      /** IANA name of the zone that the hours are in. */
      timeZone: string;
      /** By the clocks there: "2:05 PM". */
      timeThere: string;
    }
  | { state: "off"; reason: string };

export interface RungParty {
  /** Null for a bare number. */
  name: string | null;
  /** E.164, or SIP addresses. */
  numbers: string[];
}

/** From the very functions that answer a call: what this says is what a caller gets. */
export function describeLine(listed: ListedLine, at: Temporal.Instant, locale: string): LineNow {
  // Of somebody who is put through: where that is not everybody, the others are told of beside it.
  const decision = decideCall(listed, null, at, timeWriter(locale));
  if (decision.kind === "reject") return { state: "off", reason: decision.reason.words };
  const { action, configuration, isOpen, reason } = decision;
  const { timeZone } = configuration.schedule;
  return {
    state: isOpen ? "open" : "closed",
    configuration: { id: configuration.id, name: configuration.name },
    action: { id: action.id, name: action.name },
    rings: action.people.length > 0 ? parties(phonesToRing(action.people, at)) : null,
    thenActionNames: [...new Set(action.targets.map(({ actionName }) => actionName))],
    othersActionName: configuration.takesKnownCallersOnly ? configuration.closedAction.name : null,
    reason: reason.words,
    timeZone,
    timeThere: clockInWords(at, timeZone, locale),
  };
}

/** Somebody's phones are one entry, however many of them ring. */
function parties(phones: ReturnType<typeof phonesToRing>): RungParty[] {
  const byName = new Map<string, RungParty>();
  for (const { name, number } of phones) {
    const key = name ?? number;
    const party = byName.get(key);
    if (party) party.numbers.push(number);
    else byName.set(key, { name, numbers: [number] });
  }
  return [...byName.values()];
}
