import { z } from "zod";
import { shareDates } from "./shared-dates";
import type { Weekday } from "./types";

const opensAt = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter the time at which it opens.");
const closesAt = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "Enter the time at which it closes.");
const window = z.object({ opensAt, closesAt });

const weekday = z
  .int()
  .min(1)
  .max(7)
  .transform((day) => day as Weekday);

/** Within what calendars of browsers and of Postgres agree on; a year that was typed halfway is not. */
const localDate = (missing: string) =>
  z.iso
    .date(missing)
    .refine((date) => date >= "2000-01-01" && date < "2200-01-01", "Enter a year from 2000 to 2199.");

export const exceptionSchema = z
  .object({
    startsOn: localDate("Enter the first day."),
    endsOn: localDate("Enter the last day, which may be the same."),
    label: z
      .string()
      .trim()
      .min(1, "Say what it is, such as a holiday's name.")
      .max(100, "Use at most 100 characters."),
    windows: z.array(window).max(20, "Use at most 20 opening times."),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ["endsOn"],
    error: "The last day is before the first.",
    // Beside the other fields' own faults, not after them.
    when: ({ issues }) => !issues.some(({ path }) => path?.[0] === "startsOn" || path?.[0] === "endsOn"),
  });

/** What the editor of a schedule holds, in the form and on the server alike. */
export const hoursSchema = z.object({
  timeZone: z.string().min(1, "Choose a time zone."),
  windows: z.array(window.extend({ weekday })).max(200, "Use at most 200 opening times."),
  exceptions: z
    .array(exceptionSchema)
    .max(1000, "Use at most 1,000 holidays and special hours: remove some that are past.")
    .check(({ value: exceptions, issues }) => {
      for (const [i, exception] of exceptions.entries()) {
        const earlier = exceptions.slice(0, i).find((other) => shareDates(other, exception));
        if (earlier) {
          issues.push({
            code: "custom",
            input: exceptions,
            path: [i, "startsOn"],
            message: `${exception.label} and ${earlier.label} share a date.`,
          });
        }
      }
    }),
});

export type Hours = z.output<typeof hoursSchema>;
