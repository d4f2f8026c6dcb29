/** A part of a file: both ends counted from 0, the last included. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * The part that a Range header asks for; "whole" when there is none that counts, or more than one; null when there is
 * nothing there to give. Source: RFC 9110, 14.1.2 and 14.2.
 */
export function readRange(header: string | null, sizeBytes: number): ByteRange | "whole" | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  const [, from = "", to = ""] = match ?? [];
  if (from === "" && to === "") return "whole";
  const last = sizeBytes - 1;
  if (from === "") {
    const count = Math.min(Number(to), sizeBytes);
    return count === 0 ? null : { first: sizeBytes - count, last };
  }
  const first = Number(from);
  if (to !== "" && Number(to) < first) return "whole";
  return first > last ? null : { first, last: to === "" ? last : Math.min(Number(to), last) };
}
