import { isTwelveHour } from "./format-time";

/** How a region writes its times, dates and numbers, as far as that can be followed in English. */
type Habit = "isTwelveHour" | "isMonthFirst" | "decimal" | "group";
type Habits = Record<Habit, string | boolean>;

/** What matters most comes first: a time that is read wrong is worse than a comma. */
const weights: Record<Habit, number> = { isTwelveHour: 8, isMonthFirst: 4, decimal: 2, group: 1 };

/** English of places that between them have every habit; whoever comes first wins where two fit alike. */
const models = ["en-US", "en-AU", "en-GB", "en-JP", "en-DE", "en-FR"];

/** A region is two letters or three digits, so this never grows beyond some two thousand. */
const known = new Map<string, string>();

/**
 * The locale of English as it is written in a region: its own where the Unicode CLDR has one ("en-FR"), otherwise that
 * of a place with the same habits. Without that, English of Brazil would be taken for American, and 17:00 for 5:00 PM.
 *
 * @param region ISO 3166-1 alpha-2, or UN M.49.
 */
export function nearestEnglish(region: string): string {
  const found = known.get(region) ?? findNearest(region);
  known.set(region, found);
  return found;
}

function findNearest(region: string): string {
  const own = `en-${region}`;
  if (new Intl.DateTimeFormat(own).resolvedOptions().locale === own) return own;
  const { language } = new Intl.Locale(`und-${region}`).maximize();
  const there = habitsOf(`${language}-${region}`);
  const likeness = (model: string): number => {
    const habits = habitsOf(model);
    const shared = (Object.keys(weights) as Habit[]).filter((habit) => habits[habit] === there[habit]);
    return shared.reduce((sum, habit) => sum + weights[habit], 0);
  };
  return models.toSorted((one, other) => likeness(other) - likeness(one))[0] ?? own;
}

function habitsOf(locale: string): Habits {
  // Persian and Arabic dates and digits aside: the words are English, and so are those.
  const plain = new Intl.Locale(locale, { calendar: "gregory", numberingSystem: "latn" });
  const dateParts = new Intl.DateTimeFormat(plain, { day: "numeric", month: "numeric" }).formatToParts();
  const number = new Intl.NumberFormat(plain).formatToParts(12_345.6);
  const separator = (kind: "decimal" | "group") =>
    number.find(({ type }) => type === kind)?.value.replace(/\s/, " ") ?? "";
  return {
    isTwelveHour: isTwelveHour(plain.toString()),
    isMonthFirst:
      dateParts.findIndex(({ type }) => type === "month") < dateParts.findIndex(({ type }) => type === "day"),
    decimal: separator("decimal"),
    group: separator("group"),
  };
}
