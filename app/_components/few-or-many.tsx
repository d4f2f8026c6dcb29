"use client";

import { use } from "react";
import { ChoiceField } from "./choice-field";
import { OneOfMany } from "./one-of-many";
import type { SearchedChoice } from "./search-choice";
import { AskedByUrl } from "./url-form";

interface FewOrManyProps {
  label: string;
  name: string;
  /** What it is called to choose none of them. */
  empty: string;
  /** The id of what is chosen, which is among the choices; empty for none. */
  initial: string;
  choices: readonly SearchedChoice[];
  /** False where there are more choices than these, to be found by searching. */
  isAll: boolean;
  search(text: string): Promise<SearchedChoice[]>;
}

/** One of them, or none: the browser's own list while they are few, a box to search in once they are many. */
export function FewOrMany({ initial, choices, isAll, search, ...field }: FewOrManyProps) {
  const asked = use(AskedByUrl);
  if (isAll) {
    const options = choices.map(({ id, label }) => ({ value: id, label }));
    return <ChoiceField {...field} initial={initial} options={options} />;
  }
  const chosen = choices.find(({ id }) => id === initial) ?? null;
  return (
    <OneOfMany key={`${asked} ${initial}`} {...field} initial={chosen} error={undefined} search={search} />
  );
}
