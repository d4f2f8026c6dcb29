import type { Ring } from "../player/call-plan";
import type { Callee } from "../player/callee";
import type { Party } from "../player/party";

/** Who takes the caller's part on a terminal, and who decides which phones are picked up. */
export interface Answers {
  caller: Party;
  phone(ring: Ring): Callee;
}

/** What a word typed at a question stands for: keys to press, or words to say. */
export const isKeys = (typed: string): boolean => /^[\d*#]+$/.test(typed);

/** Whether somebody is meant: by the beginning of a name, any part of it, or a number. */
export function isMeant(typed: string, { name, number }: { name: string | null; number: string }): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return false;
  return (
    number === wanted ||
    (name ?? number)
      .toLowerCase()
      .split(/\s+/)
      .some((part) => part.startsWith(wanted)) ||
    name?.toLowerCase() === wanted
  );
}
