import { longestSearch, type SearchParams, urlTexts } from "@/app/_lists/url-texts";
import {
  type VoicemailFilter,
  type VoicemailState,
  voicemailStates,
} from "@/db/queries/voicemails/list-voicemails";
import { isUuid } from "@/lib/uuid";

/** The filter as its form and its URL have it: texts, empty where nothing is asked for. */
export interface TypedFilter {
  q: string;
  /** Empty is the inbox. */
  state: Exclude<VoicemailState, "inbox"> | "";
  /** A person's id, or "me". */
  person: string;
}

/** Reads a URL. What makes no sense in it reads as nothing asked for: it is a link, not a form. */
export function readTypedFilter(searchParams: SearchParams): TypedFilter {
  const one = urlTexts(searchParams);
  const state = voicemailStates.find((known) => known === one("state")) ?? "inbox";
  const person = one("person");
  return {
    q: one("q").slice(0, longestSearch),
    state: state === "inbox" ? "" : state,
    person: person === "me" || isUuid(person) ? person : "",
  };
}

/** @param ownPersonId which of the people whoever asks is; null when they are none, and nothing is theirs. */
export function voicemailFilter(
  { q, state, person }: TypedFilter,
  ownPersonId: string | null,
): VoicemailFilter {
  const assignedToId = person === "me" ? (ownPersonId ?? nobody) : person || null;
  return { state: state || "inbox", words: q, assignedToId };
}

/** No id that is ever made. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** The query of a URL that asks for the same voicemails. */
export const filterQuery = (filter: TypedFilter, more: Record<string, string> = {}): string =>
  new URLSearchParams(Object.entries({ ...filter, ...more }).filter(([, value]) => value !== "")).toString();
