import { inputVariants } from "@heroui/styles";
import { FieldFrame, type FieldWords } from "./field-frame";

export interface ChoiceOption {
  value: string;
  label: string;
}

/** One of a few: the browser's own list, which phones show best. */
export function ChoiceField({
  label,
  name,
  help,
  typed,
  initial,
  error,
  options,
  empty,
}: FieldWords & {
  options: readonly ChoiceOption[];
  /** The first line, which chooses nothing. */
  empty?: string;
}) {
  const chosen = typed ?? initial ?? "";
  return (
    <FieldFrame label={label} name={name} help={help} error={error}>
      {(names) => (
        // React resets a form once it has been sent, and a list to what it first showed: a new one begins with what was chosen.
        <select
          key={chosen}
          {...names}
          defaultValue={chosen}
          className={inputVariants({ fullWidth: true, className: "min-h-10" })}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
