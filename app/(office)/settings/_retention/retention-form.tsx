"use client";

import { Card } from "@heroui/react/card";
import type { ReactNode } from "react";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import type { Retention } from "@/db/queries/retention/retention";
import { saveRetention } from "./mutations";

interface RetentionFormProps {
  editing: { id: string; version: number };
  retention: Retention;
  /** When the last clearing was, and what came of it. */
  children: ReactNode;
}

/** How long calls and voicemails are kept. */
export function RetentionForm({ editing, retention, children }: RetentionFormProps) {
  const text = (days: number | null) => (days === null ? "" : String(days));
  return (
    <Card className="mt-6 max-w-2xl gap-5 p-4 sm:p-6">
      <h2 className="text-base font-semibold">How long things are kept</h2>
      <MutationForm mutation={saveRetention} submitLabel="Set" pendingLabel="Setting…" editing={editing}>
        {({ typed, fieldErrors }) => (
          <>
            <TypedField
              label="Keep calls for (days)"
              name="keepsCallsDays"
              help="Empty keeps them for good. A call with a voicemail stays as long as its voicemail."
              inputMode="numeric"
              autoComplete="off"
              typed={typed.keepsCallsDays}
              initial={text(retention.keepsCallsDays)}
              error={fieldErrors.keepsCallsDays}
            />
            <TypedField
              label="Keep voicemails for (days)"
              name="keepsVoicemailsDays"
              help="Empty keeps them for good. They are deleted at Twilio too, and nobody can get them back."
              inputMode="numeric"
              autoComplete="off"
              typed={typed.keepsVoicemailsDays}
              initial={text(retention.keepsVoicemailsDays)}
              error={fieldErrors.keepsVoicemailsDays}
            />
          </>
        )}
      </MutationForm>
      {children}
    </Card>
  );
}
