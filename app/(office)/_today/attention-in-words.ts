import type { Route } from "next";
import type { Temporal } from "temporal-polyfill";
import { countInWords } from "@/app/_format/count-in-words";
import type { Attention } from "@/db/queries/attention/list-attention";
import { numberState } from "@/lib/twilio/rest/number-state";

/** One thing to look at, and where. */
export interface AttentionLine {
  words: string;
  href: Route;
}

/** What stands at Twilio, for each state that needs a look. */
const atTwilio: Partial<Record<ReturnType<typeof numberState>, string>> = {
  gone: "is configured, but the Twilio account no longer has it",
  waiting: "is not pointed here at Twilio yet: its calls do not arrive",
  lettingGo: "is to be let go, but its old settings are not back at Twilio yet",
  drifted: "has been changed at Twilio: its calls may not arrive",
};

/** @param yesterday the firm's date a day ago, from when on calls count that were answered in an outage. */
export function attentionInWords(
  attention: Attention,
  { yesterday, locale }: { yesterday: Temporal.PlainDate; locale: string },
): AttentionLine[] {
  const { numbersAtTwilio, forgottenOverrides, unreachable, goingRound, newVoicemails, degradedCalls } =
    attention;
  return [
    ...numbersAtTwilio.flatMap(({ id, name, goneSince, ...known }) => {
      const state = numberState({ ...known, goneSince: goneSince === null ? null : new Date(goneSince) });
      const words = atTwilio[state];
      return words ? [{ words: `${name} ${words}.`, href: `/phone-numbers/${id}` as Route }] : [];
    }),
    ...goingRound.map(({ id, name }) => ({
      words: `A phone of ${name} is one of your own numbers: a call to it would go round.`,
      href: `/people/${id}` as Route,
    })),
    ...unreachable.map(({ id, name }) => ({
      words: `${name} is to be rung, but has no phone that rings.`,
      href: `/people/${id}` as Route,
    })),
    ...forgottenOverrides.map(({ id, name, isOpen, setByName }) => ({
      words: `${name} has been ${isOpen ? "open" : "closed"} by hand for more than a day (${setByName}).`,
      href: `/schedules/${id}` as Route,
    })),
    ...(degradedCalls > 0
      ? [
          {
            words: `${countInWords(degradedCalls, "call", "calls", locale)} of the last 24 hours ${degradedCalls === 1 ? "was" : "were"} answered while the database was away.`,
            href: `/calls?${new URLSearchParams({ result: "outage", from: yesterday.toString() })}` as Route,
          },
        ]
      : []),
    ...(newVoicemails > 0
      ? [
          {
            words: `${countInWords(newVoicemails, "new voicemail", "new voicemails", locale)}.`,
            href: "/voicemails?state=new" as Route,
          },
        ]
      : []),
  ];
}
