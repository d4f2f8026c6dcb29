"use client";

import { use, useState } from "react";
import { ChoiceField } from "./choice-field";
import type { FieldWords } from "./field-frame";
import { OneOfMany } from "./one-of-many";
import type { SearchedChoice } from "./search-choice";
import { AskedByUrl } from "./url-form";

/** Some of what can be chosen, with what is chosen now. */
export interface SomeChoices {
  choices: readonly SearchedChoice[];
  /** False where there are more than these, to be found by searching. */
  isAll: boolean;
}

interface FewOrManyProps extends FieldWords, SomeChoices {
  /** What it is called to choose none of them. */
  empty: string;
  /** The id of what is chosen, which is among the choices; empty for none. */
  initial: string;
  /** Choices beside those, that stand above them and are there however many they are. */
  beside?: readonly SearchedChoice[];
  search(text: string): Promise<SearchedChoice[]>;
}

/** One of them, or none: the browser's own list while they are few, a box to search in once they are many. */
export function FewOrMany({
  initial,
  typed,
  beside = [],
  choices,
  isAll,
  search,
  error,
  ...field
}: FewOrManyProps) {
  const asked = use(AskedByUrl);
  // What somebody else has saved changes what is chosen, but not what was chosen in a form that was refused.
  const [followed, setFollowed] = useState(initial);
  if (typed === undefined && followed !== initial) setFollowed(initial);
  const shown = [...beside, ...choices];
  if (isAll) {
    const options = shown.map(({ id, label }) => ({ value: id, label }));
    return <ChoiceField {...field} typed={typed} initial={initial} error={error} options={options} />;
  }
  const chosen = shown.find(({ id }) => id === followed) ?? null;
  return (
    <OneOfMany
      key={`${asked} ${followed}`}
      {...field}
      beside={beside}
      initial={chosen}
      error={error}
      search={search}
    />
  );
}
