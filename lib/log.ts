/**
 * One line of JSON an event, so that a log service can search by CallSid, or by the reference that a person was shown. No
 * phone numbers, addresses or settings: what a person needs to find is in the call's own page.
 */
export function logFault(event: string, error: unknown, context: Record<string, string | null> = {}): void {
  const fault =
    error instanceof Error
      ? { name: error.name, message: withoutPersons(causeOf(error).message) }
      : { message: withoutPersons(String(error)) };
  // biome-ignore lint/suspicious/noConsole: this is where the log is written.
  console.error(JSON.stringify({ level: "error", event, ...context, ...fault }));
}

/** Somebody was kept from what they may not do: nothing is broken, but whoever looks for an attack wants to find it. */
export function logRefusal(event: string, context: Record<string, string>): void {
  // biome-ignore lint/suspicious/noConsole: see above.
  console.warn(JSON.stringify({ level: "warning", event, ...context }));
}

/** Drizzle's own message repeats the statement with its parameters, a caller's number among them: its cause does not. */
function causeOf(error: Error): Error {
  return error.cause instanceof Error ? causeOf(error.cause) : error;
}

/** No fault takes longer to tell; what is made up to be long is cut before anything looks for a pattern in it. */
const mostCharacters = 2000;

/**
 * What others say of a fault may name who it was about: what was typed; addresses of e-mail, and passwords in URLs; what
 * opens a link of ours or a preview; and numbers, in international form or as they are written at home.
 */
export const withoutPersons = (message: string): string =>
  withoutQuoted(message.slice(0, mostCharacters))
    .replace(/[^\s@<>"'“”(]{1,200}@[^\s@<>"'“”)]+/g, "[address]")
    .replace(/(x-vercel-[\w-]{1,50}=)[^\s&"'“”)]+/gi, "$1[secret]")
    // A token of ours has 43 characters, Twilio's sids 34.
    .replace(/[\w-]{40,}/g, "[token]")
    .replace(/\+\d(?:[\s().-]{0,2}\d){5,}|\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\b\d{10,15}\b/g, "[number]")
    .replace(/(?<![\w.:-])\(?0\d{1,4}\)?(?:[ ./-]?\d{2,8}){1,4}(?![\w:-])/g, ifANumber);

/** With a trunk prefix, as in Europe: 030 901820, 0171/1234567. A code such as 08006 is shorter. */
const ifANumber = (text: string): string => (text.replaceAll(/\D/g, "").length >= 7 ? "[number]" : text);

/**
 * Postgres repeats what was typed after a colon ("invalid input syntax for type uuid"), and JSON.parse before what it says of
 * it; either may have quotes in it. By place and not by an expression, which a text of nothing but quotes would wear out.
 */
function withoutQuoted(message: string): string {
  const json = message.search(/\S{0,3} is not valid JSON/);
  const colon = message.indexOf(': "');
  const from = json >= 0 ? message.indexOf('"') : colon < 0 ? -1 : colon + 2;
  const to = message.lastIndexOf('"', json >= 0 ? json : message.length);
  return from >= 0 && from < to ? `${message.slice(0, from)}[value]${message.slice(to + 1)}` : message;
}
