import { countInWords } from "@/app/_format/count-in-words";
import { formatNumber } from "@/app/_format/format-number";
import type { NumberToCheck } from "@/db/queries/health/list-numbers-to-check";
import type { VoiceSettings } from "@/db/schema";
import type { AccountAnswer } from "@/lib/twilio/rest/ask-account";
import { type NumberState, numberState } from "@/lib/twilio/rest/number-state";
import type { NumberAtTwilio } from "@/lib/twilio/rest/numbers-at-twilio";
import { differingSettings } from "@/lib/twilio/rest/voice-settings";
import { numberStateWords } from "../../phone-numbers/number-state-words";
import type { CheckResult } from "../check-result";

const mostDetails = 20;

/** Where calls are not answered as they should be. A number that Switchboard has nothing to do with is no trouble. */
const troubles: Partial<Record<NumberState | "outdated", CheckResult["state"]>> = {
  waiting: "fault",
  drifted: "fault",
  gone: "fault",
  outdated: "attention",
  lettingGo: "attention",
};

/**
 * What stands at Twilio for each number at this moment, beside what is wanted of it.
 *
 * @param wantedNow - what a number would be told today, which is not always what it was told when it was pointed here; null
 *   on a preview, where no number is ever pointed.
 */
export async function checkNumbers(
  asked: Promise<AccountAnswer>,
  listed: Promise<NumberToCheck[]>,
  wantedNow: VoiceSettings | null,
  locale: string,
): Promise<CheckResult> {
  const [answer, numbers] = await Promise.all([asked, listed]);
  if (answer.kind !== "answered") {
    return {
      state: answer.kind === "failed" ? "fault" : "attention",
      found: "Twilio could not be asked how the numbers stand.",
      advice: "See to “Twilio's account” first.",
    };
  }
  const now = new Map(answer.numbers.map((number) => [number.sid, number]));
  const found = numbers.map((number) => ({
    name: number.friendlyName,
    ...stateNow(number, now.get(number.twilioSid), wantedNow),
  }));
  const troubled = found.filter(({ state }) => troubles[state] !== undefined);
  if (troubled.length === 0) {
    const count = (wanted: NumberState) => found.filter(({ state }) => state === wanted).length;
    const [inStep, atPreview] = [count("inStep"), count("atPreview")];
    return {
      state: "well",
      found: [
        inStep === 0
          ? "No number at Twilio is to be answered here yet."
          : `Twilio sends the calls of ${countInWords(inStep, "number", "numbers", locale)} here, as wanted.`,
        ...(atPreview > 0
          ? [
              `${countInWords(atPreview, "test number is", "test numbers are", locale)} at a preview, as wanted.`,
            ]
          : []),
      ].join(" "),
    };
  }
  const left = troubled.length - mostDetails;
  return {
    state: troubled.some(({ state }) => troubles[state] === "fault") ? "fault" : "attention",
    found:
      troubled.length === 1
        ? "1 number is not at Twilio as it should be."
        : `${formatNumber(troubled.length, locale)} numbers are not at Twilio as they should be.`,
    advice: "Open “Phone numbers”, synchronise, and repair each from its page.",
    details: [
      ...troubled.slice(0, mostDetails).map(({ name, words }) => `${name}: ${words}`),
      ...(left > 0 ? [`And ${formatNumber(left, locale)} more.`] : []),
    ],
  };
}

function stateNow(
  number: NumberToCheck,
  standing: NumberAtTwilio | undefined,
  wantedNow: VoiceSettings | null,
): { state: NumberState | "outdated"; words: string } {
  if (!standing) return { state: "gone", words: numberStateWords.gone.meaning };
  const state = numberState({ ...number, settingsConfirmed: standing.settings });
  if (state === "inStep" && wantedNow && differingSettings(standing.settings, wantedNow).length > 0) {
    return {
      state: "outdated",
      words:
        "It has an earlier address of Switchboard, or an earlier fallback. Save its active configuration once to bring it up to date.",
    };
  }
  return { state, words: numberStateWords[state].meaning };
}
