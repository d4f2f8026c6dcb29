"use client";

import { useSyncExternalStore } from "react";
import { themeChangeEvent, themeKey } from "./theme-script";

export const themeChoices = ["system", "light", "dark"] as const;

export type ThemeChoice = (typeof themeChoices)[number];

/** What this browser has chosen, and how to choose. The script in the page's head does the colours. */
export function useThemeChoice(): [ThemeChoice, (choice: ThemeChoice) => void] {
  const choice = useSyncExternalStore(subscribe, readChoice, () => "system" as const);
  return [choice, chooseTheme];
}

function readChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(themeKey);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

function chooseTheme(choice: ThemeChoice): void {
  try {
    if (choice === "system") localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, choice);
  } catch {
    // A browser that keeps nothing follows the system.
  }
  dispatchEvent(new Event(themeChangeEvent));
}

/** Our own event for this window, the browser's for all others. */
function subscribe(onChange: () => void): () => void {
  addEventListener(themeChangeEvent, onChange);
  addEventListener("storage", onChange);
  return () => {
    removeEventListener(themeChangeEvent, onChange);
    removeEventListener("storage", onChange);
  };
}
