import type { Conflict } from "./mutation-state";

interface RefusalWords {
  message?: string;
  /** By the name of the field. */
  fieldErrors?: Readonly<Record<string, string>>;
  conflict?: Conflict;
}

/** Thrown by a mutation that cannot be carried out for a reason that the person can do something about. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly fieldErrors: Readonly<Record<string, string>>;
  readonly conflict: Conflict | null;

  constructor({ message = "", fieldErrors = {}, conflict }: RefusalWords) {
    super(message);
    this.fieldErrors = fieldErrors;
    this.conflict = conflict ?? null;
  }
}
