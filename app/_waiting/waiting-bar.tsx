"use client";

import { useIsAnyWaiting } from "./use-waiting";

/**
 * Says that the next page is on its way: a page that is gone on from stays until that one is here. It lies over the page,
 * so that nothing moves for it, and is seen and read out only once the wait is one that people notice (`globals.css`).
 */
export function WaitingBar() {
  const isWaiting = useIsAnyWaiting();
  return (
    // There before it says anything: screen readers read out what changes in it.
    <div role="status">
      {isWaiting && (
        <span className="waiting-bar">
          <span className="sr-only">Loading…</span>
        </span>
      )}
    </div>
  );
}
