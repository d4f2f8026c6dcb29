"use client";

import { Button } from "@heroui/react/button";
import { Card } from "@heroui/react/card";
import { useState } from "react";
import { CheckField } from "@/app/_components/check-field";
import { TypedField } from "@/app/_components/typed-field";
import { UrlForm } from "@/app/_components/url-form";
import { zoneName } from "@/lib/schedule/zone-name";
import type { ChoiceOption, ChoiceOptions } from "../configurations/_choice/choice-options";
import { PickOne } from "../configurations/_choice/pick-one";
import type { TrialErrors, TypedTrial } from "./read-trial";

interface TryFormProps {
  typed: TypedTrial;
  /** What is called, E.164. */
  number: string | null;
  errors: TrialErrors;
  phoneNumbers: ChoiceOptions;
  /** IANA names: of the number that is shown, and of the firm, for a number without a schedule. */
  timeZone: string;
  firmTimeZone: string;
}

const numberOf = ({ number }: ChoiceOption) => number ?? "";

/** A browser complains of a date or a time that it could not have sent. */
const fitting = (text: string, form: RegExp): string => (form.test(text) ? text : "");

export function TryForm({ typed, number, errors, phoneNumbers, timeZone, firmTimeZone }: TryFormProps) {
  // The form itself has the box follow the address: one that was made anew would lose the keyboard.
  const [wasWithheld] = useState(typed.isWithheld);
  const date = fitting(typed.date, /^\d{4}-\d\d-\d\d$/);
  const time = fitting(typed.time, /^[0-2]\d:[0-5]\d$/);
  const shown = {
    number: number ?? "",
    from: typed.from,
    withheld: typed.isWithheld ? "on" : "",
    date,
    time,
  };
  const asked = JSON.stringify(shown);
  const [zone, setZone] = useState({ asked, name: timeZone });
  // The address asks for something else than when a number was picked.
  if (zone.asked !== asked) setZone({ asked, name: timeZone });
  const isListed = number === null || phoneNumbers.options.some((option) => option.number === number);
  const stranger: ChoiceOption[] = isListed
    ? []
    : [{ id: "stranger", label: `${number}, none of ours`, number, timeZone: null }];
  return (
    <Card className="p-6">
      <UrlForm action="/try" shown={shown} className="flex flex-col gap-5">
        <div className="grid gap-5 md:grid-cols-2">
          <PickOne
            key={asked}
            label="Number that is called"
            name="number"
            kind="phoneNumber"
            choices={{ ...phoneNumbers, options: [...phoneNumbers.options, ...stranger] }}
            valueFor={numberOf}
            initial={number ?? undefined}
            error={errors.number}
            onPick={(option) => setZone({ asked, name: option?.timeZone ?? firmTimeZone })}
          />
          <div className="flex flex-col gap-3">
            <TypedField
              label="Caller"
              name="from"
              type="tel"
              autoComplete="off"
              initial={typed.from}
              error={errors.from}
            />
            <CheckField label="The number is withheld" name="withheld" isChecked={wasWithheld} />
          </div>
        </div>
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-1 font-medium">When, in {zoneName(zone.name)} time</legend>
          <div className="grid grid-cols-2 gap-3 sm:max-w-md">
            <TypedField label="Date" name="date" type="date" initial={date} error={errors.date} />
            <TypedField label="Time" name="time" type="time" initial={time} error={errors.time} />
          </div>
          <p className="text-sm text-muted">Left empty, it is today and this minute.</p>
        </fieldset>
        <div>
          <Button type="submit" variant="primary">
            Try
          </Button>
        </div>
      </UrlForm>
    </Card>
  );
}
