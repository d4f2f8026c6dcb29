"use client";

import { useLayoutEffect } from "react";
import { themeScript } from "./theme-script";

/**
 * Runs the theme's script where the page's head did not: a page that failed on the server comes with a head that is not
 * ours and is drawn by the browser, and a script that React draws is never run.
 */
export function ThemeStart() {
  useLayoutEffect(() => {
    if (document.documentElement.dataset.theme) return;
    const script = document.createElement("script");
    script.nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
    script.textContent = themeScript;
    document.head.append(script);
  }, []);
  return null;
}
