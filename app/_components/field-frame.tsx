import { Label } from "@heroui/react/label";
import { descriptionVariants, fieldErrorVariants, textFieldVariants } from "@heroui/styles";
import { type ReactNode, useId } from "react";

export interface FieldWords {
  label: string;
  name: string;
  /** Below the label: what it is for, in a sentence. */
  help?: ReactNode;
  /** What was typed before, when saving failed. */
  typed?: string | undefined;
  /** What stands there now. */
  initial?: string | undefined;
  error?: string | undefined;
}

/** What a control must carry to be found with its label, its help and its error. */
export interface ControlNames {
  id: string;
  name: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
}

/**
 * Label, help and error around one native control. The control's text belongs to the browser: HeroUI's own fields keep
 * it in React's state, which forgets what was typed before the page came alive; these have their looks alone.
 */
export function FieldFrame({
  label,
  name,
  help,
  error,
  children,
}: Omit<FieldWords, "typed" | "initial"> & { children: (names: ControlNames) => ReactNode }) {
  const id = useId();
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const describedBy = [...(help ? [helpId] : []), ...(error === undefined ? [] : [errorId])].join(" ");
  return (
    <div className={textFieldVariants({ fullWidth: true })}>
      <Label htmlFor={id} isInvalid={error !== undefined}>
        {label}
      </Label>
      {help && (
        <p id={helpId} className={descriptionVariants()}>
          {help}
        </p>
      )}
      {children({
        id,
        name,
        ...(error !== undefined && { "aria-invalid": true }),
        ...(describedBy && { "aria-describedby": describedBy }),
      })}
      {error !== undefined && (
        <p id={errorId} data-visible className={fieldErrorVariants()}>
          {error}
        </p>
      )}
    </div>
  );
}
