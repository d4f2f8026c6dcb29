import { asksForNames } from "./directory";
import { extensionIn } from "./extension";
import type { Wanted } from "./setup";
import type { Step } from "./step";

const nobody: Wanted = { personIds: [], extension: null, isDirectoryWanted: false };

/**
 * Whom a step needs to look up, by the keys that came with it: in the statement that looks up its action, so that the
 * caller waits for one. Null when it needs nobody.
 */
export function wantedFor(step: Step, digits: string): Wanted | null {
  switch (step.kind) {
    case "menu":
    case "extension": {
      const extension = extensionIn(digits);
      return extension === null ? null : { ...nobody, extension };
    }
    case "directory":
      if (asksForNames(step, digits)) return { ...nobody, isDirectoryWanted: true };
      return step.people.length > 0 ? { ...nobody, personIds: step.people } : null;
    default:
      return step.people.length > 0 ? { ...nobody, personIds: step.people } : null;
  }
}
