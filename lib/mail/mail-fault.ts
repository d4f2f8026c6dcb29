/** Such as "EENVELOPE 550". What a mail server says in words often repeats the address, which is none of the log's business. */
export function mailFaultCodes(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const codes = ["code", "responseCode"].flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return value === undefined ? [] : [String(value)];
  });
  return codes.join(" ") || error.message;
}

interface MailFaultInWords {
  isFinal: boolean;
  isUnsure: boolean;
  why: string;
}

/**
 * As nodemailer names faults, and RFC 5321, 4.2.1 the answers of mail servers: 5yz stays as it is, 4yz may pass. A server
 * that has been given the e-mail and says nothing may have taken it (RFC 5321, 6.1).
 *
 * @param isHandedOver whether the e-mail itself was on its way to the server.
 */
export function mailFaultInWords(error: unknown, isHandedOver = false): MailFaultInWords {
  const { code, responseCode } = (error instanceof Error ? error : {}) as Record<string, unknown>;
  const answer = typeof responseCode === "number" ? ` (its answer was ${responseCode})` : "";
  if (code === "EAUTH") {
    return {
      isFinal: false,
      isUnsure: false,
      why: `The mail server did not accept the user and password of SMTP_URL${answer}.`,
    };
  }
  if (typeof responseCode === "number") {
    const isFinal = responseCode >= 500;
    const why = `The mail server ${isFinal ? "refused" : "did not take"} the e-mail${answer}.`;
    return { isFinal, isUnsure: false, why };
  }
  if (isHandedOver) {
    const why = "The mail server broke off while it took the e-mail. Nobody knows whether it was sent.";
    return { isFinal: false, isUnsure: true, why };
  }
  return {
    isFinal: false,
    isUnsure: false,
    why: "The mail server could not be reached, or did not answer in time.",
  };
}
