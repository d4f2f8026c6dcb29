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

/**
 * What others say of a fault may name who it was about: numbers, in international form or as they are written at home;
 * addresses of e-mail, and passwords in URLs; and what was typed, which Postgres repeats after a colon ("invalid input
 * syntax for type uuid") and JSON.parse before what it says of it.
 */
export const withoutPersons = (message: string): string =>
  message
    .replace(/[^\s@<>"'“”(]{1,200}@[^\s@<>"'“”)]+/g, "[address]")
    .replace(/\+\d(?:[\s().-]{0,2}\d){5,}|\(?\b\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b|\b\d{10,15}\b/g, "[number]")
    .replace(/(?<=: )".*"|"[\s\S]*"(?=\S* is not valid)/g, "[value]");
