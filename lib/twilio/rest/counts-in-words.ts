import type { SynchronisationCounts } from "./synchronise";

/**
 * What a synchronisation has found, in one line.
 *
 * @param locale of whoever reads it at once; without one it is written for the record, which everybody reads.
 */
export function countsInWords(
  { total, added, changed, gone, back, drifted }: SynchronisationCounts,
  locale = "en-US",
): string {
  const { format } = new Intl.NumberFormat(locale);
  const plural = (count: number, one: string, many: string) => `${format(count)} ${count === 1 ? one : many}`;
  const news = [
    added > 0 && `${format(added)} new`,
    back > 0 && `${format(back)} back again`,
    changed > 0 && `${format(changed)} changed`,
    gone > 0 && `${format(gone)} gone`,
    drifted > 0 && plural(drifted, "does not do what it should", "do not do what they should"),
  ].filter((words) => words !== false);
  const all = plural(total, "number", "numbers");
  return `${all} at Twilio: ${news.length > 0 ? news.join(", ") : "nothing has changed"}.`;
}
