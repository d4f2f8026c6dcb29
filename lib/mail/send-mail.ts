import { logFault } from "../log";
import type { Settings } from "../settings-schema";
import { mailFaultCodes, mailFaultInWords } from "./mail-fault";
import { withinMailLimit } from "./mail-transport";
import { mailWay } from "./mail-way";

export interface Mail {
  /** One address, as it is stored. */
  to: string;
  subject: string;
  text: string;
}

/** What came of an e-mail. */
export type MailOutcome =
  | { kind: "sent" }
  | {
      kind: "failed";
      /** Whether the mail server would turn it away again. */
      isFinal: boolean;
      /** The mail server may have taken it all the same: another attempt might send it twice. */
      isUnsure: boolean;
      /** For the firm's own people; a stranger who asked for an e-mail learns nothing of it. */
      why: string;
    }
  | { kind: "notConfigured" | "readOnlyDeployment" };

/** Somebody waits for the page that says whether it was sent. */
const mostMilliseconds = 10_000;

/** Hands an e-mail in plain text to the mail server. Never throws for a mail server that is away, slow or unwilling. */
export async function sendMail({ to, subject, text }: Mail, settings: Settings): Promise<MailOutcome> {
  const way = mailWay(settings);
  if (way !== "smtp") return { kind: way };
  let isHandedOver = false;
  const onData = () => {
    isHandedOver = true;
  };
  try {
    // As an object the address is taken as it is: as a text, a comma in it would make two of it.
    const recipient = { name: "", address: to };
    const { MAIL_FROM: from } = settings;
    await withinMailLimit(
      settings,
      mostMilliseconds,
      (transport) => transport.sendMail({ from, to: recipient, subject, text }),
      onData,
    );
    return { kind: "sent" };
  } catch (error) {
    logFault("mail.failed", new Error(mailFaultCodes(error)));
    return { kind: "failed", ...mailFaultInWords(error, isHandedOver) };
  }
}
