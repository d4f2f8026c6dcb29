"use client";

import { textAreaVariants } from "@heroui/styles";
import { useEffect, useRef } from "react";
import { FieldFrame } from "@/app/_components/field-frame";
import { useEarlyText } from "@/app/_components/use-early-text";
import type { LookedAt } from "./look-at-draft";
import { ProblemList } from "./problem-list";
import { useCodeEditor } from "./use-code-editor";

interface TemplateTextProps {
  /** What the text begins with. */
  text: string;
  error: string | undefined;
  looked: LookedAt | null;
  /** Called when the text has changed; the same function all the while. */
  onChange(): void;
}

const label = "What is sent to Twilio";

/** The text of a template: a plain text area, and an editor in its place as soon as the page has come alive. */
export function TemplateText({ text, error, looked, onChange }: TemplateTextProps) {
  const place = useRef<HTMLDivElement>(null);
  const early = useEarlyText();
  const textArea = early.ref;
  const editor = useCodeEditor({ place, textArea, label, onChange });

  useEffect(() => {
    if (looked) editor?.mark(looked.problems);
  }, [editor, looked]);
  useEffect(() => {
    const area = textArea.current;
    editor?.describe(area?.getAttribute("aria-describedby") ?? null, error !== undefined);
  }, [editor, error, textArea]);
  const declared = looked?.parameters.map(({ key, label: called, type }) => ({ key, label: called, type }));
  const words = JSON.stringify(declared ?? []);
  useEffect(() => {
    editor?.offer(JSON.parse(words));
  }, [editor, words]);

  return (
    <div className="flex flex-col gap-3">
      <FieldFrame
        label={label}
        name="body"
        error={error}
        help={
          <>
            TwiML with {"{{ placeholders }}"}. Press <kbd>Ctrl</kbd>+<kbd>Space</kbd> for what can stand at a
            place; press <kbd>Esc</kbd>, then <kbd>Tab</kbd>, to leave the editor.
          </>
        }
      >
        {(names) => (
          <div ref={place} className="relative h-[26rem]">
            <textarea
              {...names}
              {...early}
              defaultValue={text}
              spellCheck={false}
              autoCapitalize="off"
              autoCorrect="off"
              wrap="soft"
              onFocus={() => editor?.focus()}
              {...(editor && { "aria-hidden": true, tabIndex: -1 })}
              className={
                editor
                  ? "sr-only"
                  : textAreaVariants({
                      fullWidth: true,
                      className: "absolute inset-0 resize-none font-mono text-[0.8125rem]",
                    })
              }
            />
          </div>
        )}
      </FieldFrame>
      <ProblemList problems={looked?.problems ?? null} onGoTo={goTo} />
    </div>
  );

  function goTo({ line, column }: { line: number; column: number }) {
    if (editor) return editor.goTo({ line, column });
    const area = textArea.current;
    if (!area) return;
    const before = area.value.split("\n").slice(0, line - 1);
    const offset = before.reduce((sum, { length }) => sum + length + 1, column - 1);
    area.focus();
    area.setSelectionRange(offset, offset);
  }
}
