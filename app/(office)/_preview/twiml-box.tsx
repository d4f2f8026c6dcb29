"use client";

import { Button } from "@heroui/react/button";
import { useState } from "react";

/** TwiML behind a fold, to be copied: most never need to see it. */
export function TwimlBox({ twiml }: { twiml: string }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(twiml);
      setSaid("Copied");
    } catch {
      // A browser may refuse, on a page that is not served over https for one.
      setSaid("Your browser does not let this page copy. Select the text instead.");
    }
  };
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer rounded outline-none focus-visible:status-focused">
        For those who ask: the TwiML
      </summary>
      <div className="mt-3 flex flex-col gap-3">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard could not scroll it otherwise. */}
        <section aria-label="TwiML" tabIndex={0} className="overflow-x-auto rounded-xl bg-default p-3">
          <pre className="text-xs">
            <code>{twiml}</code>
          </pre>
        </section>
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="secondary" size="sm" onPress={() => void copy()}>
            Copy
          </Button>
          <span aria-live="polite" className="text-sm text-muted">
            {said}
          </span>
        </div>
      </div>
    </details>
  );
}
