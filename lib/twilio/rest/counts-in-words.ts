import type { SynchronisationCounts } from "./synchronise";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What a synchronisation has found, in one line. */
export function countsInWords({ total, added, changed, gone, back, drifted }: SynchronisationCounts): string {
  const news = [
    added > 0 && `${added} new`,
    back > 0 && `${back} back again`,
    changed > 0 && `${changed} changed`,
    gone > 0 && `${gone} gone`,
    drifted > 0 && plural(drifted, "does not do what it should", "do not do what they should"),
  ].filter((words) => words !== false);
  const all = plural(total, "number", "numbers");
  return `${all} at Twilio: ${news.length > 0 ? news.join(", ") : "nothing has changed"}.`;
}
