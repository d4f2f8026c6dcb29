import { useSyncExternalStore } from "react";

const subscribe = () => () => {};

/** Whether React has taken over the page. What keeps its value in React's state is disabled until then, or it would forget. */
export const useIsAlive = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
