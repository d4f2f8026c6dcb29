"use client";

import { Button } from "@heroui/react/button";
import { Card } from "@heroui/react/card";
import Form from "next/form";
import { useState } from "react";
import { CheckField } from "@/app/_components/check-field";
import { TypedField } from "@/app/_components/typed-field";
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
const shown = (text: string, form: RegExp): string => (form.test(text) ? text : "");

export function TryForm({ typed, number, errors, phoneNumbers, timeZone, firmTimeZone }: TryFormProps) {
  const [zone, setZone] = useState(timeZone);
  const isListed = number === null || phoneNumbers.options.some((option) => option.number === number);
  const stranger: ChoiceOption[] = isListed
    ? []
    : [{ id: "stranger", label: `${number}, none of ours`, number, timeZone: null }];
  return (
    <Card className="p-6">
      <Form action="/try" className="flex flex-col gap-5">
        <div className="grid gap-5 md:grid-cols-2">
          <PickOne
            label="Number that is called"
            name="number"
            kind="phoneNumber"
            choices={{ ...phoneNumbers, options: [...phoneNumbers.options, ...stranger] }}
            valueFor={numberOf}
            initial={number ?? undefined}
            error={errors.number}
            onPick={(option) => setZone(option?.timeZone ?? firmTimeZone)}
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
            <CheckField label="The number is withheld" name="withheld" isChecked={typed.isWithheld} />
          </div>
        </div>
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-1 font-medium">When, in {zoneName(zone)} time</legend>
          <div className="grid grid-cols-2 gap-3 sm:max-w-md">
            <TypedField
              label="Date"
              name="date"
              type="date"
              initial={shown(typed.date, /^\d{4}-\d\d-\d\d$/)}
              error={errors.date}
            />
            <TypedField
              label="Time"
              name="time"
              type="time"
              initial={shown(typed.time, /^[0-2]\d:[0-5]\d$/)}
              error={errors.time}
            />
          </div>
          <p className="text-sm text-muted">Left empty, it is today and this minute.</p>
        </fieldset>
        <div>
          <Button type="submit" variant="primary">
            Try
          </Button>
        </div>
      </Form>
    </Card>
  );
}
