import type { ParameterDeclaration } from "../types";
import { declare, ringing, voice } from "./declare";

/** What the templates that ask a caller for keys have in common. Their engine reads some of these by name. */

/** What is said or played first, and by whom. */
export const greetings = (spoken: string): readonly ParameterDeclaration[] => [
  declare("greeting", "longText", "Greeting", "Spoken, unless a recorded one is chosen.", {
    isRequired: true,
    defaultValue: spoken,
  }),
  declare("recordedGreeting", "audio", "Recorded greeting", "Played instead of the spoken one."),
  voice,
];

export const wait = (seconds: number): ParameterDeclaration =>
  declare("waitSeconds", "number", "Wait for a key", "Counted from the end of the last sentence.", {
    isRequired: true,
    defaultValue: seconds,
    bounds: { min: 3, max: 30, unit: "seconds" },
  });

/** How it is asked again, and how often at most. */
export const repeats = (spoken: string): readonly ParameterDeclaration[] => [
  declare("again", "longText", "When it asks again", "Spoken first, after wrong keys or none.", {
    isRequired: true,
    defaultValue: spoken,
  }),
  declare("attempts", "number", "Asks at most", "After that the call goes to the last resort.", {
    isRequired: true,
    defaultValue: 3,
    bounds: { min: 1, max: 9, unit: "times" },
  }),
];

const chosenRinging = [
  "introduction",
  "recordedIntroduction",
  "ringSeconds",
  "askToAccept",
  "askForName",
  "nameQuestion",
  "shownNumber",
  "unanswered",
  "ringTone",
];

/** How a person rings whom the caller has chosen: as anybody does. */
export const ringingWhoeverIsChosen: readonly ParameterDeclaration[] = ringing("", 1).filter(({ key }) =>
  chosenRinging.includes(key),
);

/**
 * What a menu's form calls the same, where callers may dial an extension in it. Whoever has one is always asked before the two
 * are connected, and if they do not take the call it goes to the menu's last resort.
 */
const labelsOfExtensions = new Map([
  ["introduction", "Say before an extension rings"],
  ["recordedIntroduction", "Recorded message before an extension rings"],
  ["ringTone", "Ring tone of extensions"],
  ["askForName", "Ask for a name before an extension rings"],
  ["nameQuestion", "How they are asked for it"],
  ["shownNumber", "Number shown to extensions"],
]);

/** How a menu rings whoever's extension was dialled; for how long, it declares itself. */
export const ringingExtensions: readonly ParameterDeclaration[] = ringing("", 1).flatMap((parameter) => {
  const label = labelsOfExtensions.get(parameter.key);
  return label === undefined ? [] : [{ ...parameter, label }];
});

export const operator = declare(
  "operator",
  "action",
  "When they press 0",
  "A person, as a rule. Left empty, 0 is a key like any other.",
);

export const lastResort = declare(
  "otherwise",
  "action",
  "Last resort",
  "Where the call goes when nothing has been chosen. Left empty, the caller is told so, and we hang up.",
);
