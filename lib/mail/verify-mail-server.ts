import { logFault } from "../log";
import type { Settings } from "../settings-schema";
import { mailFaultCodes, mailFaultInWords } from "./mail-fault";
import { withinMailLimit } from "./mail-transport";

const mostMilliseconds = 5000;

/**
 * Connects to the mail server and signs in, and sends nothing.
 *
 * @returns null when it would take e-mails, otherwise why it would not, in a sentence.
 */
export async function verifyMailServer(settings: Settings): Promise<string | null> {
  try {
    await withinMailLimit(settings, mostMilliseconds, (transport) => transport.verify());
    return null;
  } catch (error) {
    logFault("mail.notVerified", new Error(mailFaultCodes(error)));
    return mailFaultInWords(error).why;
  }
}
