import { useEffect, useState } from "react";
import type { ChoiceKind } from "@/db/queries/configurations/list-choices";
import type { ChoiceOption, ChoiceOptions } from "./choice-options";

const pauseMilliseconds = 150;
const longestSearch = 100;

/** Searches the server as somebody types, once they pause; an answer that has been overtaken is dropped. */
export function useChoiceSearch(kind: ChoiceKind, first: readonly ChoiceOption[]) {
  const [asked, setAsked] = useState("");
  const [answer, setAnswer] = useState<{ found: readonly ChoiceOption[] | null } | null>(null);

  useEffect(() => {
    if (!asked) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        setAnswer({ found: await fetchChoices(kind, asked, controller.signal) });
      } catch (error) {
        if (controller.signal.aborted) return;
        setAnswer({ found: null });
        reportError(error);
      }
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [kind, asked]);

  const found = asked && answer ? answer.found : first;
  return {
    found: found ?? [],
    isFailed: found === null,
    search: (text: string) => setAsked(text.trim().slice(0, longestSearch)),
  };
}

/** @throws when the server cannot be asked, or answers with no list. */
async function fetchChoices(
  kind: ChoiceKind,
  search: string,
  signal: AbortSignal,
): Promise<readonly ChoiceOption[]> {
  const query = new URLSearchParams({ kind, q: search });
  const response = await fetch(`/configurations/choices?${query}`, { signal });
  if (!response.ok) throw new Error(`The search answered ${response.status}.`);
  const { options }: ChoiceOptions = await response.json();
  return options;
}
