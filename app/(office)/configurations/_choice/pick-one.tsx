"use client";

import { inputVariants } from "@heroui/styles";
import { FieldFrame, type FieldWords } from "@/app/_components/field-frame";
import type { ChoiceKind } from "@/db/queries/configurations/list-choices";
import type { ChoiceOption, ChoiceOptions } from "./choice-options";
import { SearchedChoice } from "./searched-choice";

export interface PickOneProps extends FieldWords {
  kind: ChoiceKind;
  choices: ChoiceOptions;
  /** What the form sends of the one that is chosen. */
  valueFor: (option: ChoiceOption) => string;
  onPick?: ((option: ChoiceOption | null) => void) | undefined;
}

/** One of the numbers, schedules or actions: the browser's own list, or, where there are too many, one to search in. */
export function PickOne({ kind, choices, valueFor, onPick, typed, initial, ...field }: PickOneProps) {
  const chosen = typed ?? initial ?? "";
  if (!choices.isAll) {
    return <SearchedChoice {...{ kind, choices, valueFor, onPick, chosen }} {...field} />;
  }
  return (
    <FieldFrame {...field}>
      {(names) => (
        // React resets a form once it has been sent, and a list to what it first showed: a new one begins with what was chosen.
        <select
          key={chosen}
          {...names}
          defaultValue={chosen}
          onChange={({ target }) =>
            onPick?.(choices.options.find((option) => valueFor(option) === target.value) ?? null)
          }
          className={inputVariants({ fullWidth: true, className: "min-h-10 truncate" })}
        >
          <option value="">Choose…</option>
          {choices.options.map((option) => (
            <option key={option.id} value={valueFor(option)}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
