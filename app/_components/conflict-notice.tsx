"use client";

import { Alert } from "@heroui/react/alert";
import { usePathname } from "next/navigation";
import { useLocale } from "react-aria-components/I18nProvider";
import { formatTime } from "../_format/format-time";
import type { Conflict } from "../_mutations/mutation-state";

/** Somebody else saved the same thing first: theirs can be looked at, and what was typed here is still in the form. */
export function ConflictNotice({ conflict: { byName, at } }: { conflict: Conflict }) {
  const pathname = usePathname();
  const { locale } = useLocale();
  // Only ever shown after a save, so the browser alone makes it, and by its own clock.
  const time = at && formatTime(new Date(at).getTime(), locale, { timeStyle: "short" });
  return (
    <Alert status="warning" role="alert" tabIndex={-1} className="gap-2 bg-warning-soft px-3 shadow-none">
      <Alert.Indicator />
      <Alert.Content>
        <Alert.Title>
          {byName ?? "Somebody else"} saved this{time && ` at ${time} (your clock)`}, while you were editing
          it
        </Alert.Title>
        <Alert.Description>
          <p>
            What you typed is still here and has not been saved.{" "}
            <a href={pathname} target="_blank" rel="noreferrer" className="underline">
              See what they saved (opens in a new tab)
            </a>
            , then save yours over it, or leave theirs.
          </p>
        </Alert.Description>
      </Alert.Content>
    </Alert>
  );
}
