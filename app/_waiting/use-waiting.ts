import { useEffect, useSyncExternalStore } from "react";

let waits = 0;
const listeners = new Set<() => void>();

function change(by: 1 | -1) {
  waits += by;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Tells the bar at the top of the page that the next page is being waited for, as long as it is. */
export function useWaiting(isWaiting: boolean): void {
  useEffect(() => {
    if (!isWaiting) return;
    change(1);
    return () => change(-1);
  }, [isWaiting]);
}

/** Whether anything waits for the next page. */
export const useIsAnyWaiting = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => waits > 0,
    () => false,
  );
