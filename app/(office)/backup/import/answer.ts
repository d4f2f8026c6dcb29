import type { ToldFault } from "@/lib/backup/fault";
import type { KindPreview, NumberToTell } from "@/lib/backup/preview";

/** What the route answers, and the form shows. */
export type ImportAnswer =
  | { kind: "preview"; isNothing: boolean; kinds: KindPreview[]; numbers: NumberToTell[]; state: string }
  | { kind: "faults"; faults: ToldFault[] }
  | { kind: "done"; numbers: (NumberToTell & { id: string })[] }
  /** Somebody changed the set-up after it was looked at. */
  | { kind: "stale" }
  | { kind: "refused"; message: string };
