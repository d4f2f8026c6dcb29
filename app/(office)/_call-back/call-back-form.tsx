"use client";

import { Button } from "@heroui/react/button";
import { useRouter } from "next/navigation";
import { useActionState, useEffect, useRef } from "react";
import { ChoiceField } from "@/app/_components/choice-field";
import { RefusalAlert } from "@/app/_components/refusal-alert";
import { useHydrated } from "@/app/_components/use-hydrated";
import { idle } from "@/app/_mutations/mutation-state";
import { callBack } from "./mutations";

interface CallBackFormProps {
  callSid: string;
  /** Whom it calls, as people here write it. */
  caller: string;
  /** One's own. */
  phones: readonly { number: string; words: string }[];
  /** The one that was chosen last. */
  lastPhone: string | null;
}

/** Rings the chosen phone. What becomes of it stands below, on the page. */
export function CallBackForm({ callSid, caller, phones, lastPhone }: CallBackFormProps) {
  const router = useRouter();
  const isAwake = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const [state, send, isPending] = useActionState(callBack, idle);
  const { status, message, typed, fieldErrors } = state;
  useEffect(() => {
    if (state.status === "idle") return;
    router.refresh();
    if (state.status === "refused")
      form.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")?.focus();
  }, [state, router]);
  const call = (fields: FormData) => {
    fields.set("id", crypto.randomUUID());
    send(fields);
  };
  return (
    <form
      ref={form}
      action={call}
      onSubmit={(event) => {
        if (isPending) event.preventDefault();
      }}
      className="flex flex-col gap-3"
    >
      {status === "refused" && message && <RefusalAlert message={message} />}
      <input type="hidden" name="callSid" value={callSid} />
      <ChoiceField
        label="Ring me on"
        name="phone"
        typed={typed.phone}
        initial={lastPhone ?? phones[0]?.number}
        error={fieldErrors.phone}
        options={phones.map(({ number, words }) => ({ value: number, label: words }))}
      />
      <Button type="submit" isDisabled={!isAwake} fullWidth className="h-auto min-h-10 whitespace-normal">
        {isPending ? "Asking Twilio to ring…" : `Call ${caller} back`}
      </Button>
    </form>
  );
}
