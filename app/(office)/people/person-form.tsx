"use client";

import { Card } from "@heroui/react/card";
import { CheckField } from "@/app/_components/check-field";
import { MutationForm } from "@/app/_components/mutation-form";
import { OneOfMany } from "@/app/_components/one-of-many";
import { TypedField } from "@/app/_components/typed-field";
import { AwayField } from "./_away/away-field";
import { PhonesEditor } from "./_phones/phones-editor";
import type { TypedPhone } from "./_phones/phones-schema";
import { searchDutySchedules } from "./lookups";
import { addPerson, savePerson } from "./mutations";

interface PersonFormProps {
  /** What is edited; left out for somebody new. */
  editing?: { id: string; version: number };
  /** As the form begins, in words that can be typed. */
  initial: {
    name: string;
    extension: string;
    email: string;
    dutySchedule: { id: string; name: string } | null;
    isToldByEmail: boolean;
    isToldByText: boolean;
    awayUntil: string;
    phones: TypedPhone[];
  };
  /** The firm's. */
  timeZone: string;
}

export function PersonForm({ editing, initial, timeZone }: PersonFormProps) {
  const { dutySchedule } = initial;
  return (
    <Card className="max-w-2xl p-4 sm:p-6">
      <MutationForm
        mutation={editing ? savePerson : addPerson}
        submitLabel={editing ? "Save" : "Add"}
        pendingLabel={editing ? "Saving…" : "Adding…"}
        cancelHref="/people"
        {...(editing && { editing })}
      >
        {({ status, typed, fieldErrors }) => (
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
            <fieldset className="flex min-w-0 flex-col gap-3">
              <legend className="mb-1 text-sm font-medium">When a voicemail is for them</legend>
              <CheckField
                label="Tell them by e-mail"
                name="isToldByEmail"
                help="Needs their e-mail address, above."
                isChecked={status === "refused" ? typed.isToldByEmail === "on" : initial.isToldByEmail}
              />
              <CheckField
                label="Tell them by text"
                name="isToldByText"
                help="Needs a mobile number among their phones."
                isChecked={status === "refused" ? typed.isToldByText === "on" : initial.isToldByText}
              />
            </fieldset>
            <OneOfMany
              label="On duty"
              name="dutyScheduleId"
              help="Hours of their own: outside these, calls pass them by as if they were away."
              empty="Always on duty"
              initial={dutySchedule && { id: dutySchedule.id, label: dutySchedule.name }}
              error={fieldErrors.dutyScheduleId}
              search={searchDutySchedules}
            />
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
