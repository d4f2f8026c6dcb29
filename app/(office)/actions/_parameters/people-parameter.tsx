"use client";

import { Description } from "@heroui/react/description";
import { Input } from "@heroui/react/input";
import { descriptionVariants, fieldErrorVariants } from "@heroui/styles";
import { HiddenValue } from "@/app/_components/hidden-value";
import { SearchChoice, type SearchedChoice } from "@/app/_components/search-choice";
import { formatPhoneNumber, readDialable } from "@/app/_format/phone-number";
import { voicemailParameters } from "@/lib/call/voicemail-parameters";
import { isDialable, isSip } from "@/lib/template/dialable";
import type { PersonEntry } from "@/lib/template/value-schemas";
import { searchPeople } from "../lookups";
import { initialList, type ParameterProps } from "./parameter-props";
import { labelOf } from "./parameter-words";
import { RowButtons } from "./row-buttons";
import { useOrderedList } from "./use-ordered-list";

/** Twilio: at most ten nouns in one `<Dial>`. */
const mostEntries = 10;

/** Whom to ring, in order: people by name, and bare numbers. */
export function PeopleParameter(props: ParameterProps) {
  const { declaration, name, value, typed, error, fieldErrors, surroundings } = props;
  const { country, names, hasRingTimeOfEach } = surroundings;
  const { entries, said, list, ...edit } = useOrderedList(initialList<PersonEntry>(typed, value));
  const { max = mostEntries } = declaration.bounds;
  const isTold = declaration.key === voicemailParameters.notify;

  const called = (entry: PersonEntry) =>
    "number" in entry
      ? formatPhoneNumber(entry.number, country)
      : (names.get(entry.personId) ?? "Somebody who has been deleted");
  const add = (choice: SearchedChoice | null) => {
    if (!choice) return;
    if (isDialable(choice.id)) return edit.add({ number: choice.id });
    names.set(choice.id, choice.label);
    edit.add({ personId: choice.id });
  };
  const search = async (text: string): Promise<SearchedChoice[]> => {
    const number = readDialable(text, country);
    const found = await searchPeople(text);
    // A SIP address takes no texts.
    if (number === null || (isTold && isSip(number))) return found;
    // An extension may look like a number.
    const detail = isTold ? "Text this number" : isSip(number) ? "Ring this address" : "Ring this number";
    return [{ id: number, label: formatPhoneNumber(number, country), detail }, ...found];
  };

  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="text-sm font-medium">{labelOf(declaration)}</legend>
      <p className={descriptionVariants()}>{declaration.help}</p>
      {entries.length > 0 && (
        <ol ref={list} className="flex flex-col divide-y divide-separator rounded-xl border border-separator">
          {entries.map(({ key, entry }, index) => {
            const who = called(entry);
            const rowError = Object.entries(fieldErrors).find(([field]) =>
              `${field}.`.startsWith(`${name}.${index}.`),
            )?.[1];
            return (
              <li key={key} data-row className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
                <span
                  className={`min-w-0 flex-1 text-sm wrap-anywhere ${hasRingTimeOfEach ? "basis-40" : ""}`}
                >
                  {who}
                  {"number" in entry && !isSip(entry.number) && (
                    <span className="text-muted"> (a number)</span>
                  )}
                </span>
                {hasRingTimeOfEach && (
                  <span className="flex items-center gap-1.5 text-sm text-muted">
                    <Input
                      type="number"
                      aria-label={`Ring time of ${who}, in seconds`}
                      min={5}
                      max={60}
                      className="w-20"
                      defaultValue={entry.ringSeconds ?? ""}
                      onInput={({ currentTarget }) => {
                        const { ringSeconds: _, ...same } = entry;
                        const seconds = currentTarget.value;
                        edit.change(index, seconds ? { ...same, ringSeconds: Number(seconds) } : same);
                      }}
                    />
                    <span aria-hidden="true">seconds</span>
                  </span>
                )}
                <RowButtons
                  about={who}
                  isFirst={index === 0}
                  isLast={index === entries.length - 1}
                  onMove={(by) => edit.move(index, by, who)}
                  onRemove={() => edit.remove(index, who)}
                />
                {rowError && (
                  <p
                    role="alert"
                    tabIndex={-1}
                    data-visible
                    className={`basis-full outline-none ${fieldErrorVariants()}`}
                  >
                    {rowError}
                  </p>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {entries.length < max ? (
        <SearchChoice
          label={entries.length === 0 ? "Add somebody" : "Add somebody else"}
          error={error}
          placeholder={isTold ? "Type a name, or a number" : "Type a name, a number or a SIP address"}
          chosen={null}
          onChoose={add}
          search={search}
        />
      ) : (
        <Description>
          {max === 1
            ? "One is all that this template rings."
            : `${max} are as many as can be ${isTold ? "told" : "rung"}.`}
        </Description>
      )}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <HiddenValue name={name} value={JSON.stringify(entries.map(({ entry }) => entry))} />
    </fieldset>
  );
}
