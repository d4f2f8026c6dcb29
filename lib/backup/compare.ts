import { isDeepStrictEqual } from "node:util";
import { type Entry, type Kind, keyOf, kinds, type SetUp } from "./set-up";

/** What an import does to the things of one kind. */
export interface KindChange<Of extends Kind = Kind> {
  added: Entry<Of>[];
  changed: { before: Entry<Of>; after: Entry<Of> }[];
  removed: Entry<Of>[];
  unchanged: number;
}

export type Changes = { [Of in Kind]: KindChange<Of> } & {
  /** Null while the firm's settings stay as they are. */
  firm: { before: SetUp["firm"]; after: SetUp["firm"] } | null;
};

/** Everything in which two set-ups differ, thing by thing. */
export function compare(before: SetUp, after: SetUp): Changes {
  const changes = {
    firm: isDeepStrictEqual(before.firm, after.firm) ? null : { before: before.firm, after: after.firm },
  };
  for (const kind of kinds) Object.assign(changes, { [kind]: compareKind(before[kind], after[kind]) });
  return changes as Changes;
}

function compareKind(before: readonly Entry[], after: readonly Entry[]): KindChange {
  const old = new Map(before.map((entry) => [keyOf(entry), entry]));
  const change: KindChange = { added: [], changed: [], removed: [], unchanged: 0 };
  for (const entry of after) {
    const was = old.get(keyOf(entry));
    old.delete(keyOf(entry));
    if (was === undefined) change.added.push(entry);
    else if (isDeepStrictEqual(was, entry)) change.unchanged += 1;
    else change.changed.push({ before: was, after: entry });
  }
  change.removed.push(...old.values());
  return change;
}

export const isNothing = (changes: Changes): boolean =>
  changes.firm === null &&
  kinds.every((kind) => {
    const { added, changed, removed } = changes[kind];
    return added.length + changed.length + removed.length === 0;
  });
