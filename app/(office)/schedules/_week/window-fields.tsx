import { Button } from "@heroui/react/button";
import { Input } from "@heroui/react/input";
import { Label } from "@heroui/react/label";
import { fieldErrorVariants } from "@heroui/styles";
import { useId } from "react";
import { useLocale } from "react-aria-components/I18nProvider";
import { wallTimeInWords } from "@/app/_format/wall-time";
import type { Window } from "@/lib/schedule/types";
import { closingNote } from "./hours-in-words";

export type WindowErrors = Partial<Record<keyof Window, string>>;

interface WindowFieldsProps {
  window: Window;
  /** Whose hours these are, for those who hear the labels one by one: "Monday", "Monday (2)". */
  of: string;
  /** Where hours that run past midnight end: "Tuesday". */
  nextDay: string;
  errors: WindowErrors;
  /** So that a bar of the grid can lead to its fields. */
  openingId?: string;
  onChange(window: Window): void;
  onRemove(): void;
}

/** One opening and closing time. The browser's own time fields: what a phone offers for them is what people know. */
export function WindowFields(props: WindowFieldsProps) {
  const { window, of, nextDay, errors, openingId, onChange, onRemove } = props;
  const { locale } = useLocale();
  const inWords = (time: string) => (time ? wallTimeInWords(time, locale) : "…");
  const note = closingNote(window, nextDay, locale);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <TimeInput
        label="Opens"
        of={of}
        value={window.opensAt}
        error={errors.opensAt}
        {...(openingId && { id: openingId })}
        onChange={(opensAt) => onChange({ ...window, opensAt })}
      />
      <TimeInput
        label="Closes"
        of={of}
        // Browsers know no 24:00; a window that closes at 00:00 closes at the end of its day.
        value={window.closesAt === "24:00" ? "00:00" : window.closesAt}
        error={errors.closesAt}
        onChange={(time) => onChange({ ...window, closesAt: time === "00:00" ? "24:00" : time })}
      />
      <Button
        size="sm"
        variant="ghost"
        aria-label={`Remove ${of}, ${inWords(window.opensAt)} to ${inWords(window.closesAt)}`}
        onPress={onRemove}
      >
        Remove
      </Button>
      {note && <span className="text-sm text-muted">{note}</span>}
    </div>
  );
}

interface TimeInputProps {
  label: string;
  of: string;
  value: string;
  error: string | undefined;
  id?: string;
  onChange(value: string): void;
}

function TimeInput({ label, of, value, error, id: givenId, onChange }: TimeInputProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const errorId = `${ownId}-error`;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-2">
        <Label htmlFor={id} isInvalid={error !== undefined} className="w-12 text-sm font-normal sm:w-auto">
          {label}
          <span className="sr-only">: {of}</span>
        </Label>
        <Input
          id={id}
          type="time"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...(error !== undefined && { "aria-invalid": true, "aria-describedby": errorId })}
        />
      </div>
      {error !== undefined && (
        <p id={errorId} data-visible className={fieldErrorVariants()}>
          {error}
        </p>
      )}
    </div>
  );
}
