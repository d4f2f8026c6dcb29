import { createTransport, type Transporter } from "nodemailer";
import { type Logger, parseConnectionUrl } from "nodemailer/lib/shared/index.js";
import { isReadOnlyDeployment } from "../read-only-deployment";
import type { Settings } from "../settings-schema";

/**
 * Does something with the mail server that SMTP_URL names, and hangs up. Every e-mail goes through here, and so this is the
 * one place where a deployment that may not send any is held back.
 *
 * @param onData told once the server has taken the envelope and is given the e-mail itself.
 * @throws what the mail server or the way there is at fault for, and an error when it takes too long in all.
 */
export async function withinMailLimit<Answer>(
  settings: Pick<Settings, "SMTP_URL" | "VERCEL_ENV">,
  milliseconds: number,
  ask: (transport: Transporter) => Promise<Answer>,
  onData: () => void = () => {},
): Promise<Answer> {
  if (isReadOnlyDeployment(settings)) throw new Error("A preview speaks to no mail server.");
  const { SMTP_URL } = settings;
  const transport = createTransport({
    // The links in these e-mails let people in. What the URL itself says goes first: beside "url", nodemailer would pass
    // over every other option.
    requireTLS: !isOnThisMachine(SMTP_URL),
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
    transactionLog: true,
    logger: untilData(onData),
    ...parseConnectionUrl(SMTP_URL ?? ""),
  });
  const deadline = deadlineIn(milliseconds);
  try {
    return await Promise.race([ask(transport), deadline.passed]);
  } finally {
    deadline.cancel();
    transport.close();
  }
}

/**
 * Nodemailer's errors do not tell how far it came, but its log has each line that it sends. Nothing of it is written
 * anywhere. Source: RFC 5321, 4.1.1.4 (DATA).
 */
function untilData(onData: () => void): Logger {
  const ignore = () => {};
  const debug = (entry: { tnx?: unknown }, line: unknown) => {
    if (entry.tnx === "client" && line === "DATA") onData();
  };
  return { level: ignore, trace: ignore, debug, info: ignore, warn: ignore, error: ignore, fatal: ignore };
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
