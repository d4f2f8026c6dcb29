"use client";

import { Card } from "@heroui/react/card";
import { type ReactNode, useState } from "react";
import { ChoiceField, type ChoiceOption } from "@/app/_components/choice-field";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import { ZoneField } from "../schedules/_zone/zone-field";
import { saveSettings } from "./mutations";
import { VoiceFields } from "./voice-fields";

interface SettingsFormProps {
  editing: { id: string; version: number };
  /** As the form begins, in words that can be typed. */
  initial: {
    name: string;
    country: string;
    timeZone: string;
    language: string;
    voice: string;
    fallbackNumber: string;
  };
  countries: readonly ChoiceOption[];
  languages: readonly ChoiceOption[];
  /** IANA names to choose from. */
  zones: readonly string[];
  /** ISO 8601. */
  now: string;
  /** What is done while there is no fallback number here. */
  fallbackHelp: ReactNode;
}

export function SettingsForm({ editing, initial, fallbackHelp, ...choices }: SettingsFormProps) {
  const { countries, languages, zones, now } = choices;
  return (
    <Card className="max-w-2xl p-4 sm:p-6">
      <MutationForm mutation={saveSettings} submitLabel="Save" pendingLabel="Saving…" editing={editing}>
        {({ typed, fieldErrors }) => (
          <>
            <TypedField
              label="Name of the firm"
              name="name"
              help="As callers hear it."
              autoComplete="organization"
              typed={typed.name}
              initial={initial.name}
              error={fieldErrors.name}
            />
            <ChoiceField
              label="Country"
              name="country"
              help="How phone numbers are read and written, and whose holidays are offered first."
              options={countries}
              typed={typed.country}
              initial={initial.country}
              error={fieldErrors.country}
            />
            <TimeZone
              zones={zones}
              now={now}
              initial={typed.timeZone ?? initial.timeZone}
              error={fieldErrors.timeZone}
            />
            <VoiceFields languages={languages} initial={initial} typed={typed} error={fieldErrors.voice} />
            <TypedField
              label="Fallback number"
              name="fallbackNumber"
              help={fallbackHelp}
              type="tel"
              autoComplete="off"
              typed={typed.fallbackNumber}
              initial={initial.fallbackNumber}
              error={fieldErrors.fallbackNumber}
            />
          </>
        )}
      </MutationForm>
    </Card>
  );
}

function TimeZone({
  zones,
  now,
  initial,
  error,
}: {
  zones: readonly string[];
  now: string;
  initial: string;
  error: string | undefined;
}) {
  const [timeZone, setTimeZone] = useState(initial);
  return (
    <>
      <input type="hidden" name="timeZone" value={timeZone} />
      <ZoneField
        zones={zones}
        timeZone={timeZone}
        now={now}
        error={error}
        help="Times on these pages are by the clocks there; each schedule has its own."
        onChange={setTimeZone}
      />
    </>
  );
}
