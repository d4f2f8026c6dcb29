"use client";

import { Button } from "@heroui/react/button";
import { Input } from "@heroui/react/input";
import { useState } from "react";
import { FieldFrame } from "./field-frame";
import { useHydrated } from "./use-hydrated";

/** Where a new password is typed, once: whoever wants to see what they have typed can. */
export function NewPasswordField({ label, error }: { label: string; error: string | undefined }) {
  const [isShown, show] = useState(false);
  const isHydrated = useHydrated();
  return (
    <FieldFrame
      label={label}
      name="newPassword"
      help="At least 12 characters. A few words that do not belong together are easy to remember."
      error={error}
    >
      {(names) => (
        <div className="flex gap-2">
          <Input
            {...names}
            type={isShown ? "text" : "password"}
            autoComplete="new-password"
            spellCheck={false}
            autoCapitalize="none"
            className="min-w-0 flex-1"
          />
          <Button
            variant="secondary"
            isDisabled={!isHydrated}
            aria-label={isShown ? "Hide the password" : "Show the password"}
            onPress={() => show(!isShown)}
          >
            {isShown ? "Hide" : "Show"}
          </Button>
        </div>
      )}
    </FieldFrame>
  );
}
