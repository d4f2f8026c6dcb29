import type { Weekday } from "@/lib/schedule/types";

/** Monday first, as working weeks are read. */
export const weekdays: readonly { weekday: Weekday; name: string; short: string }[] = [
  { weekday: 1, name: "Monday", short: "Mon" },
  { weekday: 2, name: "Tuesday", short: "Tue" },
  { weekday: 3, name: "Wednesday", short: "Wed" },
  { weekday: 4, name: "Thursday", short: "Thu" },
  { weekday: 5, name: "Friday", short: "Fri" },
  { weekday: 6, name: "Saturday", short: "Sat" },
  { weekday: 7, name: "Sunday", short: "Sun" },
];

export const workingDays: readonly Weekday[] = [1, 2, 3, 4, 5];

export const weekdayName = (weekday: Weekday): string => weekdays[weekday - 1]?.name ?? "";

export const dayAfter = (weekday: Weekday): Weekday => ((weekday % 7) + 1) as Weekday;
