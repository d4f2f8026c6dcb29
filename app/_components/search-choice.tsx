"use client";

import { ComboBox } from "@heroui/react/combo-box";
import { Description } from "@heroui/react/description";
import { FieldError } from "@heroui/react/field-error";
import { Header } from "@heroui/react/header";
import { Input } from "@heroui/react/input";
import { Label } from "@heroui/react/label";
import { ListBox } from "@heroui/react/list-box";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ClearButton } from "./clear-button";
import { labelHas } from "./label-has";
import { useHydrated } from "./use-hydrated";

export interface SearchedChoice {
  id: string;
  label: string;
  /** A second line, to tell two of one name apart. */
  detail?: string;
  /** Choices of one group stand under its name. */
  group?: string;
}

/** Nothing chosen yet, in a field that keeps what is chosen. */
export const noChoice: SearchedChoice = { id: "", label: "" };

interface SearchChoiceProps {
  label: string;
  help?: ReactNode;
  error?: string | undefined;
  placeholder?: string;
  /** What is chosen, which may be `noChoice`; null for a field that adds to a list. */
  chosen: SearchedChoice | null;
  onChoose(choice: SearchedChoice | null): void;
  /** A few that fit the text; for none, those to begin with. */
  search(text: string): Promise<SearchedChoice[]>;
}

const waitMilliseconds = 200;

/** One of many, found by typing a part of its name: a list of a thousand would be in nobody's way but the reader's. */
export function SearchChoice(props: SearchChoiceProps) {
  const { label, help, error, placeholder, chosen, onChoose, search } = props;
  const isAwake = useHydrated();
  const [{ found, isSearch }, setFound] = useState<Found>({ found: [], isSearch: false });
  const [message, setMessage] = useState("Looking…");
  const latest = useRef(0);
  const input = useRef<HTMLInputElement>(null);
  // React Aria closes its list and clears its text when the choice changes, so a field that adds to a list has one too.
  const [added, setAdded] = useState<string | null>(null);
  useEffect(() => {
    if (added !== null) setAdded(null);
  }, [added]);

  const look = async (wanted: string, wait = waitMilliseconds) => {
    const turn = ++latest.current;
    setMessage("Looking…");
    // Until the answer is there the list is of another text: of it only what fits may be chosen.
    if (wanted.trim() !== "")
      setFound(({ found }) => ({ found: found.filter(labelHas(wanted)), isSearch: true }));
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (turn !== latest.current) return;
    try {
      const choices = await search(wanted.trim());
      if (turn !== latest.current) return;
      setFound({ found: choices, isSearch: wanted.trim() !== "" });
      setMessage("Nothing of this name");
    } catch {
      if (turn === latest.current) setMessage("This could not be looked up. Please try again.");
    }
  };

  const items = chosen?.label ? withChosen(found, chosen, isSearch) : found;
  const choose = (id: string | number | null) => {
    const choice = items.find((candidate) => candidate.id === id) ?? null;
    if (chosen === null && choice) setAdded(choice.id);
    onChoose(choice);
  };
  return (
    <ComboBox
      fullWidth
      allowsEmptyCollection
      isDisabled={!isAwake}
      isInvalid={error !== undefined}
      menuTrigger="focus"
      items={items}
      defaultFilter={() => true}
      value={chosen === null ? added : chosen.label ? chosen.id : null}
      defaultInputValue={chosen?.label ?? ""}
      onInputChange={(typed) => {
        // Not for the name of what has been chosen, which is put there.
        if (typed === "" || typed !== chosen?.label) void look(typed);
      }}
      onOpenChange={(isOpen, trigger) => {
        // What was still to be looked up for a list that is closed is of no use.
        if (!isOpen) latest.current += 1;
        else if (trigger !== "input") void look("", 0);
      }}
      onChange={choose}
    >
      <Label isInvalid={error !== undefined}>{label}</Label>
      {help && <Description>{help}</Description>}
      <ComboBox.InputGroup>
        {/* Of no form: React resets a form that was sent, and React Aria would go back to what was chosen at first. */}
        <Input
          ref={input}
          {...(placeholder !== undefined && { placeholder })}
          autoComplete="off"
          form="none"
          className={chosen?.label ? "pe-14" : ""}
        />
        {chosen?.label && (
          <ClearButton
            label={`Clear: ${label}`}
            isDisabled={!isAwake}
            onClear={() => {
              onChoose(null);
              input.current?.focus();
            }}
          />
        )}
        <ComboBox.Trigger aria-label={`Show choices: ${label}`} />
      </ComboBox.InputGroup>
      {error !== undefined && <FieldError>{error}</FieldError>}
      <ComboBox.Popover>
        <ListBox<SearchedChoice>
          renderEmptyState={() => <p className="px-3 py-2 text-sm text-muted">{message}</p>}
        >
          {grouped(items).map(({ group, choices }) =>
            group === null ? (
              choices.map((choice) => <Choice key={choice.id} choice={choice} />)
            ) : (
              <ListBox.Section key={group} aria-label={group}>
                <Header>{group}</Header>
                {choices.map((choice) => (
                  <Choice key={choice.id} choice={choice} />
                ))}
              </ListBox.Section>
            ),
          )}
        </ListBox>
      </ComboBox.Popover>
    </ComboBox>
  );
}

/** What a search found, or, without one, what there is to begin with. */
interface Found {
  found: SearchedChoice[];
  isSearch: boolean;
}

/**
 * What is chosen stays in the list: React Aria forgets the text of one that is not. It is the first unless somebody is
 * searching: React Aria brings it into view, and on a narrow page that would scroll, which closes the list.
 */
function withChosen(
  found: readonly SearchedChoice[],
  chosen: SearchedChoice,
  isSearch: boolean,
): SearchedChoice[] {
  const known = found.find(({ id }) => id === chosen.id);
  if (isSearch) return known ? [...found] : [...found, chosen];
  return [known ?? chosen, ...found.filter(({ id }) => id !== chosen.id)];
}

function Choice({ choice: { id, label, detail } }: { choice: SearchedChoice }) {
  return (
    <ListBox.Item id={id} textValue={label}>
      <span className="flex min-w-0 flex-col">
        <span className="wrap-anywhere">{label}</span>
        {detail && <span className="text-xs text-muted wrap-anywhere">{detail}</span>}
      </span>
      <ListBox.ItemIndicator />
    </ListBox.Item>
  );
}

function grouped(choices: readonly SearchedChoice[]): { group: string | null; choices: SearchedChoice[] }[] {
  const groups = new Map<string | null, SearchedChoice[]>();
  for (const choice of choices) {
    const group = choice.group ?? null;
    groups.set(group, [...(groups.get(group) ?? []), choice]);
  }
  return [...groups].map(([group, members]) => ({ group, choices: members }));
}
