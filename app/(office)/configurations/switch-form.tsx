"use client";

import { Button } from "@heroui/react/button";
import { toast } from "@heroui/react/toast";
import { useActionState, useEffect } from "react";
import { idle } from "@/app/_mutations/mutation-state";
import { activateConfiguration } from "./mutations";

interface SwitchFormProps {
  configuration: { id: string; version: number; name: string; isActive: boolean };
  /** Whether another one answers the number now. */
  isSwap: boolean;
}

/**
 * Makes a configuration the active one of its number, in one click. There is nothing to see of it while it is; it has to
 * be there all the same, to say what it has done.
 */
export function SwitchForm({ configuration, isSwap }: SwitchFormProps) {
  const { id, version, name, isActive } = configuration;
  const [state, submit, isPending] = useActionState(activateConfiguration, idle);
  const { status, conflict, message } = state;
  const refusal = conflict
    ? `${conflict.byName ?? "Somebody else"} has changed “${name}” in the meantime. Look at it before you switch.`
    : message;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is said once, whatever it says.
  useEffect(() => {
    if (status === "done" && message) toast.success(message);
    if (status === "refused" && refusal) toast.warning(refusal, { timeout: 0 });
  }, [state]);
  if (isActive) return null;
  const label = isSwap ? "Switch to this" : "Activate";
  return (
    <form
      action={submit}
      onSubmit={(event) => {
        if (isPending) event.preventDefault();
      }}
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" size="sm" variant="secondary" aria-label={`${label}: ${name}`}>
        {isPending ? "Switching…" : label}
      </Button>
    </form>
  );
}
