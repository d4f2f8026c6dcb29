"use client";

import { ComboBox } from "@heroui/react/combo-box";
import { Input } from "@heroui/react/input";
import { Label } from "@heroui/react/label";
import { ListBox } from "@heroui/react/list-box";
import { descriptionVariants, fieldErrorVariants } from "@heroui/styles";
import { useId, useRef, useState } from "react";
import { ClearButton } from "@/app/_components/clear-button";
import { useHydrated } from "@/app/_components/use-hydrated";
import type { ChoiceOption } from "./choice-options";
import type { PickOneProps } from "./pick-one";
import { useChoiceSearch } from "./use-choice-search";

type SearchedChoiceProps = Omit<PickOneProps, "typed" | "initial"> & { chosen: string };

/** One of so many that they are searched at the server. Whatever has been chosen stays in the form when it is sent. */
export function SearchedChoice(props: SearchedChoiceProps) {
  const { kind, choices, valueFor, chosen } = props;
  const [seen, setSeen] = useState(choices.options);
  const known = [...choices.options, ...seen];
  return (
    // React resets a form once it has been sent: a new box begins with what was chosen.
    <ChoiceBox
      key={chosen}
      {...props}
      kind={kind}
      first={known.find((option) => valueFor(option) === chosen) ?? null}
      onSeen={(option) => setSeen((before) => [...before, option])}
    />
  );
}

interface ChoiceBoxProps extends SearchedChoiceProps {
  first: ChoiceOption | null;
  onSeen: (option: ChoiceOption) => void;
}

function ChoiceBox(props: ChoiceBoxProps) {
  const { kind, choices, valueFor, onPick, first, onSeen, label, name, help, error } = props;
  const isHydrated = useHydrated();
  const [picked, setPicked] = useState(first);
  const [text, setText] = useState(first?.label ?? "");
  const { found, isLooking, isFailed, search } = useChoiceSearch(kind, choices.options);
  const errorId = useId();
  const input = useRef<HTMLInputElement>(null);
  // The one that is chosen is always among them: a box forgets what it cannot find.
  const options = picked && !found.some(({ id }) => id === picked.id) ? [...found, picked] : found;

  const pick = (key: unknown) => {
    const option = options.find(({ id }) => id === key) ?? null;
    if (!option) return setText(picked?.label ?? "");
    setPicked(option);
    setText(option.label);
    onSeen(option);
    onPick?.(option);
  };

  return (
    <>
      <ComboBox
        fullWidth
        menuTrigger="input"
        allowsEmptyCollection
        isDisabled={!isHydrated}
        isInvalid={error !== undefined}
        items={options}
        selectedKey={picked?.id ?? null}
        onSelectionChange={pick}
        inputValue={text}
        onInputChange={(typed) => {
          setText(typed);
          search(typed === picked?.label ? "" : typed);
        }}
      >
        <Label>{label}</Label>
        {help && <p className={descriptionVariants()}>{help}</p>}
        <ComboBox.InputGroup>
          <Input
            ref={input}
            placeholder="Search…"
            // Of no form: Enter in it chooses, and sends nothing.
            form="none"
            className={text ? "pe-14" : ""}
            {...(error !== undefined && { "aria-invalid": true, "aria-describedby": errorId })}
          />
          {text && (
            <ClearButton
              label={`Search for another: ${label}`}
              isDisabled={!isHydrated}
              onClear={() => {
                // What is chosen comes back unless another one is.
                setText("");
                search("");
                input.current?.focus();
              }}
            />
          )}
          <ComboBox.Trigger />
        </ComboBox.InputGroup>
        {isFailed && (
          <p role="status" className={descriptionVariants()}>
            The search did not work. Type again in a moment.
          </p>
        )}
        {error !== undefined && (
          <p id={errorId} data-visible className={fieldErrorVariants()}>
            {error}
          </p>
        )}
        <ComboBox.Popover>
          <ListBox
            items={options}
            dependencies={[picked?.id]}
            renderEmptyState={() => (
              <p className="px-3 py-2 text-sm text-muted">{isLooking ? "Looking…" : "Nothing matches"}</p>
            )}
          >
            {(option) => (
              <ListBox.Item id={option.id} textValue={option.label}>
                {option.label}
                {option.id === picked?.id && <span className="text-muted"> (chosen)</span>}
              </ListBox.Item>
            )}
          </ListBox>
        </ComboBox.Popover>
      </ComboBox>
      <input type="hidden" name={name} value={picked ? valueFor(picked) : ""} />
    </>
  );
}
