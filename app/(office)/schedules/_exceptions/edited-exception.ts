import { exceptionSchema } from "@/lib/schedule/hours-schema";
import { shareDates } from "@/lib/schedule/shared-dates";
import type { ScheduleException } from "@/lib/schedule/types";

/** An exception while it is edited. Its key tells it from another. */
export interface EditedException extends ScheduleException {
  key: string;
}

export type ExceptionErrors = Readonly<Record<string, string>>;

/**
 * What is wrong with an exception among the others of its schedule, by the place of the fault ("startsOn",
 * "windows.0.opensAt"); empty when it may be saved.
 */
export function exceptionErrors(
  exception: EditedException,
  others: readonly EditedException[],
): ExceptionErrors {
  const parsed = exceptionSchema.safeParse(exception);
  if (!parsed.success) {
    return Object.fromEntries(
      parsed.error.issues.toReversed().map(({ path, message }) => [path.join("."), message]),
    );
  }
  const shared = others.find((other) => other.key !== exception.key && shareDates(other, exception));
  return shared ? { startsOn: `These dates overlap with “${shared.label}”: one day, one rule.` } : {};
}

/** In the order of their dates. */
export const inOrderOfDates = (exceptions: readonly EditedException[]): EditedException[] =>
  exceptions.toSorted((one, other) => one.startsOn.localeCompare(other.startsOn));
