"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type DraftPreview, previewDraft } from "./lookups";

const waitMilliseconds = 350;

interface LivePreview {
  preview: DraftPreview;
  isBusy: boolean;
  /** To be called after any change of the form. */
  refresh(form: HTMLFormElement | null): void;
}

/** What a call would get of the form as it stands, a moment after each change. */
export function useDraftPreview(initial: DraftPreview): LivePreview {
  const [preview, setPreview] = useState(initial);
  const [isBusy, setBusy] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  const refresh = useCallback((form: HTMLFormElement | null) => {
    if (!form) return;
    clearTimeout(timer.current);
    setBusy(true);
    timer.current = setTimeout(async () => {
      const turn = ++latest.current;
      const next = await previewDraft(fieldsOf(form)).catch(() => null);
      if (turn !== latest.current) return;
      // Without an answer the last one stays: saving does not depend on it, and the next change asks again.
      if (next) setPreview(next);
      setBusy(false);
    }, waitMilliseconds);
  }, []);
  return { preview, isBusy, refresh };
}

/** React's own fields begin with a dollar sign. */
function fieldsOf(form: HTMLFormElement): FormData {
  const fields = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (!name.startsWith("$")) fields.append(name, value);
  }
  return fields;
}
