import { useEffect, useState } from "react";
import { useIsAwake } from "./use-is-awake";

/**
 * Keeps what was typed into a text area before the page came alive. React puts one whose first text is not empty back to
 * that text as it takes it over; this reads it just before, and puts it back.
 *
 * @param name of the field, which no other of the page may have.
 */
export function useTypedEarly(name: string): void {
  const isAwake = useIsAwake();
  const [early] = useState(() =>
    isAwake || typeof document === "undefined" ? null : (areaOf(name)?.value ?? null),
  );
  useEffect(() => {
    const area = areaOf(name);
    if (area && early !== null && area.value !== early) area.value = early;
  }, [name, early]);
}

const areaOf = (name: string) =>
  document.querySelector<HTMLTextAreaElement>(`textarea[name="${CSS.escape(name)}"]`);
