import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { type ClaimedNotice, claimDueNotices } from "@/db/queries/notices/claim-due-notices";
import {
  recordNoticeBegun,
  recordNoticeFailed,
  recordNoticeSent,
  recordNoticeUnsure,
} from "@/db/queries/notices/record-outcome";
import { logFault } from "@/lib/log";
import { sendMail } from "@/lib/mail/send-mail";
import { voicemailMail } from "@/lib/mail/voicemail-mail";
import { insist } from "@/lib/notices/insist";
import { nextAttemptAfter } from "@/lib/notices/next-attempt";
import type { Settings } from "@/lib/settings-schema";
import { textStatusUrl } from "@/lib/text-message/delivery";
import { type SendingOutcome, sendText } from "@/lib/text-message/send-text";
import { voicemailText } from "@/lib/text-message/voicemail-text";
import { messageInWords } from "./message-in-words";

interface Sending {
  /** Where the links lead. */
  origin: string;
  settings: Settings;
  /** Of this recording alone. Left out, whatever is due. */
  recordingSid?: string;
}

export interface SentCounts {
  sent: number;
  failed: number;
}

/** At a time: a mail server or an account at Twilio takes so many side by side. */
const batchSize = 10;
/** No new batch is begun after this: each may take fifteen seconds, and the function is ended after sixty. */
const beginSeconds = 40;

/**
 * Sends the notices that are due. Each is claimed, and noted as begun, before it is handed over: two that run at once never
 * send the same one, and one that may have gone out is never sent again, whatever happens to whoever sent it.
 */
export async function sendDueNotices(db: Database, sending: Sending): Promise<SentCounts> {
  const counts: SentCounts = { sent: 0, failed: 0 };
  const begun = Temporal.Now.instant();
  for (;;) {
    const at = Temporal.Now.instant();
    if (begun.until(at).total("seconds") > beginSeconds) return counts;
    const { recordingSid } = sending;
    const claimed = await claimDueNotices(db, { at, limit: batchSize, recordingSid });
    if (claimed.length === 0) return counts;
    const outcomes = await Promise.all(claimed.map((notice) => sendOne(db, notice, sending)));
    for (const kind of outcomes) counts[kind] += 1;
  }
}

/**
 * One that fails in a way that nobody foresaw leaves the others alone. If that was before it was begun its claim runs out,
 * and it is due again; after it, the voicemail's page says that it may not have gone.
 */
async function sendOne(db: Database, notice: ClaimedNotice, sending: Sending): Promise<keyof SentCounts> {
  const { voicemailId, channel, attempts } = notice;
  try {
    const begunAt = Temporal.Now.instant();
    if (!(await insist(() => recordNoticeBegun(db, notice, begunAt)))) return "failed";
    const outcome = await send(notice, sending);
    const at = Temporal.Now.instant();
    if (outcome.kind === "sent") {
      await insist(() => recordNoticeSent(db, notice, at));
      return "sent";
    }
    const { isFinal, isUnsure, why } = outcome;
    if (isUnsure) await insist(() => recordNoticeUnsure(db, notice, why));
    else {
      const next = isFinal ? null : nextAttemptAfter(attempts, at);
      await insist(() => recordNoticeFailed(db, notice, { why, next }));
    }
    return "failed";
  } catch (error) {
    logFault("notice.failed", error, { voicemailId, channel });
    return "failed";
  }
}

async function send(notice: ClaimedNotice, { origin, settings }: Sending): Promise<SendingOutcome> {
  const { voicemailId, channel, address, message, firm } = notice;
  const words = messageInWords(notice, origin);
  if (channel === "text") {
    if (!message.canLineText) {
      return { kind: "failed", isFinal: true, why: `${words.line} cannot send texts.` };
    }
    const statusUrl = textStatusUrl(origin, { kind: "notice", voicemailId });
    return sendText({ from: message.to, to: address, text: voicemailText(words), statusUrl }, settings);
  }
  const outcome = await sendMail(voicemailMail(address, { ...words, firmName: firm.name }), settings);
  switch (outcome.kind) {
    case "notConfigured":
      return { kind: "failed", isFinal: false, why: "No e-mails are sent from here: SMTP_URL is not set." };
    case "readOnlyDeployment":
      return { kind: "failed", isFinal: true, why: "This is a preview, which sends no e-mails." };
    default:
      return outcome;
  }
}
