"use client";

import { Input } from "@heroui/react/input";
import { FieldFrame } from "@/app/_components/field-frame";
import { formatPhoneNumber, readPhoneNumber } from "@/app/_format/phone-number";
import type { ParameterProps } from "./parameter-props";
import { helpOf, labelOf } from "./parameter-words";

/** A number typed in any form, and shown as people of the firm's country write it. */
export function PhoneParameter({ declaration, name, value, typed, error, surroundings }: ParameterProps) {
  const { country } = surroundings;
  const written = (text: string) => {
    const number = readPhoneNumber(text, country);
    return number === null ? text : formatPhoneNumber(number, country);
  };
  return (
    <FieldFrame label={labelOf(declaration)} name={name} help={helpOf(declaration)} error={error}>
      {(names) => (
        <Input
          {...names}
          type="tel"
          autoComplete="off"
          defaultValue={typed ?? (typeof value === "string" ? written(value) : "")}
          onBlur={({ currentTarget }) => {
            currentTarget.value = written(currentTarget.value);
          }}
          fullWidth
        />
      )}
    </FieldFrame>
  );
}
