import { isUuid } from "@/lib/uuid";

/** The path of a step of a call that we had placed: the id of its row, and which step. */
export interface PlacedCallPath {
  id: string;
  /** Empty for the first. */
  rest: string;
}

/** Null for a path that is none of ours. */
export function readPlacedCallPath(segments: readonly string[]): PlacedCallPath | null {
  const [id = "", ...rest] = segments;
  return isUuid(id) ? { id, rest: rest.join("/") } : null;
}
