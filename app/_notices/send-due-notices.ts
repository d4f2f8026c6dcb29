import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { type ClaimedNotice, claimDueNotices } from "@/db/queries/notices/claim-due-notices";
import { recordNoticeFailed, recordNoticeSent } from "@/db/queries/notices/record-outcome";
import { logFault } from "@/lib/log";
import { sendMail } from "@/lib/mail/send-mail";
import { voicemailMail } from "@/lib/mail/voicemail-mail";
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
 * Sends the notices that are due. Each is claimed before it is sent, so that two that run at once never send the same
 * one, and what came of it is kept: sent, to be tried again, or given up.
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

/** One that fails in a way that nobody foresaw leaves the others alone; its claim runs out, and it is due again. */
async function sendOne(db: Database, notice: ClaimedNotice, sending: Sending): Promise<keyof SentCounts> {
  const { voicemailId, channel, attempts } = notice;
  try {
    const outcome = await send(notice, sending);
    const at = Temporal.Now.instant();
    if (outcome.kind === "sent") {
      await recordNoticeSent(db, notice, at);
      return "sent";
    }
    const { isFinal, why } = outcome;
    await recordNoticeFailed(db, notice, { why, next: isFinal ? null : nextAttemptAfter(attempts, at) });
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
