import { Temporal } from "temporal-polyfill";
import type { ClaimedNotice } from "@/db/queries/notices/claim-due-notices";
import type { MessageInWords } from "@/lib/mail/voicemail-mail";
import { describeCaller } from "../_format/describe-caller";
import { instantInWords } from "../_format/instant-in-words";
import { lengthInWords } from "../_format/length-in-words";
import { nearestEnglish } from "../_format/nearest-english";
import { formatPhoneNumber } from "../_format/phone-number";

/** What a notice says, written as the firm's country writes it, by the firm's clocks. */
export function messageInWords(
  { voicemailId, message, firm }: ClaimedNotice,
  origin: string,
): MessageInWords {
  const { from, fromName, to, lineName, leftAt, durationSeconds, transcription } = message;
  const { country, timeZone } = firm;
  const when = instantInWords(leftAt, {
    now: Temporal.Now.instant(),
    timeZone,
    locale: nearestEnglish(country),
  });
  return {
    caller: withPlainSpaces(describeCaller(from, fromName, country)),
    line: lineName ?? withPlainSpaces(formatPhoneNumber(to, country)),
    when: withPlainSpaces(when),
    length: lengthInWords(durationSeconds),
    transcription: transcription || null,
    url: `${origin}/voicemails/${voicemailId}`,
  };
}

/** Spaces that do not break keep numbers whole on a page; in a subject or a text they are characters like no other. */
const withPlainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");
