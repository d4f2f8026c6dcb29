"use client";

import { type ReactNode, useState } from "react";
import { HiddenValue } from "./hidden-value";
import { SearchChoice, type SearchedChoice } from "./search-choice";

interface OneOfManyProps {
  label: string;
  name: string;
  help?: ReactNode;
  /** What it is called to choose none of them: the form then sends nothing in its place. */
  empty: string;
  /** What stands there now; null for none. */
  initial: SearchedChoice | null;
  error: string | undefined;
  /** A few that fit the text; for none, those to begin with. */
  search(text: string): Promise<SearchedChoice[]>;
}

const none = "none";

/** A field for one of many, or none, found by typing a part of its name. What is chosen stays when the form is sent. */
export function OneOfMany({ name, empty, initial, search, ...field }: OneOfManyProps) {
  const nothing: SearchedChoice = { id: none, label: empty };
  const [chosen, setChosen] = useState(initial ?? nothing);
  const searchWithNothing = async (text: string): Promise<SearchedChoice[]> => {
    const found = await search(text);
    return empty.toLowerCase().includes(text.toLowerCase()) ? [nothing, ...found] : found;
  };
  return (
    <div>
      <SearchChoice
        {...field}
        placeholder="Type a part of the name"
        chosen={chosen}
        onChoose={(choice) => setChosen(choice ?? nothing)}
        search={searchWithNothing}
      />
      <HiddenValue name={name} value={chosen.id === none ? "" : chosen.id} />
    </div>
  );
}
