import type { InWords } from "@/db/queries/activity/record-activity";
import { faultInWords } from "@/lib/twilio/rest/fault-in-words";
import type { Cleared } from "./clear-old";

const days = (count: number | null): string => {
  if (count === null) return "For good";
  return count === 1 ? "One day" : `${count} days`;
};

/** How long things are kept, as the form's labels say it. */
export const retentionInWords = ({ keepsCallsDays, keepsVoicemailsDays }: Cleared["retention"]): InWords => ({
  "Keep calls": days(keepsCallsDays),
  "Keep voicemails": days(keepsVoicemailsDays),
});

/** What a night's clearing came to, as the activity page shows it: only what is worth a line. */
export function clearedInWords(cleared: Cleared): InWords {
  const { retention, voicemails, spokenNames, greetingCopies, calls, failed, fault, isUnfinished } = cleared;
  return {
    ...(retention.keepsCallsDays !== null && { "Calls deleted": String(calls) }),
    ...(retention.keepsVoicemailsDays !== null && { "Voicemails deleted": String(voicemails) }),
    ...(spokenNames > 0 && { "Spoken names deleted": String(spokenNames) }),
    ...(greetingCopies > 0 && { "Copies of greetings deleted at Twilio": String(greetingCopies) }),
    ...(failed > 0 && {
      "Recordings not deleted": fault
        ? `${failed}. ${faultInWords(fault, { notDone: "They are tried again the next night." })}`
        : String(failed),
    }),
    ...(isUnfinished && { "Left for the next night": "What there was no time for" }),
  };
}
