import type { Fault } from "./fault";
import type { Outcome } from "./outcomes";

/** A route or a page that asks something of Twilio's REST API, and what comes of each fault of it. */
export interface RestRow {
  route: string;
  what: string;
  outcome(fault: Fault): Outcome;
}

const unlessSlow = (outcome: Outcome) => (fault: Fault) => (fault === "slow" ? "late" : outcome);

/** What was too much is refused, and sure not to have gone; of any other fault nobody knows. */
const noticeOutcome = (fault: Fault): Outcome =>
  fault === "limited" ? "dueAgain" : unlessSlow("notAgain")(fault);

export const restRows = {
  playing: {
    route: "/voicemails/[id]/audio",
    what: "A voicemail is played",
    outcome: (fault) => (fault === "cut" ? "breaksOff" : unlessSlow("words")(fault)),
  },
  greeting: {
    route: "/api/voice/greeting-recorded/[...step]",
    what: "The recording of a greeting is fetched",
    outcome: unlessSlow("toldOnPage"),
  },
  writingDown: {
    route: "/api/voice/transcribed/[...step]",
    what: "A message that nothing is known of yet has been written down",
    outcome: unlessSlow("keptAnyway"),
  },
  noticing: {
    route: "/api/voice/recorded/[...step]",
    what: "Somebody is told of a message by text",
    outcome: noticeOutcome,
  },
  noticingAgain: {
    route: "/api/cron/notices",
    what: "Somebody is told again",
    outcome: noticeOutcome,
  },
  textingBack: {
    route: "/api/cron/notices",
    what: "A caller who reached nobody is texted",
    outcome: unlessSlow("laterOrNever"),
  },
  clearing: {
    route: "/api/cron/nightly",
    what: "Recordings are deleted, and numbers looked at, at night",
    outcome: unlessSlow("nextNight"),
  },
  searching: {
    route: "/phone-numbers/buy",
    what: "The page that searches for numbers for sale",
    outcome: unlessSlow("refused"),
  },
  checkingUp: {
    route: "/health",
    what: "The check-up page",
    outcome: unlessSlow("lineSaysSo"),
  },
} as const satisfies Record<string, RestRow>;
