"use client";

import { useState } from "react";
import { HiddenValue } from "@/app/_components/hidden-value";
import { SearchChoice, type SearchedChoice } from "@/app/_components/search-choice";
import { searchActions } from "../actions/lookups";

interface StraightToProps {
  name: string;
  /** What is chosen already; null for nothing. */
  initial: { id: string; name: string } | null;
  error: string | undefined;
}

/** The action that a known caller's calls go straight to, or none. */
export function StraightTo({ name, initial, error }: StraightToProps) {
  const [chosen, setChosen] = useState<SearchedChoice>(
    initial ? { id: initial.id, label: initial.name } : nothing,
  );
  return (
    <div>
      <SearchChoice
        label="Straight to"
        help="An action that their calls go to at any hour, past every menu. Left empty, they are answered like everybody else."
        error={error}
        placeholder="Type a part of an action’s name"
        chosen={chosen}
        onChoose={(choice) => setChosen(choice ?? nothing)}
        search={searchActions}
      />
      <HiddenValue name={name} value={chosen.id} />
    </div>
  );
}

/** Nothing chosen yet, in a field that keeps what is chosen. */
const nothing: SearchedChoice = { id: "", label: "" };
