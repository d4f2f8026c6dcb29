import { descriptionVariants, fieldErrorVariants } from "@heroui/styles";
import { useId } from "react";
import type { ParameterProps } from "./parameter-props";

/** A box to tick. The hidden field before it says no: a browser sends nothing for a box that is not ticked. */
export function YesNoParameter({ declaration, name, value, typed, error }: ParameterProps) {
  const id = useId();
  const isTicked = typed === undefined ? value === true : typed === "true";
  return (
    <div className="flex items-start gap-3">
      <input type="hidden" name={name} value="false" />
      <input
        key={String(isTicked)}
        id={id}
        type="checkbox"
        name={name}
        value="true"
        defaultChecked={isTicked}
        aria-describedby={error === undefined ? `${id}-help` : `${id}-help ${id}-error`}
        {...(error !== undefined && { "aria-invalid": true })}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={id} className="text-sm font-medium">
          {declaration.label}
        </label>
        <p id={`${id}-help`} className={descriptionVariants()}>
          {declaration.help}
        </p>
        {error !== undefined && (
          <p id={`${id}-error`} data-visible className={fieldErrorVariants()}>
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
