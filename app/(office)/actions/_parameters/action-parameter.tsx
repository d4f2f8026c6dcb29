"use client";

import { useState } from "react";
import { HiddenValue } from "@/app/_components/hidden-value";
import { NearLink } from "@/app/_components/near-link";
import { noChoice, SearchChoice, type SearchedChoice } from "@/app/_components/search-choice";
import { searchActions } from "../lookups";
import type { ParameterProps } from "./parameter-props";
import { labelOf } from "./parameter-words";

/** Another action, by its name. */
export function ActionParameter({ declaration, name, value, typed, error, surroundings }: ParameterProps) {
  const [id, setId] = useState(typed ?? (typeof value === "string" ? value : ""));
  const called = surroundings.names.get(id);
  const choose = (choice: SearchedChoice | null) => {
    if (choice) surroundings.names.set(choice.id, choice.label);
    setId(choice?.id ?? "");
  };
  return (
    <div className="flex flex-col gap-1">
      <SearchChoice
        label={labelOf(declaration)}
        help={declaration.help}
        error={error}
        placeholder="Type a part of an action’s name"
        chosen={id ? { id, label: called ?? "An action that has been deleted" } : noChoice}
        onChoose={choose}
        search={searchActions}
      />
      <HiddenValue name={name} value={id} />
      {id && called && (
        <NearLink href={`/actions/${id}`} target="_blank" className="w-fit text-sm underline wrap-anywhere">
          Look at “{called}” (opens in a new tab)
        </NearLink>
      )}
    </div>
  );
}
