import { isBeingLetGo, type KnownSettings, numberState } from "./number-state";
import type { NumberAtTwilio } from "./numbers-at-twilio";
import { sameSettings } from "./voice-settings";

/** A number as it is kept here. */
export interface KeptNumber extends KnownSettings {
  id: string;
  /** E.164. */
  number: string;
  canVoice: boolean;
  canSms: boolean;
  canMms: boolean;
}

interface FoundNumber {
  id: string;
  at: NumberAtTwilio;
  isChanged: boolean;
  /** The account had lost it. */
  isBack: boolean;
  /** It is another number with the same digits: what stood at the old one is no business of this one. */
  isAnother: boolean;
  /** The old settings were to be put back, and stand there now. */
  isLetGo: boolean;
  isDrifted: boolean;
}

export interface SynchronisationPlan {
  /** Numbers that are not kept here yet. */
  added: NumberAtTwilio[];
  /** Numbers that are, with what Twilio says of them now. */
  found: FoundNumber[];
  /** Ids of numbers that the account no longer has, and had when we last asked. */
  gone: string[];
}

/**
 * What has to change here so that it agrees with a full list of the account's numbers. A number is known by its SID, or
 * failing that by its digits: one that was released and bought again has a new SID, and an example number may turn out to
 * be the account's. Names stay as they are here.
 */
export function planSynchronisation(
  kept: readonly KeptNumber[],
  atTwilio: readonly NumberAtTwilio[],
): SynchronisationPlan {
  const bySid = new Map(kept.map((number) => [number.twilioSid, number]));
  const byDigits = new Map(kept.map((number) => [number.number, number]));
  const added: NumberAtTwilio[] = [];
  const found = atTwilio.flatMap((at) => {
    const own = bySid.get(at.sid) ?? byDigits.get(at.number);
    if (!own) added.push(at);
    return own ? [compare(own, at)] : [];
  });
  const seen = new Set(found.map(({ id }) => id));
  const isLost = ({ id, twilioSid, goneSince }: KeptNumber) => twilioSid && !goneSince && !seen.has(id);
  return { added, found, gone: kept.filter(isLost).map(({ id }) => id) };
}

function compare(own: KeptNumber, at: NumberAtTwilio): FoundNumber {
  const now = { ...own, twilioSid: at.sid, goneSince: null, settingsConfirmed: at.settings };
  return {
    id: own.id,
    at,
    isChanged:
      own.twilioSid !== at.sid ||
      (["canVoice", "canSms", "canMms"] as const).some((name) => own[name] !== at[name]) ||
      !sameSettings(own.settingsConfirmed, at.settings),
    isBack: own.goneSince !== null,
    isAnother: own.twilioSid !== at.sid,
    isLetGo: isBeingLetGo(own) && sameSettings(own.settingsWanted, at.settings),
    isDrifted: numberState(now) === "drifted",
  };
}
