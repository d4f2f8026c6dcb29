import type { PersonUses } from "@/db/queries/people/find-person-uses";

type Use = Pick<PersonUses["actions"][number], "rings" | "tells">;

/** What an action does with somebody, as the rest of a sentence about it. */
export function whatItDoesInWords({ rings, tells }: Use): string {
  if (rings && tells) return "rings them and tells them of voicemails";
  return tells ? "tells them of voicemails" : "rings them";
}
