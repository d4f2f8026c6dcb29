import { ChoiceField } from "@/app/_components/choice-field";
import type { ParameterProps } from "./parameter-props";
import { labelOf } from "./parameter-words";

export function ChoiceParameter({ declaration, name, value, typed, error }: ParameterProps) {
  return (
    <ChoiceField
      label={labelOf(declaration)}
      name={name}
      help={declaration.help}
      typed={typed}
      initial={typeof value === "string" ? value : undefined}
      error={error}
      options={declaration.bounds.options ?? []}
      {...((!declaration.isRequired || value === null) && {
        empty: declaration.isRequired ? "Please choose" : "Left empty",
      })}
    />
  );
}
