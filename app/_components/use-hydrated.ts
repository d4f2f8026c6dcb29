import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether React has taken the page over: before that a button that needs a script does nothing, so it is disabled. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
