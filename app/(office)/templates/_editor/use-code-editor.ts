import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { CodeEditor } from "./code-editor";
import { pageNonce } from "./page-nonce";

interface CodeEditorPlaces {
  /** Where the editor goes. */
  place: RefObject<HTMLElement | null>;
  /** What stands there until then, and is what the form sends. */
  textArea: RefObject<HTMLTextAreaElement | null>;
  label: string;
  isReadOnly?: boolean;
  onChange?(): void;
}

/**
 * Puts an editor in the place of a text area, which keeps the text all the while: what was typed before the editor was
 * there begins it, and what is typed into it is written back. Null until it is there.
 */
export function useCodeEditor({
  place,
  textArea,
  label,
  isReadOnly = false,
  onChange,
}: CodeEditorPlaces): CodeEditor | null {
  const [editor, setEditor] = useState<CodeEditor | null>(null);

  useEffect(() => {
    let made: CodeEditor | null = null;
    let isGone = false;
    let text = "";
    const area = textArea.current;
    const form = area?.form;
    // React resets a form that it has sent, and with it the text area: what is sent is always what the editor shows.
    const write = (event: FormDataEvent) => {
      if (area && made) event.formData.set(area.name, text);
    };
    const begin = async () => {
      const { createCodeEditor } = await import("./code-editor");
      const parent = place.current;
      if (isGone || !area || !parent) return;
      const hadFocus = document.activeElement === area;
      text = area.value;
      made = createCodeEditor({
        parent,
        text,
        label,
        isReadOnly,
        nonce: pageNonce(),
        onChange(changed) {
          text = changed;
          area.value = changed;
          onChange?.();
        },
      });
      // At once, so that there is never a moment with both.
      flushSync(() => setEditor(made));
      if (hadFocus) made.focus();
    };
    form?.addEventListener("formdata", write);
    begin();
    return () => {
      isGone = true;
      form?.removeEventListener("formdata", write);
      made?.destroy();
      setEditor(null);
    };
  }, [place, textArea, label, isReadOnly, onChange]);

  return editor;
}
