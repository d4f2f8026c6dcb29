/** Why a call was answered as it was. Stored with each call, so a code never changes its meaning. */
export const reasonCodes = [
  "open",
  "closed",
  "numberUnknown",
  "configurationInactive",
  "callerBlocked",
  /** Led past the schedule, to an action of their own. */
  "knownCaller",
  /** The configuration takes known callers only. */
  "callerNotKnown",
  /** Neither the database nor the memory of this isolate knew the number's set-up. */
  "databaseAway",
  /** The call's first record was lost, and nothing later said why it was answered as it was. */
  "recordLost",
] as const;

export type ReasonCode = (typeof reasonCodes)[number];

export const isReasonCode = (code: string): code is ReasonCode =>
  (reasonCodes as readonly string[]).includes(code);

export interface Reason {
  code: ReasonCode;
  /** For people: "Closed: Thanksgiving, until Fri 27 Nov 09:00 (New York time)". */
  words: string;
}

/** What is left to say of a reason of which only the code has survived, in the URL of a later step. */
export const reasonFromCode = (code: ReasonCode): Reason => ({ code, words: wordsForCode[code] });

const wordsForCode: Record<ReasonCode, string> = {
  open: "Open",
  closed: "Closed",
  numberUnknown: "No number of ours was called",
  configurationInactive: "The number has no active configuration",
  callerBlocked: "The caller is blocked",
  knownCaller: "A known caller",
  callerNotKnown: "Only known callers are put through, and this one is not known",
  databaseAway: "Answered while the database was away",
  recordLost: "Answered while the database was away",
};
