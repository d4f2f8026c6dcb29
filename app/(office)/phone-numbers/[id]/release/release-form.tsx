"use client";

import { Card } from "@heroui/react/card";
import type { Route } from "next";
import type { ReactNode } from "react";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import { releaseNumber } from "../mutations";

interface ReleaseFormProps {
  id: string;
  version: number;
  /** As people here write it. */
  number: string;
  consequences: ReactNode;
}

/** Releasing cannot be undone, so the number has to be typed. */
export function ReleaseForm({ id, version, number, consequences }: ReleaseFormProps) {
  return (
    <Card className="max-w-2xl p-6">
      <MutationForm
        mutation={releaseNumber}
        editing={{ id, version }}
        submitLabel="Release"
        pendingLabel="Releasing…"
        submitVariant="danger"
        cancelHref={`/phone-numbers/${id}` as Route}
      >
        {({ typed, fieldErrors }) => (
          <>
            <div className="flex flex-col gap-3">{consequences}</div>
            <TypedField
              label={`Type ${number} to release it`}
              name="confirmation"
              type="tel"
              autoComplete="off"
              typed={typed.confirmation}
              error={fieldErrors.confirmation}
            />
          </>
        )}
      </MutationForm>
    </Card>
  );
}
