import type { CallAction } from "@/lib/call/setup";
import type { DialTarget } from "@/lib/twiml/call-step";
import { interpretTwiml } from "@/lib/twiml/interpret-twiml";

export interface RungPhone {
  /** Whose phone it is; null for a bare number. */
  name: string | null;
  /** E.164, or whatever address is rung. */
  number: string;
}

/** The phones that an answer rings, in order, with whose they are. */
export function ringsIn(twiml: string | null, action: CallAction | null): RungPhone[] {
  if (twiml === null) return [];
  return interpretTwiml(twiml).steps.flatMap((step) =>
    step.kind === "dial"
      ? step.targets.flatMap(addressesOf).map((number) => ({ name: nameOf(number, action), number }))
      : [],
  );
}

function addressesOf(target: DialTarget): readonly string[] {
  if (target.kind === "sip") return target.uris;
  return target.kind === "number" ? [target.number] : [];
}

const nameOf = (number: string, action: CallAction | null): string | null =>
  action?.people.find(({ numbers }) => numbers.includes(number))?.name ?? null;
