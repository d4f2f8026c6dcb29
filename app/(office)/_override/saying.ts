import { toast } from "@heroui/react/toast";
import type { FormMutation } from "@/app/_mutations/mutation";

/** The mutation, with a word about it once it is done. */
export const saying =
  (mutation: FormMutation, onDone?: () => void): FormMutation =>
  async (previous, form) => {
    const state = await mutation(previous, form);
    if (state.status === "done") {
      if (state.message) toast.success(state.message);
      onDone?.();
    }
    return state;
  };
