"use client";

import { Card } from "@heroui/react/card";
import { type ReactNode, useState } from "react";
import { Temporal } from "temporal-polyfill";
import { MutationForm } from "@/app/_components/mutation-form";
import { RefusalAlert } from "@/app/_components/refusal-alert";
import { TypedField } from "@/app/_components/typed-field";
import { useHydrated } from "@/app/_components/use-hydrated";
import type { MutationState } from "@/app/_mutations/mutation-state";
import type { ScheduleException, WeeklyWindow } from "@/lib/schedule/types";
import { zoneName } from "@/lib/schedule/zone-name";
import { ExceptionsEditor } from "./_exceptions/exceptions-editor";
import type { HolidayPlaces } from "./_exceptions/holiday-places";
import { DraftPreview } from "./_preview/draft-preview";
import type { OverrideJson } from "./_preview/override-json";
import { WeekEditor } from "./_week/week-editor";
import type { WindowErrors } from "./_week/window-fields";
import { ZoneField } from "./_zone/zone-field";
import { createSchedule, saveSchedule } from "./mutations";
import { draftOf, type ScheduleDraft, sentDraft } from "./schedule-draft";

interface ScheduleFormProps {
  /** What is edited; left out for a new one. */
  editing?: { id: string; version: number };
  name: string;
  hours: {
    timeZone: string;
    windows: readonly WeeklyWindow[];
    exceptions: readonly ScheduleException[];
  };
  /** The one in force, which the preview shows too. */
  override: OverrideJson | null;
  zones: readonly string[];
  places: HolidayPlaces;
  /** ISO 8601. */
  now: string;
  locale: string;
}

/**
 * A schedule with its week and its exceptions, saved as one. What is being edited stays as it is when the page refreshes:
 * somebody else's save is told when this one is sent.
 */
export function ScheduleForm(props: ScheduleFormProps) {
  const { name, hours, override, zones, places, now, locale } = props;
  const [editing] = useState(props.editing);
  const [first] = useState(() => draftOf(hours));
  const [draft, setDraft] = useState(first);
  const isHydrated = useHydrated();
  const isChanged = draft !== first;

  const change = (parts: Partial<ScheduleDraft>) => setDraft({ ...draft, ...parts });
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(draft.timeZone).toPlainDate().toString();

  return (
    <MutationForm
      mutation={editing ? saveSchedule : createSchedule}
      submitLabel="Save"
      pendingLabel="Saving…"
      cancelHref="/schedules"
      isChanged={isChanged}
      {...(editing && { editing })}
    >
      {(state) => (
        <>
          <Section title="Name and time zone">
            <TypedField
              label="Name"
              name="name"
              autoComplete="off"
              maxLength={100}
              typed={state.typed.name}
              initial={name}
              error={state.fieldErrors.name}
            />
            <fieldset disabled={!isHydrated}>
              <ZoneField
                zones={zones}
                timeZone={draft.timeZone}
                now={now}
                error={state.fieldErrors["hours.timeZone"]}
                onChange={(timeZone) => change({ timeZone })}
              />
            </fieldset>
          </Section>
          <input type="hidden" name="hours" value={JSON.stringify(draft)} />
          <Section title="Every week" timeZone={draft.timeZone}>
            <fieldset disabled={!isHydrated}>
              <WeekEditor
                windows={draft.windows}
                errorsOf={windowErrorsIn(state, draft)}
                onChange={(windows) => change({ windows })}
              />
            </fieldset>
          </Section>
          <Section title="Holidays and special hours" timeZone={draft.timeZone}>
            {exceptionErrorsIn(state).map((message) => (
              <RefusalAlert key={message} message={message} />
            ))}
            <fieldset disabled={!isHydrated}>
              <ExceptionsEditor
                exceptions={draft.exceptions}
                today={today}
                locale={locale}
                places={places}
                onChange={(exceptions) => change({ exceptions })}
              />
            </fieldset>
          </Section>
          <Section title="The next two weeks">
            <DraftPreview draft={draft} override={override} now={now} locale={locale} />
          </Section>
          <p role="status" className="text-sm text-muted">
            {isChanged && "You have changes that are not saved yet."}
          </p>
        </>
      )}
    </MutationForm>
  );
}

interface SectionProps {
  title: string;
  /** Of the times in it, where it does not say so itself. */
  timeZone?: string;
  children: ReactNode;
}

function Section({ title, timeZone, children }: SectionProps) {
  return (
    <Card className="gap-4 p-4 sm:p-6">
      <h2 className="text-lg font-semibold">{title}</h2>
      {timeZone && <p className="text-sm text-muted">By the clocks of {zoneName(timeZone)}.</p>}
      {children}
    </Card>
  );
}

/** The server names windows by their places in what was sent; since then they may have been moved or mended. */
function windowErrorsIn({ typed, fieldErrors }: MutationState, draft: ScheduleDraft) {
  const sent = sentDraft(typed.hours)?.windows ?? [];
  return (key: string): WindowErrors => {
    const i = sent.findIndex((window) => window.key === key);
    const current = draft.windows.find((window) => window.key === key);
    const errors: WindowErrors = {};
    for (const time of ["opensAt", "closesAt"] as const) {
      const error = fieldErrors[`hours.windows.${i}.${time}`];
      if (error !== undefined && current?.[time] === sent[i]?.[time]) errors[time] = error;
    }
    return errors;
  };
}

/** The dialog refuses these first; what comes here was refused by the server. */
const exceptionErrorsIn = ({ fieldErrors }: MutationState): string[] => [
  ...new Set(
    Object.entries(fieldErrors).flatMap(([field, message]) =>
      field === "hours" || field.startsWith("hours.exceptions") ? [message] : [],
    ),
  ),
];
