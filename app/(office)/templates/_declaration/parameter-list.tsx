"use client";

import { Button } from "@heroui/react/button";
import { useEffect, useRef, useState } from "react";
import { errorOf, type FieldLookup } from "./field-lookup";
import { ParameterRow } from "./parameter-row";
import type { DeclarationFields } from "./read-declaration";

interface Row {
  id: string;
  /** What its fields begin with, and what was wrong with them: they stay with it wherever it is moved. */
  fields: DeclarationFields;
  errors: Readonly<Record<string, string>>;
  isNew: boolean;
}

interface ParameterListProps {
  initial: readonly DeclarationFields[];
  /** By the name of the field in the form. */
  fieldErrors: Readonly<Record<string, string>>;
  /** Called when a parameter has been added, moved or removed. */
  onChange(): void;
}

/** The parameters of a template in their order: added, moved and removed by buttons, each told to screen readers. */
export function ParameterList({ initial, fieldErrors, onChange }: ParameterListProps) {
  const [rows, setRows] = useState<readonly Row[]>(() =>
    initial.map((fields, index) => ({
      id: `${index}`,
      fields,
      errors: errorsOfRow(fieldErrors, index),
      isNew: false,
    })),
  );
  const [said, setSaid] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const added = useRef(0);
  // A selector of what is to have the focus once the rows stand where they should.
  const focusNext = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the rows have changed.
  useEffect(() => {
    const wanted = focusNext.current;
    if (wanted === null) return;
    focusNext.current = null;
    list.current?.querySelector<HTMLElement>(wanted)?.focus();
    onChange();
  }, [rows]);

  const change = (changed: readonly Row[], focus: string, words: string) => {
    focusNext.current = focus;
    setRows(changed);
    setSaid(words);
  };
  const add = () => {
    added.current += 1;
    const id = `new-${added.current}`;
    const row = { id, fields: { type: "longText" }, errors: {}, isNew: true };
    change([...rows, row], `[data-row="${id}"] input`, `Parameter ${rows.length + 1} added.`);
  };
  const move = (index: number, by: 1 | -1) => {
    const moved = [...rows];
    const [row] = moved.splice(index, 1);
    if (!row) return;
    moved.splice(index + by, 0, row);
    const place = index + by;
    const isAtEnd = place === (by === 1 ? rows.length - 1 : 0);
    const button = (by === 1) === isAtEnd ? "up" : "down";
    change(moved, `[data-row="${row.id}"] [data-move="${button}"]`, `Now ${place + 1} of ${rows.length}.`);
  };
  const remove = (index: number) => {
    const left = rows.filter((_, other) => other !== index);
    const next = left[Math.min(index, left.length - 1)];
    const focus = next ? `[data-row="${next.id}"] summary` : "[data-add] button";
    change(left, focus, `Parameter ${index + 1} removed.`);
  };

  return (
    <div ref={list} className="flex flex-col gap-3">
      {rows.length === 0 && (
        <p className="text-sm text-muted">
          None yet. A parameter is something that each action fills in for itself: a text, people, a number.
        </p>
      )}
      <ol className="flex flex-col gap-2" aria-label="Parameters">
        {rows.map((row, index) => (
          <li
            key={row.id}
            data-row={row.id}
            className="relative rounded-xl border border-separator bg-surface"
          >
            <ParameterRow
              index={index}
              field={lookupIn(row, index)}
              isOpen={row.isNew || Object.keys(row.errors).length > 0}
            />
            <div className="absolute end-1 top-1 flex">
              {index > 0 && (
                <RowButton
                  sign="↑"
                  label={`Move parameter ${index + 1} up`}
                  move="up"
                  onPress={() => move(index, -1)}
                />
              )}
              {index < rows.length - 1 && (
                <RowButton
                  sign="↓"
                  label={`Move parameter ${index + 1} down`}
                  move="down"
                  onPress={() => move(index, 1)}
                />
              )}
              <RowButton
                sign="×"
                label={`Remove parameter ${index + 1}`}
                move=""
                onPress={() => remove(index)}
              />
            </div>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div data-add>
        <Button variant="secondary" onPress={add}>
          Add a parameter
        </Button>
      </div>
    </div>
  );
}

function RowButton({
  sign,
  label,
  move,
  onPress,
}: {
  sign: string;
  label: string;
  move: "up" | "down" | "";
  onPress(): void;
}) {
  return (
    <Button isIconOnly size="sm" variant="ghost" aria-label={label} data-move={move} onPress={onPress}>
      <span aria-hidden="true">{sign}</span>
    </Button>
  );
}

const nameOf = (index: number, field: string): string => `parameters.${index}.${field}`;

const lookupIn =
  ({ fields, errors }: Row, index: number): FieldLookup =>
  (name) => ({ name: nameOf(index, name), typed: fields[name] ?? "", error: errorOf(errors, name) });

function errorsOfRow(fieldErrors: Readonly<Record<string, string>>, index: number): Record<string, string> {
  const start = nameOf(index, "");
  const own = Object.entries(fieldErrors).filter(([name]) => name.startsWith(start));
  return Object.fromEntries(own.map(([name, message]) => [name.slice(start.length), message]));
}
