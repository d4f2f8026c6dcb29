import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether the page has come alive: what only works with a script is off until then. */
export const useIsAwake = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
