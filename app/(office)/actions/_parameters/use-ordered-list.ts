import { type RefObject, useEffect, useRef, useState } from "react";

interface OrderedList<Entry> {
  entries: readonly Keyed<Entry>[];
  /** What has just been done, for screen readers. */
  said: string;
  /** Holds the rows, each with the attribute `data-row`. */
  list: RefObject<HTMLOListElement | null>;
  add(entry: Entry): void;
  change(index: number, entry: Entry): void;
  remove(index: number, about: string): void;
  move(index: number, by: -1 | 1, about: string): void;
}

/** An entry with a key of its own, which stays with it when it moves. */
export interface Keyed<Entry> {
  key: number;
  entry: Entry;
}

/** A list that a person puts in order, with the focus where they left it. */
export function useOrderedList<Entry>(initial: readonly Entry[]): OrderedList<Entry> {
  const nextKey = useRef(initial.length);
  const [entries, setEntries] = useState(() => initial.map((entry, key): Keyed<Entry> => ({ key, entry })));
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<{ row: number; button: number } | null>(null);

  // A row that has moved has lost the focus on the way; one that is gone hands it to the row in its place.
  useEffect(() => {
    const wanted = focusNext.current;
    focusNext.current = null;
    if (!wanted || entries.length === 0) return;
    const row = list.current?.querySelectorAll("[data-row]")[Math.min(wanted.row, entries.length - 1)];
    row?.querySelectorAll<HTMLElement>("button[aria-disabled]")[wanted.button]?.focus();
  }, [entries]);

  return {
    entries,
    said,
    list,
    add: (entry) => setEntries([...entries, { key: nextKey.current++, entry }]),
    change: (index, entry) =>
      setEntries(entries.map((each, place) => (place === index ? { ...each, entry } : each))),
    remove(index, about) {
      focusNext.current = { row: index, button: 2 };
      setSaid(`${about} is no longer in the list`);
      setEntries(entries.filter((_, place) => place !== index));
    },
    move(index, by, about) {
      const to = index + by;
      const moved = entries[index];
      if (!moved || to < 0 || to >= entries.length) return;
      focusNext.current = { row: to, button: by === -1 ? 0 : 1 };
      setSaid(`${about} is now ${to + 1} of ${entries.length}`);
      setEntries(entries.filter((each) => each !== moved).toSpliced(to, 0, moved));
    },
  };
}
