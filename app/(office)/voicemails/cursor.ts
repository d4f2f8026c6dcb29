import { Temporal } from "temporal-polyfill";
import type { VoicemailCursor } from "@/db/queries/voicemails/list-voicemails";

const form = /^(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where a page of voicemails begins, as its URL says it. */
export const cursorToText = ({ leftAt, id }: VoicemailCursor): string => `${leftAt.epochMilliseconds}_${id}`;

/** Null for anything that this app did not write: the list then begins at its beginning. */
export function cursorFromText(text: unknown): VoicemailCursor | null {
  const [, milliseconds, id] = (typeof text === "string" && form.exec(text)) || [];
  if (!milliseconds || !id) return null;
  return { leftAt: Temporal.Instant.fromEpochMilliseconds(Number(milliseconds)), id };
}
