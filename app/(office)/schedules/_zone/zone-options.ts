import type { Temporal } from "temporal-polyfill";
import { partOfTime } from "@/app/_format/format-time";
import { zoneName } from "@/lib/schedule/zone-name";

export interface ZoneOption {
  /** IANA name. */
  id: string;
  /** "New York" */
  city: string;
  /** "America, Eastern Time, UTC−05:00" */
  about: string;
  offsetMinutes: number;
  /** All that it can be found by, in lower case. */
  words: string;
}

/** What there is to say of each zone at an instant: its offset changes with the season. */
export function zoneOptions(zones: readonly string[], at: Temporal.Instant): ZoneOption[] {
  return zones.map((id) => {
    const named = (timeZoneName: "longGeneric" | "longOffset") =>
      partOfTime(at.epochMilliseconds, "en-US", { part: "timeZoneName", timeZone: id, timeZoneName });
    const city = zoneName(id);
    const offsetMinutes = minutesOf(named("longOffset")) ?? 0;
    const common = named("longGeneric");
    const area = id.includes("/") ? id.slice(0, id.lastIndexOf("/")).replaceAll("_", " ") : "";
    const about = [area, common === id ? "" : common, offsetInWords(offsetMinutes)]
      .filter(Boolean)
      .join(", ");
    return { id, city, about, offsetMinutes, words: plain(`${id} ${city} ${about} time`) };
  });
}

/** The zones that are meant by a city, a country's usual name for its time, "New York time", or an offset. */
export function matchingZones(options: readonly ZoneOption[], search: string): ZoneOption[] {
  const words = plain(search)
    .replace(/\b(utc|gmt)\s+(?=[+-])/g, "$1")
    .split(/\s+/)
    .filter(Boolean);
  return options.filter((option) =>
    words.every((word) => {
      const offset = minutesOf(word);
      return offset === null ? option.words.includes(word) : option.offsetMinutes === offset;
    }),
  );
}

/** "UTC−05:00" */
function offsetInWords(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, "0");
  return `UTC${minutes < 0 ? "−" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Of "-5", "+05:30", "utc-5", "GMT-05:00"; null for anything else. Plain "gmt" is a name, and found as one. */
function minutesOf(text: string): number | null {
  const [, sign, hours, minutes = "0"] =
    /^(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(plain(text)) ?? [];
  if (!hours) return null;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replaceAll("−", "-")
    .replace(/[/_,]/g, " ");
