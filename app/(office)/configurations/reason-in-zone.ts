import { zoneName } from "@/lib/schedule/zone-name";

/** Why a call is answered as it is, with the zone of whatever time it names: "Open until 17:00 (New York time)". */
export const reasonInZone = (words: string, timeZone: string): string =>
  /\d\d:\d\d/.test(words) ? `${words} (${zoneName(timeZone)} time)` : words;
