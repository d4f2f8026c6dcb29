/**
 * One line of JSON an event, so that a log service can search by CallSid. No phone numbers, names or settings: what a
 * person needs to find is in the call's own page.
 */
export function logFault(event: string, error: unknown, context: Record<string, string | null> = {}): void {
  const fault =
    error instanceof Error
      ? { name: error.name, message: causeOf(error).message }
      : { message: String(error) };
  // biome-ignore lint/suspicious/noConsole: this is where the log is written.
  console.error(JSON.stringify({ level: "error", event, ...context, ...fault }));
}

/** Drizzle's own message repeats the statement with its parameters, a caller's number among them: its cause does not. */
function causeOf(error: Error): Error {
  return error.cause instanceof Error ? causeOf(error.cause) : error;
}
