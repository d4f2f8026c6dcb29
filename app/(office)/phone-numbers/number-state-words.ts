import type { NumberState } from "@/lib/twilio/rest/number-state";

/** How a number stands, in a label and in a sentence that says what it means for its callers. */
export const numberStateWords: Readonly<Record<NumberState, { label: string; meaning: string }>> = {
  inStep: {
    label: "In step",
    meaning: "Twilio has what Switchboard wants: calls to this number are answered here.",
  },
  waiting: {
    label: "Waiting for Twilio",
    meaning:
      "Calls to this number are meant to be answered here, but Twilio has not been told yet: it still does what it did before.",
  },
  lettingGo: {
    label: "Waiting for Twilio",
    meaning:
      "The old settings are to be put back at Twilio, and have not been yet: calls to this number still come to Switchboard.",
  },
  atPreview: {
    label: "At a preview",
    meaning:
      "This is a test number, and its calls go to a preview of Switchboard: they are not answered here.",
  },
  drifted: {
    label: "Changed at Twilio",
    meaning:
      "Somebody has changed this number at Twilio, so its calls may not come to Switchboard. Repairing puts the settings back that Switchboard wants.",
  },
  gone: {
    label: "Gone",
    meaning: "The account at Twilio does not have this number any more: nobody reaches the firm on it.",
  },
  notOurs: {
    label: "Not in use",
    meaning:
      "Switchboard does not answer this number. It does as soon as an active configuration says what should happen.",
  },
  example: {
    label: "Example",
    meaning: "This number was entered by hand: no account at Twilio has it, and nobody can call it.",
  },
};
