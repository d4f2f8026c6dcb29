"use client";

import { Button } from "@heroui/react/button";
import { toast } from "@heroui/react/toast";
import type { Route } from "next";
import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import type { FormMutation } from "../_mutations/mutation";
import { idle, type MutationState } from "../_mutations/mutation-state";
import { ButtonLink } from "./button-link";
import { ConflictNotice } from "./conflict-notice";
import { RefusalAlert } from "./refusal-alert";
import { useWarningBeforeLeaving } from "./use-warning-before-leaving";

interface MutationFormProps<Path extends string> {
  mutation: FormMutation;
  /** What the button says, and what it says while it is being done. */
  submitLabel: string;
  pendingLabel: string;
  submitVariant?: "primary" | "secondary" | "danger";
  /** The way back without saving. */
  cancelHref?: Route<Path>;
  /** Of something that is edited: its id, and the version that this form shows. */
  editing?: { id: string; version: number };
  /** Shows what was done inside the form instead of in passing: for what has to be kept, such as a link. */
  renderDone?: (message: string) => ReactNode;
  /** Whether something has been changed that is no typing into a field. */
  isChanged?: boolean;
  /** The fields, which show what the last answer says of them. */
  children: (state: MutationState) => ReactNode;
}

/**
 * A form that sends a mutation: shows what was refused beside its field and goes there, keeps what was typed, says what
 * was done once, and lets a person choose when somebody else has saved the same thing.
 */
export function MutationForm<Path extends string>({
  mutation,
  submitLabel,
  pendingLabel,
  submitVariant = "primary",
  cancelHref,
  editing,
  renderDone,
  isChanged = false,
  children,
}: MutationFormProps<Path>) {
  const [state, submit, isPending] = useActionState(mutation, idle);
  const form = useRef<HTMLFormElement>(null);
  const isShown = renderDone !== undefined;
  /** The last answer when something was typed: what came after that answer is not saved. */
  const [typedAfter, setTypedAfter] = useState<MutationState | null>(null);
  const isTyped = typedAfter !== null && (typedAfter === state || state.status === "refused");
  const isUnsaved = !isPending && (isTyped || isChanged);
  useWarningBeforeLeaving(form, isUnsaved);

  useEffect(() => {
    if (state.status === "done" && state.message && !isShown) toast.success(state.message);
    if (state.status !== "refused") return;
    const place = form.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]");
    place?.focus();
  }, [state, isShown]);

  return (
    <form
      ref={form}
      action={submit}
      noValidate
      className="flex flex-col gap-5"
      onInput={() => setTypedAfter(state)}
      onSubmit={(event) => {
        if (isPending) event.preventDefault();
      }}
    >
      {state.message && state.status === "refused" && <RefusalAlert message={state.message} />}
      {state.conflict && <ConflictNotice conflict={state.conflict} />}
      {state.status === "done" && state.message && renderDone?.(state.message)}
      {editing && (
        <>
          <input type="hidden" name="id" value={editing.id} />
          {/* After a conflict the person has been told, so the next save names the version that stands. */}
          <input
            type="hidden"
            name="version"
            value={state.conflict?.version ?? state.typed.version ?? editing.version}
          />
        </>
      )}
      {children(state)}
      <div className="flex flex-wrap gap-3">
        {/* Not HeroUI's isPending: React Aria would go on announcing a button that the next page does not have. */}
        <Button type="submit" variant={submitVariant}>
          {isPending ? pendingLabel : state.conflict ? `${submitLabel} over it` : submitLabel}
        </Button>
        {cancelHref && (
          <ButtonLink href={cancelHref} variant="ghost" discards>
            Cancel
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
