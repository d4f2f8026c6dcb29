import { type RefObject, useId, useLayoutEffect, useRef, useState } from "react";

/**
 * Keeps what was typed into a text area before the page came alive: as React takes over one that the server filled, it
 * puts the server's text back (`initTextarea` of react-dom). While it renders the document still holds what was typed.
 *
 * @returns what the text area must carry.
 */
export function useEarlyText(): { ref: RefObject<HTMLTextAreaElement | null>; "data-early": string } {
  const mark = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  const [early] = useState(() =>
    typeof document === "undefined"
      ? undefined
      : document.querySelector<HTMLTextAreaElement>(`[data-early="${mark}"]`)?.value,
  );
  useLayoutEffect(() => {
    if (early !== undefined && ref.current && ref.current.value !== early) ref.current.value = early;
  }, [early]);
  return { ref, "data-early": mark };
}
