import { descriptionVariants } from "@heroui/styles";
import { type ReactNode, useId } from "react";

interface CheckFieldProps {
  label: string;
  name: string;
  help?: ReactNode;
  isChecked: boolean;
}

/** A box to tick. A form reads it with `checkbox()`. */
export function CheckField({ label, name, help, isChecked }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <input
        key={String(isChecked)}
        id={id}
        name={name}
        type="checkbox"
        defaultChecked={isChecked}
        {...(help && { "aria-describedby": `${id}-help` })}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {help && (
          <p id={`${id}-help`} className={descriptionVariants()}>
            {help}
          </p>
        )}
      </div>
    </div>
  );
}
