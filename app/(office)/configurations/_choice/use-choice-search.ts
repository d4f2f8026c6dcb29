import { useEffect, useState } from "react";
import { labelHas } from "@/app/_components/label-has";
import type { ChoiceKind } from "@/db/queries/configurations/list-choices";
import type { ChoiceOption, ChoiceOptions } from "./choice-options";

const pauseMilliseconds = 150;
const longestSearch = 100;

interface Answer {
  to: string;
  /** Null where the server could not be asked. */
  found: readonly ChoiceOption[] | null;
}

/**
 * Searches the server as somebody types, once they pause; an answer that has been overtaken is dropped. Until there is one
 * the list is of another text, and of it only what fits is offered.
 */
export function useChoiceSearch(kind: ChoiceKind, first: readonly ChoiceOption[]) {
  const [asked, setAsked] = useState("");
  const [answer, setAnswer] = useState<Answer>({ to: "", found: first });

  useEffect(() => {
    if (!asked) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        setAnswer({ to: asked, found: await fetchChoices(kind, asked, controller.signal) });
      } catch (error) {
        if (controller.signal.aborted) return;
        setAnswer({ to: asked, found: null });
        reportError(error);
      }
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [kind, asked]);

  const isLooking = asked !== "" && answer.to !== asked;
  return {
    found:
      asked === ""
        ? first
        : isLooking
          ? (answer.found ?? first).filter(labelHas(asked))
          : (answer.found ?? []),
    isLooking,
    isFailed: asked !== "" && answer.found === null,
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
