import type { NumberForSale } from "@/lib/twilio/rest/numbers-for-sale";

/** Whose address the law wants to see before a number may be bought; null where it wants none. */
export const addressRequirementWords: Readonly<Record<NumberForSale["addressRequirement"], string | null>> = {
  none: null,
  any: "needs an address",
  local: "needs an address in its own area",
  foreign: "needs an address outside its country",
};
