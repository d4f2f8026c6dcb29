import type { Window } from "@/lib/schedule/types";
import { type Entry, type Kind, keyOf } from "./set-up";

/** By code points, so that a file is the same wherever it is made. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const hoursOf = ({ opensAt, closesAt }: Window): string => `${opensAt} ${closesAt}`;

/** The same hours twice mean no more than once, and the database keeps them once. */
function once<Item extends Window>(windows: readonly Item[], textOf: (window: Item) => string): Item[] {
  const all = new Map(windows.map((window) => [textOf(window), window]));
  return [...all.values()].toSorted((one, other) => compare(textOf(one), textOf(other)));
}

/** A schedule as it is compared and written: hours by the day, exceptions by their dates. */
export const inOrder = (schedule: Entry<"schedules">): Entry<"schedules"> => ({
  ...schedule,
  windows: once(schedule.windows, (window) => `${window.weekday} ${hoursOf(window)}`),
  exceptions: schedule.exceptions
    .map((exception) => ({ ...exception, windows: once(exception.windows, hoursOf) }))
    .toSorted((one, other) => compare(one.startsOn, other.startsOn)),
});

/** A greeting as it is compared and written: the standing recording, then those with dates. */
export function recordingsInOrder(greeting: Entry<"greetings">): Entry<"greetings"> {
  const place = ({ startsAt, endsAt, label, sound }: Entry<"greetings">["recordings"][number]) =>
    `${startsAt ?? ""} ${endsAt ?? ""} ${label} ${sound}`;
  return {
    ...greeting,
    recordings: greeting.recordings.toSorted((one, other) => compare(place(one), place(other))),
  };
}

/** Things of one kind as a file lists them: by name, those without one by number. */
export const byName = <Of extends Kind>(entries: readonly Entry<Of>[]): Entry<Of>[] =>
  entries.toSorted((one, other) => compare(placeOf(one), placeOf(other)));

const placeOf = (entry: Entry): string => {
  const called = "id" in entry ? `${entry.name.toLowerCase()} ${entry.name}` : "";
  return `${called} ${keyOf(entry)}`;
};
