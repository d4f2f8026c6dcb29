"use client";

import { Button } from "@heroui/react/button";
import { useActionState } from "react";
import type { FormMutation } from "@/app/_mutations/mutation";
import { idle } from "@/app/_mutations/mutation-state";

interface OneButtonFormProps {
  mutation: FormMutation;
  /** What is sent. */
  fields: Readonly<Record<string, string>>;
  label: string;
  /** What it is about, for whoever cannot see what stands beside it. */
  about: string;
  variant: "outline" | "secondary";
  size?: "sm" | "md";
}

/**
 * One button that does something and, pressed again, takes it back: the same one, so that the keyboard stays where it is.
 */
export function OneButtonForm({ mutation, fields, label, about, variant, size = "md" }: OneButtonFormProps) {
  const [state, submit, isPending] = useActionState(mutation, idle);
  return (
    <form action={submit} className="flex flex-col gap-1 sm:items-end">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        type="submit"
        size={size}
        variant={variant}
        isPending={isPending}
        aria-label={`${label}: ${about}`}
      >
        {label}
      </Button>
      {state.message && (
        <p role="alert" className="text-xs text-danger">
          {state.message}
        </p>
      )}
    </form>
  );
}
