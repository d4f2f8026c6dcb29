"use client";

import { Button } from "@heroui/react/button";
import { Input } from "@heroui/react/input";
import { Label } from "@heroui/react/label";
import { descriptionVariants, fieldErrorVariants, inputVariants } from "@heroui/styles";
import { useId } from "react";
import { HiddenValue } from "@/app/_components/hidden-value";
import { SearchChoice } from "@/app/_components/search-choice";
import { useHydrated } from "@/app/_components/use-hydrated";
import type { MenuEntry } from "@/lib/template/value-schemas";
import { searchActions } from "../lookups";
import { initialList, type ParameterProps } from "./parameter-props";
import { labelOf } from "./parameter-words";
import { RowButtons } from "./row-buttons";
import { useOrderedList } from "./use-ordered-list";

/** The keys of a telephone, in the order in which people offer them. */
const keys = [..."1234567890*#"];

/** What each key of the telephone does: a word for it that the caller hears, and where the call goes. */
export function MenuParameter(props: ParameterProps) {
  const { declaration, name, value, typed, error, fieldErrors, surroundings } = props;
  const isAwake = useHydrated();
  const { entries, said, list, ...edit } = useOrderedList(initialList<MenuEntry>(typed, value));
  const taken = entries.map(({ entry }) => entry.key);
  const free = keys.find((key) => !taken.includes(key));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="text-sm font-medium">{labelOf(declaration)}</legend>
      <p className={descriptionVariants()}>{declaration.help}</p>
      {error !== undefined && (
        <p role="alert" tabIndex={-1} data-visible className={fieldErrorVariants()}>
          {error}
        </p>
      )}
      {entries.length > 0 && (
        <ol ref={list} className="flex flex-col gap-3">
          {entries.map(({ key, entry }, index) => (
            <MenuRow
              key={key}
              entry={entry}
              free={keys.filter((candidate) => candidate === entry.key || !taken.includes(candidate))}
              errors={{
                label: fieldErrors[`${name}.${index}.label`],
                action: fieldErrors[`${name}.${index}.actionId`],
              }}
              actionName={surroundings.names.get(entry.actionId)}
              onChange={(changed, chosenName) => {
                if (chosenName !== undefined) surroundings.names.set(changed.actionId, chosenName);
                edit.change(index, changed);
              }}
              buttons={
                <RowButtons
                  about={`key ${entry.key}`}
                  isFirst={index === 0}
                  isLast={index === entries.length - 1}
                  onMove={(by) => edit.move(index, by, `Key ${entry.key}`)}
                  onRemove={() => edit.remove(index, `Key ${entry.key}`)}
                />
              }
            />
          ))}
        </ol>
      )}
      {free !== undefined && (
        <div>
          <Button
            variant="secondary"
            size="sm"
            isDisabled={!isAwake}
            onPress={() => edit.add({ key: free, label: "", actionId: "" })}
          >
            Add a key
          </Button>
        </div>
      )}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <HiddenValue name={name} value={JSON.stringify(entries.map(({ entry }) => entry))} />
    </fieldset>
  );
}

interface MenuRowProps {
  entry: MenuEntry;
  /** The keys that this row can have. */
  free: readonly string[];
  errors: { label: string | undefined; action: string | undefined };
  actionName: string | undefined;
  onChange(entry: MenuEntry, actionName?: string): void;
  buttons: React.ReactNode;
}

function MenuRow({ entry, free, errors, actionName, onChange, buttons }: MenuRowProps) {
  const id = useId();
  return (
    <li data-row className="flex flex-col gap-3 rounded-xl border border-separator p-3">
      <div className="flex items-end gap-3">
        <div className="flex flex-col gap-1">
          <Label htmlFor={`${id}-key`}>Key</Label>
          <select
            id={`${id}-key`}
            value={entry.key}
            onChange={({ currentTarget }) => onChange({ ...entry, key: currentTarget.value })}
            className={inputVariants({ className: "min-h-10" })}
          >
            {free.map((key) => (
              <option key={key}>{key}</option>
            ))}
          </select>
        </div>
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <Label htmlFor={`${id}-label`} isInvalid={errors.label !== undefined}>
            What it is for
          </Label>
          <Input
            id={`${id}-label`}
            value={entry.label}
            onChange={({ currentTarget }) => onChange({ ...entry, label: currentTarget.value })}
            {...(errors.label !== undefined && {
              "aria-invalid": true,
              "aria-describedby": `${id}-label-error`,
            })}
            fullWidth
          />
        </div>
        {buttons}
      </div>
      {errors.label !== undefined && (
        <p id={`${id}-label-error`} data-visible className={fieldErrorVariants()}>
          {errors.label}
        </p>
      )}
      <SearchChoice
        label={`Where key ${entry.key} leads`}
        error={errors.action}
        placeholder="Type a part of an action’s name"
        chosen={{
          id: entry.actionId,
          label: actionName ?? (entry.actionId ? "An action that has been deleted" : ""),
        }}
        onChoose={(choice) => onChange({ ...entry, actionId: choice?.id ?? "" }, choice?.label)}
        search={searchActions}
      />
    </li>
  );
}
