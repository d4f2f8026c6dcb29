"use client";

import { useRef } from "react";
import { useCodeEditor } from "./use-code-editor";

/** Height of one line, in rem: that of the editor. */
const lineHeight = 1.3;

/** The text of a template to be read: in colours as soon as the page has come alive, and in its place from the start. */
export function TemplateView({ text, label }: { text: string; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const textArea = useRef<HTMLTextAreaElement>(null);
  const editor = useCodeEditor({ place, textArea, label, isReadOnly: true });
  const lines = text.split("\n").length;
  return (
    <div
      ref={place}
      className="relative"
      style={{ height: `min(${(lines + 1) * lineHeight + 1.2}rem, 32rem)` }}
    >
      <textarea
        ref={textArea}
        readOnly
        defaultValue={text}
        aria-label={label}
        spellCheck={false}
        {...(editor && { "aria-hidden": true, tabIndex: -1 })}
        className={
          editor
            ? "sr-only"
            : "absolute inset-0 w-full resize-none rounded-xl border border-separator bg-surface p-3 font-mono text-[0.8125rem]"
        }
      />
    </div>
  );
}
