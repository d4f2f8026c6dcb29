import { Temporal } from "temporal-polyfill";
import { readPhoneNumber } from "@/app/_format/phone-number";
import { type Caller, callerFrom } from "@/lib/call/caller";

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What an address asks to try, as it was typed. */
export interface TypedTrial {
  /** Null while nothing is asked. */
  number: string | null;
  from: string;
  isWithheld: boolean;
  /** Empty for today and for now. */
  date: string;
  time: string;
}

/** Kept for fiction by the North American Numbering Plan: nobody's, and blocked by nobody. */
const exampleCaller = "+12025550123";

export function typedTrial(searchParams: SearchParams): TypedTrial {
  const one = (name: string) => {
    const value = searchParams[name];
    return typeof value === "string" ? value.trim() : null;
  };
  return {
    number: one("number") || null,
    from: one("from") ?? exampleCaller,
    isWithheld: one("withheld") !== null,
    date: one("date") ?? "",
    time: one("time") ?? "",
  };
}

/** The called number in E.164 form; null when nothing is asked, or what is asked can be no number. */
export const triedNumber = ({ number }: TypedTrial, country: string): string | null =>
  number === null ? null : readPhoneNumber(number, country);

export interface Trial {
  caller: Caller;
  at: Temporal.Instant;
}

export type TrialErrors = Partial<Record<"number" | "from" | "date" | "time", string>>;

/**
 * Who calls and when, or what is wrong with what was typed. A wall-clock time that the clocks jump over is the one after
 * the jump, and of one that happens twice the first is meant.
 *
 * @param country ISO 3166-1 alpha-2, for numbers.
 * @param timeZone IANA name of the zone that the date and time are in.
 */
export function readTrial(
  { from, isWithheld, date, time }: TypedTrial,
  { country, timeZone, now }: { country: string; timeZone: string; now: Temporal.Instant },
): { trial: Trial; errors: null } | { trial: null; errors: TrialErrors } {
  const number = isWithheld ? "anonymous" : readPhoneNumber(from, country);
  const there = now.toZonedDateTimeISO(timeZone);
  const day = date === "" ? there.toPlainDate() : readDate(date);
  const clock = time === "" ? there.toPlainTime() : readTime(time);
  if (number === null || day === null || clock === null) {
    return {
      trial: null,
      errors: {
        ...(number === null && {
          from: "Enter a phone number, with its country code if it is from abroad.",
        }),
        ...(day === null && { date: "Enter a date between 2000 and 2099, or leave it empty for today." }),
        ...(clock === null && { time: "Enter a time, such as 14:30, or leave it empty for now." }),
      },
    };
  }
  const at =
    date === "" && time === "" ? now : day.toZonedDateTime({ timeZone, plainTime: clock }).toInstant();
  return { trial: { caller: callerFrom(new URLSearchParams({ From: number })), at }, errors: null };
}

/** As a browser's date field sends it. Beyond these years a schedule would be asked for centuries of days. */
const readDate = (date: string): Temporal.PlainDate | null =>
  /^20\d\d-\d\d-\d\d$/.test(date) ? parsed(() => Temporal.PlainDate.from(date)) : null;

const readTime = (time: string): Temporal.PlainTime | null =>
  /^\d\d:\d\d$/.test(time) ? parsed(() => Temporal.PlainTime.from(time)) : null;

function parsed<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
