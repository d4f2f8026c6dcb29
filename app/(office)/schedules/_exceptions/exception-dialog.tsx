import { Button } from "@heroui/react/button";
import { Input } from "@heroui/react/input";
import { Modal } from "@heroui/react/modal";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { FieldFrame } from "@/app/_components/field-frame";
import type { Window } from "@/lib/schedule/types";
import { WindowFields } from "../_week/window-fields";
import { type EditedException, type ExceptionErrors, exceptionErrors } from "./edited-exception";

const usualHours: Window = { opensAt: "10:00", closesAt: "14:00" };

interface ExceptionDialogProps {
  isOpen: boolean;
  /** What is edited; null before anything was. */
  exception: EditedException | null;
  others: readonly EditedException[];
  onDone(exception: EditedException): void;
  onClose(): void;
}

/** A holiday, or days with hours of their own. Nothing reaches the schedule before all of it is right. */
export function ExceptionDialog({ isOpen, exception, others, onDone, onClose }: ExceptionDialogProps) {
  return (
    <Modal.Backdrop isOpen={isOpen} onOpenChange={(opens) => !opens && onClose()}>
      <Modal.Container>
        <Modal.Dialog>
          <Modal.CloseTrigger />
          {exception && <ExceptionForm key={exception.key} {...{ exception, others, onDone, onClose }} />}
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}

function ExceptionForm({
  exception,
  others,
  onDone,
  onClose,
}: Omit<ExceptionDialogProps, "isOpen" | "exception"> & { exception: EditedException }) {
  const [edited, setEdited] = useState(exception);
  const [errors, setErrors] = useState<ExceptionErrors>({});
  const form = useRef<HTMLFormElement>(null);
  const isOpen = edited.windows.length > 0;
  const set = (parts: Partial<EditedException>) => setEdited({ ...edited, ...parts });

  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);

  const finish = (event: FormEvent) => {
    // It stands within the schedule's own form, as far as React's events go.
    event.preventDefault();
    event.stopPropagation();
    const found = exceptionErrors(edited, others);
    setErrors(found);
    if (Object.keys(found).length === 0) onDone({ ...edited, label: edited.label.trim() });
  };

  return (
    <form ref={form} onSubmit={finish} noValidate>
      <Modal.Header>
        <Modal.Heading>{exception.label || "Holiday or special hours"}</Modal.Heading>
      </Modal.Header>
      <Modal.Body className="flex flex-col gap-4 p-1 text-foreground">
        <FieldFrame label="What it is" name="label" error={errors.label}>
          {(names) => (
            <Input
              {...names}
              autoComplete="off"
              value={edited.label}
              onChange={(event) => set({ label: event.target.value })}
              fullWidth
            />
          )}
        </FieldFrame>
        <div className="grid gap-4 sm:grid-cols-2">
          <FieldFrame label="First day" name="startsOn" error={errors.startsOn}>
            {(names) => (
              <Input
                {...names}
                type="date"
                value={edited.startsOn}
                onChange={({ target: { value } }) =>
                  // A single day is what most are: the last one follows the first until it says otherwise.
                  set({ startsOn: value, ...(edited.endsOn === edited.startsOn && { endsOn: value }) })
                }
                fullWidth
              />
            )}
          </FieldFrame>
          <FieldFrame label="Last day" name="endsOn" error={errors.endsOn}>
            {(names) => (
              <Input
                {...names}
                type="date"
                value={edited.endsOn}
                onChange={(event) => set({ endsOn: event.target.value })}
                fullWidth
              />
            )}
          </FieldFrame>
        </div>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-medium">On these days</legend>
          <Choice label="Closed" isChosen={!isOpen} onChoose={() => set({ windows: [] })} />
          <Choice
            label="Open at these hours, every day of them"
            isChosen={isOpen}
            onChoose={() => set({ windows: [usualHours] })}
          />
        </fieldset>
        {isOpen && (
          <div className="flex flex-col gap-2">
            {edited.windows.map((window, i) => (
              <WindowFields
                // biome-ignore lint/suspicious/noArrayIndexKey: they are told apart by their places alone.
                key={i}
                window={window}
                of={edited.windows.length > 1 ? `these days (${i + 1})` : "these days"}
                nextDay="the day after"
                errors={{
                  ...pick("opensAt", errors[`windows.${i}.opensAt`]),
                  ...pick("closesAt", errors[`windows.${i}.closesAt`]),
                }}
                onChange={(changed) => set({ windows: edited.windows.with(i, changed) })}
                onRemove={() => set({ windows: edited.windows.toSpliced(i, 1) })}
              />
            ))}
            <div>
              <Button
                size="sm"
                variant="secondary"
                onPress={() => set({ windows: [...edited.windows, { opensAt: "", closesAt: "" }] })}
              >
                Add hours
              </Button>
            </div>
          </div>
        )}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="ghost" onPress={onClose}>
          Cancel
        </Button>
        <Button type="submit">Done</Button>
      </Modal.Footer>
    </form>
  );
}

const pick = (name: keyof Window, error: string | undefined) =>
  error === undefined ? {} : { [name]: error };

function Choice({ label, isChosen, onChoose }: { label: string; isChosen: boolean; onChoose(): void }) {
  return (
    <label className="flex items-center gap-3 text-sm">
      <input
        type="radio"
        name="isOpen"
        checked={isChosen}
        onChange={onChoose}
        className="size-5 accent-accent"
      />
      {label}
    </label>
  );
}
