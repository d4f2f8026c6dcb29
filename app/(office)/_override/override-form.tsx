import { Button } from "@heroui/react/button";
import { Modal } from "@heroui/react/modal";
import { type KeyboardEvent, useActionState, useEffect, useRef } from "react";
import { RefusalAlert } from "@/app/_components/refusal-alert";
import { TypedField } from "@/app/_components/typed-field";
import { idle } from "@/app/_mutations/mutation-state";
import { zoneName } from "@/lib/schedule/zone-name";
import { overrideSchedule } from "./mutations";
import type { OverrideNow } from "./override-now";
import { saying } from "./saying";

interface OverrideFormProps {
  as: "open" | "closed";
  schedule: { id: string; name: string };
  now: OverrideNow;
  onDone(): void;
}

/** Until when: each end is a button that says when it comes, so that the second click is the last. */
export function OverrideForm({ as, schedule, now, onDone }: OverrideFormProps) {
  const [state, submit, isPending] = useActionState(saying(overrideSchedule, onDone), idle);
  const form = useRef<HTMLFormElement>(null);
  const byFields = useRef<HTMLButtonElement>(null);
  const { typed, fieldErrors, message, status } = state;
  const verb = as === "open" ? "Open" : "Close";

  useEffect(() => {
    if (state.status === "refused")
      form.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")?.focus();
  }, [state]);

  // A browser would press the first button of all, which has nothing to do with the field that one is in.
  const entered = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (event.target.name !== "reason") form.current?.requestSubmit(byFields.current);
  };

  return (
    <form
      ref={form}
      action={submit}
      noValidate
      onKeyDown={entered}
      onSubmit={(event) => {
        if (isPending) event.preventDefault();
      }}
      className="flex min-h-0 flex-col"
    >
      <input type="hidden" name="id" value={schedule.id} />
      <input type="hidden" name="as" value={as} />
      <Modal.Header>
        <Modal.Heading>
          {verb} now: {schedule.name}
        </Modal.Heading>
        <p className="text-sm text-muted">
          Times are {zoneName(now.timeZone)} time, where it is {now.timeThere} now.
        </p>
      </Modal.Header>
      <Modal.Body className="flex flex-col gap-4 p-1 text-foreground">
        {status === "refused" && message && <RefusalAlert message={message} />}
        <TypedField
          label="Why (may be left out)"
          help="For colleagues, and the log of calls. Callers never hear it."
          name="reason"
          autoComplete="off"
          maxLength={200}
          typed={typed.reason}
          error={fieldErrors.reason}
        />
        <ul className="flex flex-col gap-2" aria-label={`${verb} until when`}>
          {now.choices
            .filter(({ isOpening }) => as === "closed" || !isOpening)
            .map(({ value, label, when }) => (
              <li key={label}>
                <Button
                  type="submit"
                  name="until"
                  value={value}
                  variant="outline"
                  fullWidth
                  className="h-auto min-h-11 border border-(--field-border) justify-between gap-3 py-2 text-start whitespace-normal"
                >
                  <span>{label}</span>
                  <span className="font-normal">{when}</span>
                </Button>
              </li>
            ))}
        </ul>
        <fieldset className="flex flex-col gap-3 border-t border-separator pt-4">
          <legend className="sr-only">Until a date and time</legend>
          <div className="grid grid-cols-2 gap-3">
            <TypedField
              label="Until the date"
              name="date"
              type="date"
              min={now.dateThere}
              typed={typed.date}
              initial={now.dateThere}
              error={fieldErrors.date}
            />
            <TypedField label="At" name="time" type="time" typed={typed.time} error={fieldErrors.time} />
          </div>
          <Button
            ref={byFields}
            type="submit"
            name="until"
            value="fields"
            variant="outline"
            className="border border-(--field-border)"
            fullWidth
          >
            {verb} until this date and time
          </Button>
        </fieldset>
      </Modal.Body>
    </form>
  );
}
