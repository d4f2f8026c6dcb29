/**
 * What carriers send in place of a withheld number: the word itself, or the word spelt on a telephone's keypad.
 * Source: Twilio, "Why am I getting calls from these strange numbers?".
 */
const withheld = new Set([
  "anonymous",
  "restricted",
  "unavailable",
  "+266696687", // ANONYMOUS
  "+7378742833", // RESTRICTED
  "+2562533", // BLOCKED
  "+8656696", // UNKNOWN
  "+86282452253", // UNAVAILABLE
]);

const e164 = /^\+[1-9]\d{6,14}$/;

export interface Caller {
  /** E.164; null when it is withheld, or comes from a `client:` or `sip:` address. */
  number: string | null;
  /** As Twilio sent it, for the log. */
  from: string;
  isWithheld: boolean;
  name: string | null;
  city: string | null;
  country: string | null;
}

/** What the log keeps of a caller of whom a later step alone has told. */
export const unknownCaller = "unknown";

/** Who calls, as far as Twilio's parameters say. */
export function callerFrom(parameters: URLSearchParams): Caller {
  const from = parameters.get("From")?.trim() || "anonymous";
  return {
    number: numberOf(from),
    from,
    isWithheld: isWithheld(from),
    name: parameters.get("CallerName") || null,
    city: parameters.get("FromCity") || null,
    country: parameters.get("FromCountry") || null,
  };
}

const isWithheld = (from: string): boolean => withheld.has(from.toLowerCase());

const numberOf = (from: string): string | null => (!isWithheld(from) && e164.test(from) ? from : null);

/** How a block list names this caller: a number, or "anonymous" for all who withhold theirs. */
export const blockingNumber = (caller: Caller): string => (caller.isWithheld ? "anonymous" : caller.from);

/**
 * A number as a voice should read it: digit by digit, in the groups people know. Left to itself a voice reads
 * +14155550123 as fourteen billion.
 */
export function spokenNumber(number: string): string {
  const northAmerican = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  const groups = northAmerican ? northAmerican.slice(1) : (number.match(/\d{1,3}/g) ?? []);
  return groups.map((group) => [...group].join(" ")).join(", ");
}

/** A caller as announced to whoever picks up. `from` is what the log keeps, or null when it keeps nothing yet. */
export function spokenCaller(from: string | null, name: string | null): string {
  const number = from === null ? null : numberOf(from);
  if (number) return name ? `${name}, ${spokenNumber(number)}` : spokenNumber(number);
  if (name) return name;
  return from !== null && isWithheld(from) ? "a withheld number" : "a caller";
}
