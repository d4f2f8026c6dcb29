"use client";

import { Button } from "@heroui/react/button";
import { useActionState } from "react";
import { idle } from "@/app/_mutations/mutation-state";
import { markVoicemail } from "./mutations";

/** One button that marks a voicemail as heard, and as new again: the same one, so that the keyboard stays where it is. */
export function HeardForm({ id, isHeard, about }: { id: string; isHeard: boolean; about: string }) {
  const [state, submit, isPending] = useActionState(markVoicemail, idle);
  const label = isHeard ? "Mark as new" : "Mark as heard";
  return (
    <form action={submit} className="flex flex-col gap-1 sm:items-end">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="as" value={isHeard ? "new" : "heard"} />
      <Button
        type="submit"
        size="sm"
        variant={isHeard ? "outline" : "secondary"}
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
