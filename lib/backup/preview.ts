import type { Changes } from "./compare";
import { firmInWords, kindLabels, nameOfEntry, type Words, wordsIn } from "./in-words";
import { type Entry, type Kind, kinds, type SetUp } from "./set-up";

export interface Difference {
  label: string;
  before: string;
  after: string;
}

/** What would be done to the things of one kind, in words. */
export interface KindPreview {
  label: string;
  added: string[];
  changed: { name: string; differences: Difference[] }[];
  removed: string[];
  unchanged: number;
}

/** Of a number of Twilio's account: what remains to be done there, which no import does by itself. */
export interface NumberToTell {
  /** E.164. */
  number: string;
  name: string;
  /** Whether calls are to come here from now on; otherwise they no longer should. */
  isToPoint: boolean;
}

/** Long texts are told by their beginning. */
const mostCharacters = 600;
const shortened = (text: string) =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;

/** Only what differs. */
export const differencesOf = (before: Words, after: Words): Difference[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((label) => before[label] !== after[label])
    .map((label) => ({
      label,
      before: shortened(before[label] ?? ""),
      after: shortened(after[label] ?? ""),
    }));

/** The changes kind by kind: those of which there is nothing, before and after, are left out. */
export function previewOf(
  changes: Changes,
  { before, after }: { before: SetUp; after: SetUp },
): KindPreview[] {
  const was = wordsIn(before);
  const is = wordsIn(after);
  const { firm } = changes;
  const settings = {
    label: "Settings of the firm",
    added: [],
    changed: firm
      ? [
          {
            name: firm.after.name,
            differences: differencesOf(firmInWords(firm.before), firmInWords(firm.after)),
          },
        ]
      : [],
    removed: [],
    unchanged: firm ? 0 : 1,
  };
  const told = kinds.map(<Of extends Kind>(kind: Of): KindPreview => {
    const { added, changed, removed, unchanged } = changes[kind];
    return {
      label: kindLabels[kind],
      added: added.map(nameOfEntry).toSorted(),
      changed: changed.map((change) => ({
        name: nameOfEntry(change.after),
        differences: differencesOf(
          was<Kind>(kind, change.before as Entry),
          is<Kind>(kind, change.after as Entry),
        ),
      })),
      removed: removed.map(nameOfEntry).toSorted(),
      unchanged,
    };
  });
  return [settings, ...told].filter(
    ({ added, changed, removed, unchanged }) =>
      added.length + changed.length + removed.length + unchanged > 0,
  );
}

/** The numbers of the account that get an active configuration, or lose the one that they have. */
export function numbersToTell(before: SetUp, after: SetUp): NumberToTell[] {
  const active = ({ configurations }: SetUp) =>
    new Set(configurations.flatMap(({ isActive, phoneNumber }) => (isActive ? [phoneNumber] : [])));
  const was = active(before);
  const is = active(after);
  return after.phoneNumbers.flatMap(({ number, name, twilioSid }) =>
    twilioSid === null || was.has(number) === is.has(number)
      ? []
      : [{ number, name, isToPoint: is.has(number) }],
  );
}
