"use client";

import { type ReactNode, useState } from "react";
import { HiddenValue } from "./hidden-value";
import { labelHas } from "./label-has";
import { noChoice, SearchChoice, type SearchedChoice } from "./search-choice";

interface OneOfManyProps {
  label: string;
  name: string;
  help?: ReactNode;
  /** What stands in the empty field, such as what it means to choose none of them: the form then sends nothing. */
  empty: string;
  /** What stands there now; null for none. */
  initial: SearchedChoice | null;
  error: string | undefined;
  /** Choices beside those that are searched, which stand above them. */
  beside?: readonly SearchedChoice[];
  /** A few that fit the text; for none, those to begin with. */
  search(text: string): Promise<SearchedChoice[]>;
}

/** A field for one of many, or none, found by typing a part of its name. What is chosen stays when the form is sent. */
export function OneOfMany({ name, empty, beside = [], initial, search, ...field }: OneOfManyProps) {
  const [chosen, setChosen] = useState(initial ?? noChoice);
  const searchAll = async (text: string): Promise<SearchedChoice[]> => {
    const found = await search(text);
    return [...beside.filter(labelHas(text)), ...found];
  };
  return (
    <div>
      <SearchChoice
        {...field}
        placeholder={empty}
        chosen={chosen}
        onChoose={(choice) => setChosen(choice ?? noChoice)}
        search={searchAll}
      />
      <HiddenValue name={name} value={chosen.id} />
    </div>
  );
}
