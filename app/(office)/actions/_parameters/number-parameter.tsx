import { Input } from "@heroui/react/input";
import { FieldFrame } from "@/app/_components/field-frame";
import type { ParameterProps } from "./parameter-props";
import { helpOf, labelOf } from "./parameter-words";

/** A number with its unit behind it. */
export function NumberParameter({ declaration, name, value, typed, error }: ParameterProps) {
  const { min, max, step = 1, unit } = declaration.bounds;
  return (
    <FieldFrame label={labelOf(declaration)} name={name} help={helpOf(declaration)} error={error}>
      {(names) => (
        <div className="flex items-center gap-2">
          <Input
            {...names}
            type="number"
            inputMode={step % 1 === 0 ? "numeric" : "decimal"}
            {...(min !== undefined && { min })}
            {...(max !== undefined && { max })}
            step={step}
            defaultValue={typed ?? (typeof value === "number" ? String(value) : "")}
            className="w-32"
          />
          {unit && (
            <span aria-hidden="true" className="text-sm text-muted">
              {unit}
            </span>
          )}
        </div>
      )}
    </FieldFrame>
  );
}
