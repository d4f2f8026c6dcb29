import { nobodyCanTakeYourCall } from "./answers";
import { ringExtension } from "./extension";
import { promptOf } from "./prompt";
import type { Moment } from "./render-action";
import type { ActionTarget, CallAction, Reached } from "./setup";
import { spokenKey } from "./spoken-key";
import type { Step } from "./step";
import { type StepAnswer, stepEvent } from "./step-answer";

/** What a caller did when asked. Source: Twilio, "TwiML Voice: Gather", Gather action parameters. */
export interface MenuInput {
  /** The DTMF keys pressed; empty when none was. */
  digits: string;
  /** What was said, as Twilio understood it; empty when nothing was. */
  speech: string;
}

export const inputFrom = (parameters: URLSearchParams): MenuInput => ({
  digits: parameters.get("Digits") ?? "",
  speech: parameters.get("SpeechResult") ?? "",
});

/** The parameter by which a menu's template says that its callers may dial an extension as well. */
export const takesExtensionsKey = "takesExtensions";

/**
 * Where a menu leads. A key that it does not have, or none, reads it again, and after a few times goes to its last
 * resort. `*` goes back to the menu before, and 0 to a person, unless the menu gives these keys a meaning of its own.
 * Where callers may dial an extension too, the first key decides: one that the menu has is that choice, and no extension
 * begins with it.
 *
 * @param reached whoever has the extension that was dialled; null when that could not be looked up.
 * @throws TemplateFault when the menu cannot be rendered again.
 */
export function answerMenu(
  step: Step,
  input: MenuInput,
  action: CallAction | null,
  reached: Reached | null,
  moment: Moment,
): StepAnswer {
  if (!action) {
    const event = stepEvent(step, null, "The menu no longer exists", { ...input });
    return { twiml: nobodyCanTakeYourCall(moment.firm), event };
  }
  const isSilent = input.digits === "" && input.speech === "";
  // Somebody who presses a wrong key is there; a phone that was laid aside is not.
  const here = isSilent ? moment : { ...moment, idleSteps: 0 };
  const prompt = promptOf(step, action, here, { ...input });
  const said = input.digits ? `Pressed ${input.digits}` : `Said “${input.speech}”`;
  const isExtensionTaken = takesExtensions(action);
  const digits = isExtensionTaken ? input.digits.slice(0, 1) : input.digits;

  const menu = menuOf(action, step.position);
  const saidKey = digits ? null : spokenKey(wordsOf(input.speech), languageOf(action, moment));
  const choice =
    chosen(menu, { ...input, digits }) ?? menu.find(({ menuKey }) => saidKey !== null && menuKey === saidKey);
  if (choice) return prompt.goTo(choice, `${said}: on to “${choice.actionName}”`);
  return (
    prompt.elsewhere(saidKey ?? digits, said) ??
    (isExtensionTaken ? ringExtension(prompt, input.digits, action, reached, here) : null) ??
    prompt.askAgain(
      isSilent ? "Pressed nothing" : `${said}, which the menu does not have`,
      "the menu was read again",
    )
  );
}

const menuOf = (action: CallAction, position: string): ActionTarget[] =>
  action.targets.filter(({ key, menuKey }) => key === position && menuKey !== null);

function chosen(menu: readonly ActionTarget[], { digits, speech }: MenuInput): ActionTarget | undefined {
  if (digits) return menu.find(({ menuKey }) => menuKey === digits);
  const words = wordsOf(speech);
  if (words.length === 0) return undefined;
  const isSaid = (wanted: readonly string[]) =>
    wanted.length > 0 && ` ${words.join(" ")} `.includes(` ${wanted.join(" ")} `);
  const byLabel = menu.filter(({ label }) => isSaid(wordsOf(label ?? "")));
  // "New sales" is not "sales": of two labels that were both said, the longer one was meant.
  const [longest] = byLabel.sort((a, b) => (b.label?.length ?? 0) - (a.label?.length ?? 0));
  return longest ?? menu.find(({ menuKey }) => menuKey !== null && isSaid([menuKey]));
}

/** In which Twilio was asked to listen. */
function languageOf({ parameters }: CallAction, { firm }: Moment): string {
  const voice = parameters.find(({ type }) => type === "voice")?.value;
  return typeof voice === "object" && voice !== null ? voice.language : firm.voice.language;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether callers may dial an extension in place of a key of this menu. */
export function takesExtensions(action: CallAction): boolean {
  const parameter = action.parameters.find(({ key }) => key === takesExtensionsKey);
  return (parameter?.value ?? parameter?.defaultValue) === true;
}
