import { Button } from "@heroui/react/button";
import { useState } from "react";
import { useLocale } from "react-aria-components/I18nProvider";
import { overlappingWindows } from "@/lib/schedule/overlapping-windows";
import type { Weekday } from "@/lib/schedule/types";
import { DayFields } from "./day-fields";
import { copyDay, type EditedWindow, spanOf } from "./edited-window";
import { hoursInWords } from "./hours-in-words";
import { WeekGrid } from "./week-grid";
import { weekdayName, weekdays, workingDays } from "./weekdays";
import type { WindowErrors } from "./window-fields";

interface WeekEditorProps {
  windows: readonly EditedWindow[];
  errorsOf(key: string): WindowErrors;
  onChange(windows: EditedWindow[]): void;
}

/** The weekly hours as bars and as fields: two views of one state. */
export function WeekEditor({ windows, errorsOf, onChange }: WeekEditorProps) {
  const { locale } = useLocale();
  const [said, announce] = useState("");
  const copyMonday = (to: readonly Weekday[], words: string) => {
    onChange(copyDay(windows, 1, to));
    announce(`Monday’s hours are copied to ${words}.`);
  };
  const overlaps = overlappingWindows(windows.filter((window) => spanOf(window) !== null));
  return (
    <div className="flex flex-col gap-4">
      <WeekGrid windows={windows} onChange={onChange} announce={announce} />
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="secondary" onPress={() => copyMonday(workingDays, "Tuesday to Friday")}>
          Copy Monday to Tuesday–Friday
        </Button>
        <Button
          size="sm"
          variant="secondary"
          onPress={() =>
            copyMonday(
              weekdays.map(({ weekday }) => weekday),
              "every other day",
            )
          }
        >
          Copy Monday to all days
        </Button>
      </div>
      {overlaps.length > 0 && (
        <ul className="rounded-xl bg-warning-soft px-3 py-2 text-sm">
          {overlaps.map(([one, other]) => (
            <li key={`${one.key} ${other.key}`}>
              {weekdayName(one.weekday)}, {hoursInWords(one, locale)}, and {weekdayName(other.weekday)},{" "}
              {hoursInWords(other, locale)}, overlap. That is fine: they count as one.
            </li>
          ))}
        </ul>
      )}
      <div className="divide-y divide-separator border-y border-separator">
        {weekdays.map(({ weekday }) => (
          <DayFields
            key={weekday}
            weekday={weekday}
            windows={windows}
            errorsOf={errorsOf}
            onChange={onChange}
          />
        ))}
      </div>
    </div>
  );
}
