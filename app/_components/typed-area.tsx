"use client";

import { TextArea } from "@heroui/react/textarea";
import { FieldFrame, type FieldWords } from "./field-frame";
import { useEarlyText } from "./use-early-text";

/** A field of several lines whose text belongs to the browser: see `FieldFrame`. */
export function TypedArea({
  label,
  name,
  help,
  typed,
  initial,
  error,
  rows = 4,
}: FieldWords & { rows?: number }) {
  const early = useEarlyText();
  return (
    <FieldFrame label={label} name={name} help={help} error={error}>
      {(names) => (
        <TextArea {...names} {...early} rows={rows} defaultValue={typed ?? initial ?? ""} fullWidth />
      )}
    </FieldFrame>
  );
}
