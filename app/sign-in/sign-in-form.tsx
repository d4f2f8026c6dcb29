"use client";

import { Button } from "@heroui/react/button";
import { useActionState, useEffect, useRef } from "react";
import { RefusalAlert } from "../_components/refusal-alert";
import { TypedField } from "../_components/typed-field";
import { idle } from "../_mutations/mutation-state";
import { signIn } from "./mutations";

export function SignInForm({ callbackUrl }: { callbackUrl: string }) {
  const [state, submit, isPending] = useActionState(signIn, idle);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.status !== "refused") return;
    const field = form.current?.querySelector<HTMLElement>("[aria-invalid=true], [name=password]");
    field?.focus();
  }, [state]);

  return (
    <form
      ref={form}
      action={submit}
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        if (isPending) event.preventDefault();
      }}
    >
      {state.message && <RefusalAlert message={state.message} />}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TypedField
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        typed={state.typed.email}
        error={state.fieldErrors.email}
      />
      <TypedField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        error={state.fieldErrors.password}
      />
      {/* Not HeroUI's isPending: React Aria would go on announcing a button that the next page does not have. */}
      <Button type="submit" fullWidth size="lg">
        {isPending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
