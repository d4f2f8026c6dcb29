"use client";

import { Button } from "@heroui/react/button";
import { Input } from "@heroui/react/input";
import { useEffect, useRef, useState } from "react";

/** What was done; a link at its end stands in a field of its own, to be copied: it is shown this once. */
export function LinkResult({ message }: { message: string }) {
  const [, words = message, link] = /^(.*?)(?:\s(https?:\S+))?$/s.exec(message) ?? [];
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  // Browsers keep the clipboard from pages that are not served over HTTPS: there the text is selected, to be copied by hand.
  const copy = async () => {
    field.current?.select();
    if (!navigator.clipboard || !link) return;
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <div className="flex flex-col gap-3 rounded-2xl bg-success-soft p-4">
      <p role="status" className="text-sm">
        {words}
      </p>
      {link && (
        <div className="flex flex-wrap gap-2">
          <Input
            ref={field}
            readOnly
            aria-label="Link"
            value={link}
            className="min-w-0 flex-1 basis-56 font-mono text-xs"
          />
          <Button variant="secondary" onPress={copy}>
            {isCopied ? "Copied" : "Copy"}
          </Button>
        </div>
      )}
    </div>
  );
}
