"use client";

import { Card } from "@heroui/react/card";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import { AwayField } from "./_away/away-field";
import { PhonesEditor } from "./_phones/phones-editor";
import type { TypedPhone } from "./_phones/phones-schema";
import { addPerson, savePerson } from "./mutations";

interface PersonFormProps {
  /** What is edited; left out for somebody new. */
  editing?: { id: string; version: number };
  /** As the form begins, in words that can be typed. */
  initial: { name: string; extension: string; email: string; awayUntil: string; phones: TypedPhone[] };
  /** The firm's. */
  timeZone: string;
}

export function PersonForm({ editing, initial, timeZone }: PersonFormProps) {
  return (
    <Card className="max-w-2xl p-4 sm:p-6">
      <MutationForm
        mutation={editing ? savePerson : addPerson}
        submitLabel={editing ? "Save" : "Add"}
        pendingLabel={editing ? "Saving…" : "Adding…"}
        cancelHref="/people"
        {...(editing && { editing })}
      >
        {({ typed, fieldErrors }) => (
          <>
            <TypedField
              label="Name"
              name="name"
              autoComplete="off"
              typed={typed.name}
              initial={initial.name}
              error={fieldErrors.name}
            />
            <TypedField
              label="Extension"
              name="extension"
              help="Two to five digits that a caller dials to reach them, if you use extensions."
              inputMode="numeric"
              autoComplete="off"
              typed={typed.extension}
              initial={initial.extension}
              error={fieldErrors.extension}
            />
            <TypedField
              label="E-mail address"
              name="email"
              type="email"
              autoComplete="off"
              typed={typed.email}
              initial={initial.email}
              error={fieldErrors.email}
            />
            <PhonesEditor initial={initial.phones} typed={typed.phones} fieldErrors={fieldErrors} />
            <AwayField
              timeZone={timeZone}
              typed={typed.awayUntil}
              initial={initial.awayUntil}
              error={fieldErrors.awayUntil}
            />
          </>
        )}
      </MutationForm>
    </Card>
  );
}
