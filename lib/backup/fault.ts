import type { ReferencePath } from "./map-references";

/** Something that is wrong with a file, and where. */
export interface Fault {
  /** From the top of the file: keys, and places in lists counted from 0. Empty for the file as a whole. */
  path: ReferencePath;
  /** A whole sentence. */
  message: string;
}

/** A fault as a person is told of it. */
export interface ToldFault {
  /** “schedules › Office hours › windows 2 › closes”; empty for the file as a whole. */
  place: string;
  /** Counted from 1; null where it cannot be told. */
  line: number | null;
  message: string;
}

/** What could be made of a file, or what is wrong with it. */
export type Read<Value> = { value: Value } | { faults: Fault[] };

/** Of very many the first will do: they are mended one after another. */
export const mostFaults = 20;
