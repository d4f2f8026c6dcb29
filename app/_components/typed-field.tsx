import { Input } from "@heroui/react/input";
import { Label } from "@heroui/react/label";
import { fieldErrorVariants, textFieldVariants } from "@heroui/styles";
import { type ComponentProps, useId } from "react";

interface TypedFieldProps
  extends Pick<ComponentProps<"input">, "type" | "autoComplete" | "autoFocus" | "inputMode"> {
  label: string;
  name: string;
  /** What was typed before, when saving failed. */
  typed?: string | undefined;
  error?: string | undefined;
}

/**
 * A text field whose text belongs to the browser. HeroUI's own TextField keeps it in React's state, which forgets what
 * was typed before the page came alive; this has its looks alone.
 */
export function TypedField({ label, name, typed, error, ...input }: TypedFieldProps) {
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className={textFieldVariants({ fullWidth: true })}>
      <Label htmlFor={id} isInvalid={error !== undefined}>
        {label}
      </Label>
      <Input
        {...input}
        id={id}
        name={name}
        defaultValue={typed ?? ""}
        fullWidth
        {...(error !== undefined && { "aria-invalid": true, "aria-describedby": errorId })}
      />
      {error !== undefined && (
        <p id={errorId} data-visible className={fieldErrorVariants()}>
          {error}
        </p>
      )}
    </div>
  );
}
