import { type AttemptWords, faultInWords } from "./fault-in-words";
import type { TwilioFault } from "./twilio-fault";

/** What came of telling Twilio where a number should point. */
export type PushOutcome =
  | { outcome: "done" }
  /** It was so already: nothing was sent. */
  | { outcome: "alreadyDone" }
  /** The number is an example that no account owns. */
  | { outcome: "example" }
  /** The account does not have the number any more. */
  | { outcome: "gone" }
  /** It was let go, but pointed elsewhere by then: what stands there was left alone. */
  | { outcome: "pointsElsewhere" }
  /** It is a test number at a preview, and stays there until somebody takes it back. */
  | { outcome: "atPreview" }
  /** No credentials are set. What is wanted is kept. */
  | { outcome: "notConnected" }
  /** A preview changes nothing at Twilio. */
  | { outcome: "refusedHere" }
  /** Twilio could not reach the app at its address, and callers would hear nothing. */
  | { outcome: "notPublic"; origin: string }
  /** What is wanted is kept, and shown until it is done. */
  | { outcome: "failed"; fault: TwilioFault };

const undone: readonly PushOutcome["outcome"][] = [
  "gone",
  "notConnected",
  "refusedHere",
  "notPublic",
  "failed",
];

/** Whether Twilio is not as it was meant to be after this. */
export const isUndone = ({ outcome }: PushOutcome): boolean => undone.includes(outcome);

const pointingWords: AttemptWords = {
  notDone:
    "The number was left as it was at Twilio. What is wanted is kept here, and its page can try again.",
  unsure:
    "It is not known whether Twilio has taken the new settings. What is wanted is kept here: synchronise to see how the number stands, or let its page try again.",
};

const lettingGoWords: AttemptWords = {
  notDone:
    "The old settings were not put back at Twilio, so calls still come to Switchboard. The number's page can try again.",
  unsure:
    "It is not known whether Twilio has put the old settings back: synchronise to see, or let the number's page try again.",
};

const previewWords: AttemptWords = {
  notDone: "The number was left as it was at Twilio.",
  unsure:
    "It is not known whether Twilio has taken the new settings: synchronise to see how the number stands, or try again.",
};

const attempts = {
  pointing: { done: "At Twilio the number now points at Switchboard.", words: pointingWords },
  lettingGo: { done: "At Twilio the number has its old settings back.", words: lettingGoWords },
  toPreview: {
    done: "At Twilio the number now points at the preview, until you take it back.",
    words: previewWords,
  },
  takingBack: { done: "At Twilio the number now points at Switchboard again.", words: previewWords },
  takingBackUnanswered: { done: "At Twilio the number has its old settings back.", words: previewWords },
} as const;

/** One or two sentences about a push for the person who caused it; null where there is nothing to say. */
export function outcomeInWords(outcome: PushOutcome, attempt: keyof typeof attempts): string | null {
  switch (outcome.outcome) {
    case "done":
      return attempts[attempt].done;
    case "alreadyDone":
    case "example":
      return null;
    case "gone":
      return "The account at Twilio does not have this number any more, so nothing was changed there.";
    case "pointsElsewhere":
      return "At Twilio the number had been pointed elsewhere by then, so what stands there was left alone.";
    case "atPreview":
      return "The number is at a preview, and stays there until it is taken back on its page.";
    case "notConnected":
      return "Switchboard has no credentials for Twilio, so nothing was changed there.";
    case "refusedHere":
      return "This is a preview of Switchboard: nothing was changed at Twilio.";
    case "notPublic":
      return `Twilio cannot reach Switchboard at ${outcome.origin}, so nothing was changed there. Whoever set Switchboard up should set PUBLIC_BASE_URL to its public address.`;
    case "failed":
      return faultInWords(outcome.fault, attempts[attempt].words);
  }
}
