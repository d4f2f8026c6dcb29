import { Button } from "@heroui/react/button";
import type { Weekday } from "@/lib/schedule/types";
import { type EditedWindow, newKey, nextSpan, windowFrom } from "./edited-window";
import { dayAfter, weekdayName } from "./weekdays";
import { type WindowErrors, WindowFields } from "./window-fields";

interface DayFieldsProps {
  weekday: Weekday;
  /** Of the whole week. */
  windows: readonly EditedWindow[];
  errorsOf(key: string): WindowErrors;
  onChange(windows: EditedWindow[]): void;
}

export const openingIdOf = (key: string): string => `opens-${key}`;

/** The hours of one weekday in fields, any number of them. */
export function DayFields({ weekday, windows, errorsOf, onChange }: DayFieldsProps) {
  const name = weekdayName(weekday);
  const own = windows.filter((window) => window.weekday === weekday);
  const others = windows.filter((window) => window.weekday !== weekday);
  return (
    <fieldset className="grid gap-2 py-3 sm:grid-cols-[7rem_1fr_auto] sm:items-start sm:gap-4">
      <legend className="sr-only">{name}</legend>
      <p aria-hidden="true" className="font-medium sm:pt-2">
        {name}
      </p>
      <div className="flex flex-col gap-2">
        {own.length === 0 && <p className="text-sm text-muted sm:pt-2">Closed</p>}
        {own.map((window, i) => (
          <WindowFields
            key={window.key}
            window={window}
            of={own.length > 1 ? `${name} (${i + 1})` : name}
            nextDay={weekdayName(dayAfter(weekday))}
            errors={errorsOf(window.key)}
            openingId={openingIdOf(window.key)}
            onChange={(hours) =>
              onChange(windows.map((other) => (other.key === window.key ? { ...other, ...hours } : other)))
            }
            onRemove={() => onChange(windows.filter(({ key }) => key !== window.key))}
          />
        ))}
      </div>
      <div className="flex gap-2">
        <Button
          size="sm"
          variant="secondary"
          aria-label={`Add hours on ${name}`}
          onPress={() =>
            onChange([...windows, { ...windowFrom(nextSpan(windows, weekday)), weekday, key: newKey() }])
          }
        >
          Add hours
        </Button>
        <Button
          size="sm"
          variant="ghost"
          aria-label={`Whole day on ${name}`}
          onPress={() =>
            onChange([...others, { weekday, opensAt: "00:00", closesAt: "24:00", key: newKey() }])
          }
        >
          Whole day
        </Button>
      </div>
    </fieldset>
  );
}
