import { createTransport } from "nodemailer";
import { logFault } from "../log";
import type { Settings } from "../settings-schema";
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
  const transport = createTransport({
    url: settings.SMTP_URL,
    // The links in these e-mails let people in. What the URL itself says goes first.
    requireTLS: !isOnThisMachine(settings.SMTP_URL),
    connectionTimeout: mostMilliseconds,
    greetingTimeout: mostMilliseconds,
    socketTimeout: mostMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const deadline = deadlineIn(mostMilliseconds);
  try {
    // As an object the address is taken as it is: as a text, a comma in it would make two of it.
    const recipient = { name: "", address: to };
    await Promise.race([
      transport.sendMail({ from: settings.MAIL_FROM, to: recipient, subject, text }),
      deadline.passed,
    ]);
    return { kind: "sent" };
  } catch (error) {
    logFault("mail.failed", new Error(codesOf(error)));
    return { kind: "failed", ...failureInWords(error) };
  } finally {
    deadline.cancel();
    transport.close();
  }
}

/** Such as "EENVELOPE 550". What a mail server says in words often repeats the address, which is none of the log's business. */
function codesOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const codes = ["code", "responseCode"].flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return value === undefined ? [] : [String(value)];
  });
  return codes.join(" ") || error.message;
}

/** As nodemailer names faults, and RFC 5321, 4.2.1 the answers of mail servers: 5yz stays as it is, 4yz may pass. */
function failureInWords(error: unknown): { isFinal: boolean; why: string } {
  const { code, responseCode } = (error instanceof Error ? error : {}) as Record<string, unknown>;
  const answer = typeof responseCode === "number" ? ` (its answer was ${responseCode})` : "";
  if (code === "EAUTH") {
    return {
      isFinal: false,
      why: `The mail server did not accept the user and password of SMTP_URL${answer}.`,
    };
  }
  if (typeof responseCode === "number") {
    const isFinal = responseCode >= 500;
    return { isFinal, why: `The mail server ${isFinal ? "refused" : "did not take"} the e-mail${answer}.` };
  }
  return { isFinal: false, why: "The mail server could not be reached, or did not answer in time." };
}

const isOnThisMachine = (smtpUrl: string | undefined): boolean =>
  ["127.0.0.1", "localhost", "[::1]"].includes(new URL(smtpUrl ?? "").hostname);

/** The transport's own limits are for each of its steps: a server that is slow at all of them would take minutes. */
function deadlineIn(milliseconds: number): { passed: Promise<never>; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The mail server took too long.")), milliseconds);
  });
  return { passed, cancel: () => clearTimeout(timer) };
}
