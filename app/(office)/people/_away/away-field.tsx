"use client";

import { Button } from "@heroui/react/button";
import { Input } from "@heroui/react/input";
import { useEffect, useRef } from "react";
import { Temporal } from "temporal-polyfill";
import { FieldFrame } from "@/app/_components/field-frame";
import { useHydrated } from "@/app/_components/use-hydrated";
import { zoneName } from "@/lib/schedule/zone-name";
import { awayChoices } from "./away-choices";
import { incomplete } from "./read-away-until";

interface AwayFieldProps {
  /** The firm's. */
  timeZone: string;
  typed: string | undefined;
  /** See `awayToType`. */
  initial: string | undefined;
  error: string | undefined;
}

/** The field "awayUntil", by the firm's clock: read it with `readAwayUntil`. */
export function AwayField({ timeZone, typed, initial, error }: AwayFieldProps) {
  const isHydrated = useHydrated();
  const field = useRef<HTMLInputElement>(null);

  // A browser sends nothing for half a date, which would read as "here again".
  useEffect(() => {
    const input = field.current;
    const form = input?.form;
    const sayIncomplete = ({ formData }: FormDataEvent) => {
      if (input?.validity.badInput) formData.set(input.name, incomplete);
    };
    form?.addEventListener("formdata", sayIncomplete);
    return () => form?.removeEventListener("formdata", sayIncomplete);
  }, []);

  const choose = (value: string) => {
    if (!field.current) return;
    field.current.value = value;
    field.current.focus();
  };
  return (
    <div className="flex flex-col gap-2">
      <FieldFrame
        label="Away until"
        name="awayUntil"
        help={`By the clock in ${zoneName(timeZone)}. Until then calls pass them by; leave it empty while they are here.`}
        error={error}
      >
        {(names) => (
          <Input
            {...names}
            ref={field}
            type="datetime-local"
            defaultValue={typed === incomplete ? "" : (typed ?? initial ?? "")}
            className="max-w-64"
          />
        )}
      </FieldFrame>
      <div className="flex flex-wrap items-center gap-2">
        {awayChoices.map(({ label, endsAt }) => (
          <Button
            key={label}
            size="sm"
            variant="secondary"
            isDisabled={!isHydrated}
            onPress={() =>
              choose(endsAt(Temporal.Now.zonedDateTimeISO(timeZone)).toString({ smallestUnit: "minute" }))
            }
          >
            {label}
          </Button>
        ))}
        <Button size="sm" variant="ghost" isDisabled={!isHydrated} onPress={() => choose("")}>
          Not away
        </Button>
      </div>
    </div>
  );
}
