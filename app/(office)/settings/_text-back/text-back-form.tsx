"use client";

import { Card } from "@heroui/react/card";
import { type ReactNode, useState } from "react";
import { CheckField } from "@/app/_components/check-field";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedArea } from "@/app/_components/typed-area";
import { saveTextBack } from "./mutations";
import { TextPreview } from "./text-preview";

interface TextBackFormProps {
  editing: { id: string; version: number };
  isOn: boolean;
  /** What is sent, or what is offered while nothing is. */
  text: string;
  /** Which lines it is sent from, and why it may not be sent. */
  children: ReactNode;
}

/** What callers who reach nobody are sent. */
export function TextBackForm({ editing, isOn, text, children }: TextBackFormProps) {
  const [typedText, setTypedText] = useState(text);
  return (
    <Card className="mt-6 max-w-2xl gap-5 p-4 sm:p-6">
      <h2 className="text-base font-semibold">Text callers who reach nobody</h2>
      {children}
      <MutationForm
        mutation={saveTextBack}
        submitLabel="Save the text"
        pendingLabel="Saving…"
        editing={editing}
      >
        {({ typed, fieldErrors, status }) => (
          <>
            <CheckField
              label="Text them"
              help="When a call ends and nobody took it, nor was a message left: a caller whose phone may be a mobile is sent this text, once a day, from the number that was called."
              name="isOn"
              isChecked={status === "refused" ? typed.isOn === "on" : isOn}
            />
            {/* What is typed belongs to the browser; the preview reads along. */}
            <fieldset
              className="contents"
              onInput={({ target }) => target instanceof HTMLTextAreaElement && setTypedText(target.value)}
            >
              <TypedArea
                label="Text"
                help="Nobody reads what they answer: say how you are to be reached."
                name="text"
                rows={3}
                typed={typed.text}
                initial={text}
                error={fieldErrors.text}
              />
            </fieldset>
            <TextPreview text={typedText} />
          </>
        )}
      </MutationForm>
    </Card>
  );
}
