"use client";

import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import { pointNumberAtPreview, takeNumberBack } from "./mutations";

interface PreviewFormProps {
  editing: { id: string; version: number };
}

/** Where a test number's calls are to go. The secret is handed to Twilio, and shown to nobody again. */
export function PreviewForm({ editing }: PreviewFormProps) {
  return (
    <MutationForm
      mutation={pointNumberAtPreview}
      editing={editing}
      submitLabel="Point at this preview"
      pendingLabel="Pointing…"
      submitVariant="secondary"
    >
      {({ typed, fieldErrors }) => (
        <>
          <TypedField
            label="Address of the preview"
            help="As Vercel shows it: https://…vercel.app"
            name="previewUrl"
            inputMode="url"
            autoComplete="off"
            typed={typed.previewUrl}
            error={fieldErrors.previewUrl}
          />
          <TypedField
            label="Bypass secret"
            help="Of “Protection Bypass for Automation”, in the project's settings at Vercel. Leave it empty if previews are not protected."
            name="bypassSecret"
            autoComplete="off"
            typed={typed.bypassSecret}
            error={fieldErrors.bypassSecret}
          />
        </>
      )}
    </MutationForm>
  );
}

export function TakeBackForm({ editing }: PreviewFormProps) {
  return (
    <MutationForm
      mutation={takeNumberBack}
      editing={editing}
      submitLabel="Take it back"
      pendingLabel="Taking it back…"
    >
      {() => null}
    </MutationForm>
  );
}
