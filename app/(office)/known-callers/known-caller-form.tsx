"use client";

import { Card } from "@heroui/react/card";
import { MutationForm } from "@/app/_components/mutation-form";
import { OneOfMany } from "@/app/_components/one-of-many";
import { TypedArea } from "@/app/_components/typed-area";
import { TypedField } from "@/app/_components/typed-field";
import { searchActions } from "../actions/lookups";
import { addKnownCaller, saveKnownCaller } from "./mutations";

export interface KnownCallerToType {
  name: string;
  /** As people here write it. */
  number: string;
  note: string;
  action: { id: string; name: string } | null;
}

interface KnownCallerFormProps {
  /** What is edited; left out for a new one. */
  caller?: { id: string; version: number };
  initial: KnownCallerToType;
}

export function KnownCallerForm({ caller, initial }: KnownCallerFormProps) {
  return (
    <Card className="max-w-2xl p-6">
      <MutationForm
        mutation={caller ? saveKnownCaller : addKnownCaller}
        submitLabel={caller ? "Save" : "Add"}
        pendingLabel={caller ? "Saving…" : "Adding…"}
        cancelHref="/known-callers"
        {...(caller && { editing: caller })}
      >
        {({ typed, fieldErrors }) => (
          <>
            <TypedField
              label="Name"
              help="Shown in the log, and said to whoever picks up."
              name="name"
              autoComplete="off"
              typed={typed.name}
              initial={initial.name}
              error={fieldErrors.name}
            />
            <TypedField
              label="Phone number"
              name="number"
              type="tel"
              autoComplete="off"
              typed={typed.number}
              initial={initial.number}
              error={fieldErrors.number}
            />
            <OneOfMany
              label="Straight to"
              help="An action that their calls go to at any hour, past every menu. Left empty, they are answered like everybody else."
              name="actionId"
              empty="Type a part of an action’s name"
              initial={initial.action && { id: initial.action.id, label: initial.action.name }}
              error={fieldErrors.actionId}
              search={searchActions}
            />
            <TypedArea
              label="Note"
              help="For you and your colleagues. Callers never hear it."
              name="note"
              rows={3}
              typed={typed.note}
              initial={initial.note}
              error={fieldErrors.note}
            />
          </>
        )}
      </MutationForm>
    </Card>
  );
}
