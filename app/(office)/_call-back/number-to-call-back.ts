import { callerFrom } from "@/lib/call/caller";

/** Whom a call can be returned to: the caller's number, E.164; or why nobody, in a sentence. */
export function numberToCallBack(from: string): { number: string } | { hindrance: string } {
  const { number, isWithheld } = callerFrom(new URLSearchParams({ From: from }));
  if (number) return { number };
  return {
    hindrance: isWithheld
      ? "The caller withheld their number, so they cannot be called back."
      : "The caller has no phone number, so they cannot be called back.",
  };
}
