"use client";

import { Button } from "@heroui/react/button";
import { Modal } from "@heroui/react/modal";
import { useActionState, useState } from "react";
import { useHydrated } from "@/app/_components/use-hydrated";
import { idle } from "@/app/_mutations/mutation-state";
import { liftScheduleOverride } from "./mutations";
import { OverrideForm } from "./override-form";
import type { OverrideNow } from "./override-now";
import { saying } from "./saying";

interface OverrideControlsProps {
  schedule: { id: string; name: string };
  now: OverrideNow;
}

/** Close or open a schedule for now, and lift that again. Two clicks: what, and until when. */
export function OverrideControls({ schedule, now }: OverrideControlsProps) {
  const isHydrated = useHydrated();
  const [isAsking, setAsking] = useState(false);
  /** What is being asked about; it stays while the dialog fades. */
  const [asked, setAsked] = useState<"open" | "closed">("closed");
  const first = now.isOpen ? "closed" : "open";
  const second = now.isOpen ? "open" : "closed";
  const button = (as: "open" | "closed", variant: "primary" | "secondary") => (
    <Button
      variant={variant}
      isDisabled={!isHydrated}
      aria-label={`${as === "open" ? "Open now" : "Close now"}: ${schedule.name}`}
      onPress={() => {
        setAsked(as);
        setAsking(true);
      }}
    >
      {as === "open" ? "Open now" : "Close now"}
    </Button>
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      {now.isOverridden && <LiftForm schedule={schedule} />}
      {button(first, now.isOverridden ? "secondary" : "primary")}
      {button(second, "secondary")}
      <Modal.Backdrop isOpen={isAsking} onOpenChange={setAsking}>
        <Modal.Container scroll="inside">
          <Modal.Dialog>
            <Modal.CloseTrigger />
            <OverrideForm as={asked} {...{ schedule, now }} onDone={() => setAsking(false)} />
          </Modal.Dialog>
        </Modal.Container>
      </Modal.Backdrop>
    </div>
  );
}

function LiftForm({ schedule }: { schedule: { id: string; name: string } }) {
  const [state, submit, isPending] = useActionState(saying(liftScheduleOverride), idle);
  return (
    <form action={submit} className="flex flex-col gap-1">
      <input type="hidden" name="id" value={schedule.id} />
      <Button type="submit" aria-label={`Lift: ${schedule.name} goes by its own hours again`}>
        {isPending ? "Lifting…" : "Lift"}
      </Button>
      {state.status === "refused" && state.message && (
        <p role="alert" className="text-xs text-danger">
          {state.message}
        </p>
      )}
    </form>
  );
}
