import { Input } from "@heroui/react/input";
import type { ComponentProps } from "react";
import { FieldFrame, type FieldWords } from "./field-frame";

interface TypedFieldProps
  extends FieldWords,
    Pick<
      ComponentProps<typeof Input>,
      | "type"
      | "autoComplete"
      | "autoFocus"
      | "inputMode"
      | "maxLength"
      | "min"
      | "max"
      | "step"
      | "placeholder"
      | "required"
    > {}

/** A text field whose text belongs to the browser: see `FieldFrame`. */
export function TypedField({ label, name, help, typed, initial, error, ...input }: TypedFieldProps) {
  return (
    <FieldFrame label={label} name={name} help={help} error={error}>
      {(names) => <Input {...input} {...names} defaultValue={typed ?? initial ?? ""} fullWidth />}
    </FieldFrame>
  );
}
