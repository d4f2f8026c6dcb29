import { Button } from "@heroui/react/button";
import { Modal } from "@heroui/react/modal";
import { inputVariants } from "@heroui/styles";
import { type FormEvent, useState } from "react";
import { FieldFrame } from "@/app/_components/field-frame";
import { dateInWords } from "@/app/_format/wall-time";
import type { Holiday } from "@/lib/schedule/holidays";
import { shareDates } from "@/lib/schedule/shared-dates";
import type { LocalDate } from "@/lib/schedule/types";
import { newKey } from "../_week/edited-window";
import type { EditedException } from "./edited-exception";
import type { HolidayPlaces } from "./holiday-places";
import { useOfferedHolidays } from "./use-offered-holidays";

interface HolidayDialogProps {
  isOpen: boolean;
  places: HolidayPlaces;
  /** Today's date by the schedule's clocks. */
  today: LocalDate;
  exceptions: readonly EditedException[];
  locale: string;
  onAdd(added: EditedException[], words: string): void;
  onClose(): void;
}

/** Picks from a country's public holidays. Those on days that have their rule already are left out, and named. */
export function HolidayDialog({ isOpen, onClose, ...picker }: HolidayDialogProps) {
  return (
    <Modal.Backdrop isOpen={isOpen} onOpenChange={(opens) => !opens && onClose()}>
      <Modal.Container scroll="inside">
        <Modal.Dialog>
          <Modal.CloseTrigger />
          <HolidayPicker {...picker} onClose={onClose} />
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}

const yearsAhead = 5;
const keyOf = ({ startsOn, name }: Holiday) => `${startsOn} ${name}`;

function HolidayPicker(props: Omit<HolidayDialogProps, "isOpen">) {
  const { places, today, exceptions, locale, onAdd, onClose } = props;
  const thisYear = Number(today.slice(0, 4));
  const [country, setCountry] = useState(places.country);
  const [region, setRegion] = useState("");
  const [year, setYear] = useState(thisYear);
  /** What was unticked, or ticked although it is past. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const query = `${new URLSearchParams({ country, region, year: String(year) })}`;
  const offer = useOfferedHolidays(query);
  const isThere = offer.state === "there" && offer.of === query;

  const takenBy = (holiday: Holiday) => exceptions.find((exception) => shareDates(exception, holiday));
  const isTicked = (holiday: Holiday) =>
    !takenBy(holiday) && holiday.endsOn >= today !== turned.has(keyOf(holiday));
  const chosen = isThere ? withoutSharing(offer.holidays.filter(isTicked)) : [];

  const add = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isThere || chosen.length === 0) return;
    const taken = offer.holidays.filter((holiday) => holiday.endsOn >= today && takenBy(holiday));
    const skipped = taken.map((holiday) => `${holiday.name} (${takenBy(holiday)?.label} is there already)`);
    const added = chosen.map(({ name, startsOn, endsOn }) => ({
      key: newKey(),
      label: name.slice(0, 100),
      startsOn,
      endsOn,
      windows: [],
    }));
    onAdd(
      added,
      `Added ${inNumber(added.length)}, to be saved with the schedule.${skipped.length > 0 ? ` Left out: ${skipped.join(", ")}.` : ""}`,
    );
  };

  return (
    <form onSubmit={add} className="flex min-h-0 flex-col" noValidate>
      <Modal.Header>
        <Modal.Heading>Add public holidays</Modal.Heading>
      </Modal.Header>
      <Modal.Body className="flex flex-col gap-4 p-1 text-foreground">
        <Select
          label="Country"
          name="country"
          value={country}
          onChange={(value) => {
            setCountry(value);
            setRegion("");
          }}
          options={places.countries.map(({ code, name }) => [code, name])}
        />
        <div className="grid grid-cols-[1fr_auto] gap-3">
          <Select
            label="State or region"
            name="region"
            value={region}
            onChange={setRegion}
            options={[
              ["", "The whole country"],
              ...(offer.state === "there"
                ? offer.regions.map(({ code, name }): [string, string] => [code, name])
                : []),
            ]}
          />
          <Select
            label="Year"
            name="year"
            value={String(year)}
            onChange={(value) => setYear(Number(value))}
            options={Array.from({ length: yearsAhead + 1 }, (_, i) => {
              const text = String(thisYear + i);
              return [text, text];
            })}
          />
        </div>
        {offer.state === "failed" && (
          <p role="alert" className="text-sm text-danger">
            The holidays could not be loaded. Close this and try again.
          </p>
        )}
        {offer.state !== "failed" && !isThere && <p className="text-sm text-muted">Loading the holidays…</p>}
        {isThere && offer.holidays.length === 0 && <p className="text-sm">No holidays are known for it.</p>}
        {isThere && offer.holidays.length > 0 && (
          <fieldset>
            <legend className="sr-only">Holidays</legend>
            <ul className="divide-y divide-separator">
              {offer.holidays.map((holiday) => {
                const taken = takenBy(holiday);
                return (
                  <li key={keyOf(holiday)}>
                    <label className="flex items-start gap-3 py-2 text-sm">
                      <input
                        type="checkbox"
                        className="mt-0.5 size-5 shrink-0 accent-accent"
                        checked={isTicked(holiday)}
                        disabled={taken !== undefined}
                        onChange={() => setTurned(toggled(turned, keyOf(holiday)))}
                      />
                      <span>
                        {holiday.name}
                        <span className="block text-muted">
                          {dateInWords(holiday.startsOn, locale)}
                          {holiday.endsOn !== holiday.startsOn &&
                            ` to ${dateInWords(holiday.endsOn, locale)}`}
                          {taken && ` · left out: ${taken.label} is there already`}
                          {!taken && holiday.endsOn < today && " · past"}
                        </span>
                      </span>
                    </label>
                  </li>
                );
              })}
            </ul>
          </fieldset>
        )}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="ghost" onPress={onClose}>
          Cancel
        </Button>
        <Button type="submit" isDisabled={chosen.length === 0}>
          {chosen.length === 0 ? "Add" : `Add ${inNumber(chosen.length)}`}
        </Button>
      </Modal.Footer>
    </form>
  );
}

const inNumber = (count: number) => (count === 1 ? "1 holiday" : `${count} holidays`);

/** Two holidays on one day are closed once: the first names it. */
const withoutSharing = (holidays: readonly Holiday[]): Holiday[] =>
  holidays.filter((holiday, i) => !holidays.slice(0, i).some((other) => shareDates(other, holiday)));

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const changed = new Set(set);
  if (!changed.delete(key)) changed.add(key);
  return changed;
}

interface SelectProps {
  label: string;
  name: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange(value: string): void;
}

function Select({ label, name, value, options, onChange }: SelectProps) {
  return (
    <FieldFrame label={label} name={name}>
      {(names) => (
        <select
          {...names}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={inputVariants({ fullWidth: true, className: "min-h-10" })}
        >
          {options.map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}
