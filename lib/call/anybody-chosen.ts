import { takesExtensions, takesExtensionsKey } from "./menu";
import { hasChosen, mentions, withChosen } from "./render-action";
import type { ActionPerson, CallAction } from "./setup";

export interface AnybodyChosen {
  /** "If a name is chosen". */
  when: string;
  /** The action as it is then. */
  action: CallAction;
}

/**
 * An action once its caller has chosen somebody, nobody in particular, to tell what follows; null where its template
 * rings nobody whom a caller chooses, or it is a menu that takes no extensions.
 *
 * @throws TemplateFault when the template cannot be compiled.
 */
export function anybodyChosen(action: CallAction): AnybodyChosen | null {
  const isMenuWithout =
    action.parameters.some(({ key }) => key === takesExtensionsKey) && !takesExtensions(action);
  if (isMenuWithout || hasChosen(action) || !mentions(action, "chosen")) return null;
  if (mentions(action, "directory")) {
    return { when: "If a name is chosen", action: withChosen(action, somebody("whoever was chosen")) };
  }
  const holder = somebody("whoever has the extension");
  return { when: "If somebody’s extension is dialled", action: withChosen(action, holder) };
}

/** Stands for anybody. The number is one that the North American Numbering Plan keeps for fiction. */
const somebody = (name: string): Omit<ActionPerson, "key"> => ({
  personId: null,
  name,
  awayUntil: null,
  duty: null,
  numbers: ["+12025550142"],
  ringSeconds: null,
  lastTookAt: null,
});
