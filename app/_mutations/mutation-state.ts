/** Somebody else saved the same thing while this form was open. */
export interface Conflict {
  /** The version that stands now: a save that names it goes over theirs. */
  version: number;
  byName: string | null;
  /** ISO 8601. */
  at: string | null;
}

/** What a form shows of the mutation that it sent. Travels to the browser: nothing in it but what the person may see. */
export interface MutationState {
  status: "idle" | "done" | "refused";
  /** About the whole of it: done, or why not. */
  message: string | null;
  /** By the name of the field. */
  fieldErrors: Readonly<Record<string, string>>;
  /** What was typed, by the name of the field, so that a form that failed shows it again. */
  typed: Readonly<Record<string, string>>;
  conflict: Conflict | null;
}

export const idle: MutationState = {
  status: "idle",
  message: null,
  fieldErrors: {},
  typed: {},
  conflict: null,
};
