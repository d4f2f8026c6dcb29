"use client";

import { Button } from "@heroui/react/button";
import { fieldErrorVariants } from "@heroui/styles";
import { useEffect, useRef, useState } from "react";
import { HiddenValue } from "@/app/_components/hidden-value";
import { useErrorsByRow } from "@/app/_components/use-errors-by-row";
import { useHydrated } from "@/app/_components/use-hydrated";
import { type EditedPhone, fromJson, mostPhones, moved, toJson, withKeys } from "./edited-phone";
import { PhoneRow } from "./phone-row";
import type { TypedPhone } from "./phones-schema";

interface PhonesEditorProps {
  /** As the form begins: see `phonesToType`. */
  initial: readonly TypedPhone[];
  /** `typed.phones` of the form's state. */
  typed: string | undefined;
  /** All of the form's: those of this editor are called "phones" and "phones.0.number". */
  fieldErrors: Readonly<Record<string, string>>;
}

/** Where the keyboard goes on once a phone has been added, moved or removed: the controls carry these as `data-place`. */
type Place = "add" | `${"number" | "up" | "down" | "remove"} ${string}`;

/** Somebody's phones in their order. They travel as JSON in the field "phones": read it with `phonesField()`. */
export function PhonesEditor({ initial, typed, fieldErrors }: PhonesEditorProps) {
  const isHydrated = useHydrated();
  const [phones, setPhones] = useState(() => withKeys(fromJson(typed) ?? initial));
  const [added, setAdded] = useState(0);
  const [news, setNews] = useState("");
  const errorOf = useErrorsByRow("phones", fieldErrors, phones);
  const editor = useRef<HTMLFieldSetElement>(null);
  const place = useRef<Place | null>(null);

  useEffect(() => {
    if (place.current === null) return;
    editor.current?.querySelector<HTMLElement>(`[data-place="${place.current}"]`)?.focus();
    place.current = null;
  });

  const add = () => {
    const key = `added-${added}`;
    setAdded(added + 1);
    setPhones([...phones, { key, label: phones.length === 0 ? "Mobile" : "", number: "", isRung: true }]);
    setNews("A phone was added.");
    place.current = `number ${key}`;
  };
  const change = (key: string, changed: Partial<TypedPhone>) =>
    setPhones(phones.map((phone) => (phone.key === key ? { ...phone, ...changed } : phone)));
  const move = (phone: EditedPhone, by: -1 | 1) => {
    const next = moved(phones, phone.key, by);
    const position = next.findIndex(({ key }) => key === phone.key) + 1;
    setPhones(next);
    setNews(`${phone.label || "The phone"} is now number ${position} of ${next.length}.`);
    // At either end the button that was pressed can go no further.
    const isAtEnd = by < 0 ? position === 1 : position === next.length;
    place.current = `${(by < 0) === isAtEnd ? "down" : "up"} ${phone.key}`;
  };
  const remove = (phone: EditedPhone) => {
    const next = phones.filter(({ key }) => key !== phone.key);
    const neighbour = next[Math.min(phones.indexOf(phone), next.length - 1)];
    setPhones(next);
    setNews(`${phone.label || "The phone"} was removed.`);
    place.current = neighbour ? `remove ${neighbour.key}` : "add";
  };

  return (
    <fieldset ref={editor} className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 text-sm font-medium">Phones</legend>
      <p className="text-sm text-muted">
        Type a number in any form, or the SIP address of a desk phone or an app, such as sip:ana@example.com.
        The two cannot ring at once: whichever is listed first rings first.
      </p>
      {fieldErrors.phones !== undefined && (
        <p role="alert" tabIndex={-1} data-visible className={fieldErrorVariants()}>
          {fieldErrors.phones}
        </p>
      )}
      <HiddenValue name="phones" value={toJson(phones)} />
      {phones.length > 0 && (
        <ol className="flex flex-col gap-3">
          {phones.map((phone, index) => (
            <PhoneRow
              key={phone.key}
              phone={phone}
              index={index}
              count={phones.length}
              isDisabled={!isHydrated}
              errors={{ label: errorOf(phone, "label"), number: errorOf(phone, "number") }}
              onChange={(changed) => change(phone.key, changed)}
              onMove={(by) => move(phone, by)}
              onRemove={() => remove(phone)}
            />
          ))}
        </ol>
      )}
      <div>
        <Button
          data-place="add"
          variant="secondary"
          size="sm"
          isDisabled={!isHydrated || phones.length >= mostPhones}
          onPress={add}
        >
          Add a phone
        </Button>
      </div>
      <p role="status" className="sr-only">
        {news}
      </p>
    </fieldset>
  );
}
