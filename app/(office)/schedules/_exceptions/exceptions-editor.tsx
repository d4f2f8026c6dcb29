import { Button } from "@heroui/react/button";
import { useRef, useState } from "react";
import type { LocalDate } from "@/lib/schedule/types";
import { newKey } from "../_week/edited-window";
import { type EditedException, inOrderOfDates } from "./edited-exception";
import { ExceptionCalendar } from "./exception-calendar";
import { ExceptionDialog } from "./exception-dialog";
import { datesInWords, ExceptionList } from "./exception-list";
import { HolidayDialog } from "./holiday-dialog";
import type { HolidayPlaces } from "./holiday-places";

interface ExceptionsEditorProps {
  exceptions: readonly EditedException[];
  /** Today's date by the schedule's clocks. */
  today: LocalDate;
  locale: string;
  places: HolidayPlaces;
  onChange(exceptions: EditedException[]): void;
}

/** Holidays and special hours: on a calendar, and in a list. They are saved with the schedule. */
export function ExceptionsEditor(props: ExceptionsEditorProps) {
  const { exceptions, today, locale, places, onChange } = props;
  const [isEditing, setEditing] = useState(false);
  /** What is edited, or was last; it stays while the dialog fades. */
  const [edited, setEdited] = useState<EditedException | null>(null);
  const [isPickingHolidays, pickHolidays] = useState(false);
  const [said, setSaid] = useState("");
  const addButton = useRef<HTMLButtonElement>(null);

  const edit = (exception: EditedException) => {
    setEdited(exception);
    setEditing(true);
  };
  const begin = (date: LocalDate) =>
    edit({ key: newKey(), startsOn: date, endsOn: date, label: "", windows: [] });
  const remove = (removed: EditedException) => {
    onChange(exceptions.filter(({ key }) => key !== removed.key));
    setSaid(`Removed ${removed.label}, ${datesInWords(removed, locale)}`);
    addButton.current?.focus();
  };
  const coming = exceptions.filter(({ endsOn }) => endsOn >= today);
  const past = exceptions.filter(({ endsOn }) => endsOn < today);
  const listProps = { locale, onEdit: edit, onRemove: remove };

  return (
    <div className="grid gap-6 md:grid-cols-[auto_1fr]">
      <div className="flex flex-col gap-3">
        <ExceptionCalendar
          exceptions={exceptions}
          today={today}
          onPick={(date) => {
            const there = exceptions.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
            if (there) edit(there);
            else begin(date);
          }}
        />
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
          <span>
            <span
              aria-hidden="true"
              className="me-1 inline-block size-3 rounded-sm bg-danger-soft align-middle ring-1 ring-inset ring-danger"
            />
            closed
          </span>
          <span>
            <span
              aria-hidden="true"
              className="me-1 inline-block size-3 rounded-sm bg-warning-soft align-middle ring-1 ring-inset ring-warning"
            />
            special hours
          </span>
        </p>
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <div className="flex flex-wrap gap-2">
          <Button ref={addButton} size="sm" variant="secondary" onPress={() => begin(today)}>
            Add a day or more
          </Button>
          <Button size="sm" variant="secondary" onPress={() => pickHolidays(true)}>
            Add public holidays
          </Button>
        </div>
        <p role="status" className={said ? "text-sm text-muted" : "sr-only"}>
          {said}
        </p>
        {coming.length > 0 ? (
          <ExceptionList exceptions={coming} {...listProps} />
        ) : (
          <p className="text-sm text-muted">
            None ahead. Pick a day on the calendar, or add a country’s public holidays at once.
          </p>
        )}
        {past.length > 0 && (
          <details>
            <summary className="cursor-pointer text-sm text-muted">
              {past.length === 1 ? "One that is past" : `${past.length} that are past`}
            </summary>
            <ExceptionList exceptions={past.toReversed()} {...listProps} />
          </details>
        )}
      </div>
      <ExceptionDialog
        isOpen={isEditing}
        exception={edited}
        others={exceptions}
        onClose={() => setEditing(false)}
        onDone={(done) => {
          onChange(inOrderOfDates([...exceptions.filter(({ key }) => key !== done.key), done]));
          setEditing(false);
          setSaid(`${done.label}, ${datesInWords(done, locale)}: to be saved with the schedule.`);
        }}
      />
      <HolidayDialog
        isOpen={isPickingHolidays}
        places={places}
        today={today}
        exceptions={exceptions}
        locale={locale}
        onClose={() => pickHolidays(false)}
        onAdd={(added, words) => {
          onChange(inOrderOfDates([...exceptions, ...added]));
          pickHolidays(false);
          setSaid(words);
        }}
      />
    </div>
  );
}
