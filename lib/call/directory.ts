import { nobodyCanTakeYourCall } from "./answers";
import { ringChosen } from "./extension";
import { type Prompt, promptOf } from "./prompt";
import { type FoundNames, type Moment, renderAction } from "./render-action";
import type { CallAction, ListedPerson, Reached } from "./setup";
import { mostPeople, type Step } from "./step";
import { type StepAnswer, stepEvent } from "./step-answer";

/** The letters of a telephone's keys. Source: ITU-T E.161, annex of keypad letters. */
const letterKeys: Readonly<Record<string, string>> = Object.fromEntries(
  ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"].flatMap((letters, index) =>
    [...letters].map((letter) => [letter, String(index + 2)]),
  ),
);

/** Letters that are no plain one with an accent, as people spell them where there is no key for them. */
const spelt: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
};

/**
 * The keys of a name, from each of its words to its end: whoever looks for "Ana de la Cruz" may key ANA, DEL or CRU.
 * Accents make no difference, and neither do apostrophes.
 */
export function keysOfName(name: string): string[] {
  const plain = name
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => spelt[letter] ?? letter)
    .normalize("NFD")
    .replace(/[\p{M}'’]/gu, "");
  const words = plain.split(/[^a-z]+/).filter(Boolean);
  return words.map((_, index) =>
    [...words.slice(index).join("")].map((letter) => letterKeys[letter]).join(""),
  );
}

/** Those with a name that begins with the letters of these keys, in their order. */
export const findByKeys = (listed: readonly ListedPerson[], keys: string): ListedPerson[] =>
  listed.filter(({ name }) => keysOfName(name).some((own) => own.startsWith(keys)));

/** The key for the next names, after as many as there are keys for. */
const moreKey = String(mostPeople + 1);

/** What a caller has keyed, where it can be the letters of a name. */
const lettersIn = (digits: string): string | null => (/^[2-9]{1,3}$/.test(digits) ? digits : null);

/** The person whom a key chooses among those who were read out; null when it is another key. */
const placeOf = (step: Step, digits: string): number | null => {
  const place = /^[1-9]$/.test(digits) ? Number(digits) - 1 : -1;
  return place >= 0 && place < step.people.length ? place : null;
};

/** Whether these keys want a look at everybody's names, rather than at somebody who was read out. */
export const asksForNames = (step: Step, digits: string): boolean =>
  step.position === "-" ? lettersIn(digits) !== null : placeOf(step, digits) === null;

/**
 * Finds people by the letters that the caller keyed, reads their names with a key for each, and rings whoever is chosen.
 * Where nobody is found, or the key is another one, it is said and asked again, and after a few times the call goes to
 * the last resort. `*` begins again, or goes back to the menu before, and 0 to a person.
 *
 * @param reached null when nobody could be looked up, because the database is away.
 * @throws TemplateFault when the action cannot be rendered; NotLookedUp when all that is left is the fallback.
 */
export function answerDirectory(
  step: Step,
  digits: string,
  action: CallAction | null,
  reached: Reached | null,
  moment: Moment,
): StepAnswer {
  if (!action) {
    const event = stepEvent(step, null, "The action no longer exists", { digits });
    return { twiml: nobodyCanTakeYourCall(moment.firm), event };
  }
  const here = { ...moment, people: [], turn: 0, idleSteps: digits === "" ? moment.idleSteps : 0 };
  const prompt = promptOf(step, action, here, { digits });
  if (step.position !== "-") return answerChoice({ step, digits, action, reached, moment: here, prompt });

  const elsewhere = prompt.elsewhere(digits);
  if (elsewhere) return elsewhere;
  const letters = lettersIn(digits);
  if (letters === null) {
    return prompt.askAgain(
      digits === "" ? "Keyed nothing" : `Keyed ${digits}, which spells no name`,
      "asked again",
    );
  }
  if (!reached) return prompt.goWithout(`Keyed ${letters}, and the database was away`);
  const found = findByKeys(reached.directory, letters);
  if (found.length === 0) return prompt.askAgain(`Keyed ${letters}, and nobody was found`, "asked again");
  return {
    twiml: renderAction(action, { ...here, ...reading(found, letters, 0) }),
    event: prompt.event(`Keyed ${letters}: ${countInWords(found.length)} found`),
  };
}

interface Choice {
  step: Step;
  digits: string;
  action: CallAction;
  reached: Reached | null;
  moment: Moment;
  prompt: Prompt;
}

/** The names have been read out, and the caller has pressed a key for one of them, or another. */
function answerChoice({ step, digits, action, reached, moment, prompt }: Choice): StepAnswer {
  const { position: letters, turn: pageNumber } = step;
  if (digits === "*") {
    return {
      twiml: renderAction(action, moment),
      event: prompt.event("Pressed *: asked for another name"),
    };
  }
  const elsewhere = prompt.elsewhere(digits);
  if (elsewhere) return elsewhere;
  if (!reached) return prompt.goWithout("Chose a name, and the database was away");

  const place = placeOf(step, digits);
  if (place !== null) {
    const person = reached.people.find(({ id }) => id === step.people[place]);
    if (person) return ringChosen(prompt, person, action, moment, `Pressed ${digits} for ${person.name}`);
    const gone = `Pressed ${digits} for somebody who has been deleted`;
    return prompt.askAgain(gone, "asked for another name");
  }
  const found = findByKeys(reached.directory, letters);
  const next = reading(found, letters, pageNumber + 1);
  if (digits === moreKey && next.people.length > 0) {
    return {
      twiml: renderAction(action, { ...moment, ...next }),
      event: prompt.event(`Pressed ${digits}: the next names were read`),
    };
  }
  const what = digits === "" ? "Pressed nothing" : `Pressed ${digits}, which is nobody’s key`;
  return prompt.askAgain(what, "the names were read again", reading(found, letters, pageNumber));
}

/** What a moment needs in order to read out one page of the people found. */
function reading(
  found: readonly ListedPerson[],
  letters: string,
  pageNumber: number,
): { people: string[]; names: FoundNames | null } {
  const first = pageNumber * mostPeople;
  const page = found.slice(first, first + mostPeople);
  // All of them may have been deleted in the meantime.
  const names =
    page.length > 0 ? { letters, page, pageNumber, hasMore: found.length > first + mostPeople } : null;
  return { people: page.map(({ id }) => id), names };
}

const countInWords = (count: number): string => (count === 1 ? "1 name" : `${count} names`);
