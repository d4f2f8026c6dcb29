import { revalidatePath } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { requireStaff, type SignedIn } from "@/lib/auth/require-staff";
import type { StaffRole } from "@/lib/auth/roles";
import { carryOut, failed, type Work } from "./carry-out";
import type { MutationState } from "./mutation-state";

interface Mutation<Schema extends z.ZodType> extends Omit<Work<Schema>, "run"> {
  /** Who may. */
  minimumRole: StaffRole;
  /** Called with somebody who may, and their database. See `Work`. */
  run(input: z.output<Schema>, signedIn: SignedIn): Promise<string | undefined>;
  /** Pages that show what it changes. */
  revalidates?: readonly string[];
}

/** What `useActionState` calls. */
export type FormMutation = (previous: MutationState, form: FormData) => Promise<MutationState>;

/**
 * A server action of somebody who is signed in. Who that is, and whether they may, is found out first, and outside of
 * whatever could hide a redirect to the sign-in page: a bare POST from anywhere reaches this.
 */
export function mutation<Schema extends z.ZodType>(options: Mutation<Schema>): FormMutation {
  const { minimumRole, run, revalidates = [], ...work } = options;
  return async (_previous, form) => {
    let signedIn: SignedIn;
    try {
      signedIn = await requireStaff(minimumRole);
    } catch (error) {
      unstable_rethrow(error);
      // Thrown on, it would take the form away with all that was typed.
      return failed(work.name, error, form);
    }
    const state = await carryOut({ ...work, run: (input) => run(input, signedIn) }, form);
    if (state.status === "done") for (const path of revalidates) revalidatePath(path);
    return state;
  };
}

/** A server action of somebody who cannot be signed in yet: the sign-in form, and others that let people in. */
export const openMutation =
  <Schema extends z.ZodType>(work: Work<Schema>): FormMutation =>
  (_previous, form) =>
    carryOut(work, form);
