import { isGreetingChoice } from "@/lib/template/greeting-choice";
import type { ActionValue } from "@/lib/template/value-schemas";

const greetingMark = "greeting:";

/** What the audio field sends: an address as it stands, or which greeting of the library. */
export const writeAudio = (value: ActionValue): string => {
  if (isGreetingChoice(value)) return greetingMark + value.greetingId;
  return typeof value === "string" ? value : "";
};

/** What the audio field has sent, as the schema of its type expects it. */
export const readAudio = (typed: string): { greetingId: string } | string =>
  typed.startsWith(greetingMark) ? { greetingId: typed.slice(greetingMark.length) } : typed;
