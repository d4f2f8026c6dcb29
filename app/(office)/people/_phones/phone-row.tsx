import { Button } from "@heroui/react/button";
import { Input } from "@heroui/react/input";
import { useId } from "react";
import { FieldFrame } from "@/app/_components/field-frame";
import { DownIcon, RemoveIcon, UpIcon } from "@/app/_components/icons";
import type { EditedPhone } from "./edited-phone";
import type { TypedPhone } from "./phones-schema";

interface PhoneRowProps {
  phone: EditedPhone;
  /** 0 is the first. */
  index: number;
  count: number;
  isDisabled: boolean;
  errors: { label: string | undefined; number: string | undefined };
  onChange(changed: Partial<TypedPhone>): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** One phone. Its controls have no names: the editor's hidden field speaks for all of them. */
export function PhoneRow(props: PhoneRowProps) {
  const { phone, index, count, isDisabled, errors, onChange, onMove, onRemove } = props;
  const rungId = useId();
  const called = phone.label || `phone ${index + 1}`;
  return (
    <li>
      <fieldset
        disabled={isDisabled}
        className="flex min-w-0 flex-col gap-3 rounded-2xl border border-separator p-4"
      >
        <legend className="sr-only">
          Phone {index + 1} of {count}
        </legend>
        <div className="grid gap-3 sm:grid-cols-[1fr_2fr]">
          <FieldFrame label="Kind" name="" error={errors.label}>
            {({ name: _, ...names }) => (
              <Input
                {...names}
                value={phone.label}
                onChange={(event) => onChange({ label: event.target.value })}
                placeholder="Mobile, desk, home"
                autoComplete="off"
                fullWidth
              />
            )}
          </FieldFrame>
          <FieldFrame label="Number" name="" error={errors.number}>
            {({ name: _, ...names }) => (
              <Input
                {...names}
                data-place={`number ${phone.key}`}
                // No telephone's keyboard, which has no letters for a SIP address.
                type="text"
                inputMode="text"
                value={phone.number}
                onChange={(event) => onChange({ number: event.target.value })}
                autoComplete="off"
                fullWidth
              />
            )}
          </FieldFrame>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div className="flex items-center gap-3">
            <input
              id={rungId}
              type="checkbox"
              checked={phone.isRung}
              onChange={(event) => onChange({ isRung: event.target.checked })}
              // React resets a form once it has been sent, and a box to its attribute, which it leaves alone.
              ref={(box) => {
                if (box) box.defaultChecked = phone.isRung;
              }}
              className="size-5 shrink-0 accent-accent"
            />
            <label htmlFor={rungId} className="text-sm font-medium">
              Ring this phone
            </label>
          </div>
          <div className="flex gap-1">
            <Button
              data-place={`up ${phone.key}`}
              aria-label={`Move ${called} up`}
              variant="ghost"
              isIconOnly
              isDisabled={isDisabled || index === 0}
              onPress={() => onMove(-1)}
            >
              <UpIcon />
            </Button>
            <Button
              data-place={`down ${phone.key}`}
              aria-label={`Move ${called} down`}
              variant="ghost"
              isIconOnly
              isDisabled={isDisabled || index === count - 1}
              onPress={() => onMove(1)}
            >
              <DownIcon />
            </Button>
            <Button
              data-place={`remove ${phone.key}`}
              aria-label={`Remove ${called}`}
              variant="ghost"
              isIconOnly
              isDisabled={isDisabled}
              onPress={onRemove}
            >
              <RemoveIcon />
            </Button>
          </div>
        </div>
      </fieldset>
    </li>
  );
}
