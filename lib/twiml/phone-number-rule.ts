import { quote, type ValueFault } from "./twiml-fault";

/** ITU-T E.164: a plus, a country code that does not begin with 0, at most fifteen digits. */
const E164 = /^\+[1-9]\d{6,14}$/;

export function isE164(written: string): boolean {
  return E164.test(written);
}

/**
 * What is wrong with a number to dial or to text. Twilio takes unformatted US numbers too ("TwiML Voice: <Number>"),
 * which deserves a warning: the same digits mean something else abroad.
 */
export function findNumberFault(written: string, element: string): ValueFault | null {
  if (isE164(written)) return null;
  const digits = written.replace(/[\s().-]/g, "");
  const national = /^1?([2-9]\d{9})$/.exec(digits);
  const suggestion = isE164(digits) ? digits : national ? `+1${national[1]}` : null;
  if (suggestion) {
    const words = `Write the number in <${element}> as ${suggestion}, so that there is no doubt about the country.`;
    return { code: "unclear-number", words, severity: "warning" };
  }
  const words = `${quote(written)} in <${element}> is not a phone number with its country code, such as +14155550101.`;
  return { code: "wrong-number", words, severity: "error" };
}

/** A caller ID is a number, a client, or a name for SIP: "TwiML Voice: <Dial>", "TwiML Voice: <Sip>". */
export function findCallerIdFault(written: string): ValueFault | null {
  if (isE164(written) || /^client:\S+$/.test(written) || /^[A-Za-z][\w.+-]*$/.test(written)) return null;
  const words = `Twilio may not accept ${quote(written)} as callerId. Give a number with its country code, such as +14155550101.`;
  return { code: "doubtful-caller-id", words, severity: "warning" };
}
