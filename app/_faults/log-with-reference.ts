import { logFault } from "@/lib/log";

/** Logs a fault that nobody foresaw, and answers a reference to it that the person is shown: no more of it is for them. */
export function logWithReference(
  event: string,
  error: unknown,
  context: Readonly<Record<string, string | null>> = {},
): string {
  const reference = crypto.randomUUID().slice(0, 8);
  logFault(event, error, { ...context, reference });
  return reference;
}
