/** The path of a step of a call that we had placed: the id of its row, and which step. */
export interface PlacedCallPath {
  id: string;
  /** Empty for the first. */
  rest: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Null for a path that is none of ours. */
export function readPlacedCallPath(segments: readonly string[]): PlacedCallPath | null {
  const [id = "", ...rest] = segments;
  return uuid.test(id) ? { id, rest: rest.join("/") } : null;
}
