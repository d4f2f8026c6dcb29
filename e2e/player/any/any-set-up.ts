import fc from "fast-check";
import { builtInTemplates } from "@/lib/template/built-in/declarations";
import { schemaForParameter } from "@/lib/template/parameter-schemas";
import type { ParameterDeclaration, ScalarValue } from "@/lib/template/types";
import type { PersonEntry } from "@/lib/template/value-schemas";

/** What a random action gives for a parameter. Actions and people are places in their lists; null is left empty. */
export type AnyValue =
  | { kind: "value"; value: ScalarValue }
  | { kind: "people"; people: { person: number | null; ringSeconds: PersonEntry["ringSeconds"] }[] }
  | { kind: "action"; action: number }
  | { kind: "menu"; choices: { key: string; label: string; action: number }[] }
  | null;

export interface AnyAction {
  template: string;
  values: Record<string, AnyValue>;
}

interface AnyPerson {
  name: string;
  extension: string | null;
  phones: number;
  /** Whether the first of the phones is on a desk, and rung over SIP. */
  hasDesk: boolean;
  isAway: boolean;
  /** Whether their own hours never come. */
  isOffDuty: boolean;
}

/** Who calls, for the firm: somebody with a number alone may be more than a stranger. */
export type Standing = "stranger" | "known" | "straightThrough" | "blocked";

export interface AnySetUp {
  people: AnyPerson[];
  /** They may lead to one another in any way, in circles too. */
  actions: AnyAction[];
  /** By its week, by a rule for today, or by somebody's word that holds for now. */
  openness: { isOpen: boolean; by: "week" | "exception" | "override" };
  isActive: boolean;
  takesKnownCallersOnly: boolean;
  standing: Standing;
}

const mostActions = 6;
const mostPeople = 4;

/** What some of the people can be dialled by. */
export const extensions = ["12", "34", "567"];

/** True once for so many times that it is not. */
export const seldom = (weight: number): fc.Arbitrary<boolean> =>
  fc.oneof({ arbitrary: fc.constant(false), weight }, { arbitrary: fc.constant(true), weight: 1 });

/** Words as staff type them, and what would be markup. */
const words = fc.oneof(
  fc.constantFrom(
    "Hello & welcome to <Ödön>’s “shop”.",
    "]]><Hangup/>",
    "{{ caller.number }}",
    "1 + 1 = 2",
    "喂？",
  ),
  fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }),
);

/** Of a declared type and within its bounds, as a form would take it; a reference may be missing all the same. */
function anyValue(declared: ParameterDeclaration): fc.Arbitrary<AnyValue> {
  const { type, bounds, isRequired } = declared;
  const scalar = (value: fc.Arbitrary<ScalarValue>): fc.Arbitrary<AnyValue> => {
    const fits = schemaForParameter(declared);
    const filled = value
      .filter((candidate) => fits.safeParse(candidate).success)
      .map((candidate): AnyValue => ({ kind: "value", value: candidate }));
    return isRequired && declared.defaultValue === null ? filled : fc.option(filled, { freq: 3 });
  };
  const action = fc.nat(mostActions - 1);
  switch (type) {
    case "text":
    case "longText":
      return scalar(words.filter((text) => text.trim() !== ""));
    case "phoneNumber":
      return scalar(fc.constantFrom("+12025550142", "+442079460100"));
    case "number":
      return scalar(fc.integer({ min: bounds.min ?? 0, max: bounds.max ?? 100 }));
    case "yesNo":
      return scalar(fc.boolean());
    case "choice":
      return scalar(fc.constantFrom(...(bounds.options ?? []).map(({ value }) => value)));
    case "voice":
      return scalar(
        fc.constantFrom(
          { name: "Polly.Amy-Neural", language: "en-GB" },
          { name: "Google.de-DE-Standard-A", language: "de-DE" },
        ),
      );
    case "audio":
      return scalar(fc.constantFrom("/sounds/chime.wav", "https://sounds.example.com/a%20b.mp3?x=1&y=2"));
    case "people":
      return fc
        .array(
          fc.record({
            person: fc.option(fc.nat(mostPeople - 1)),
            ringSeconds: fc.option(fc.integer({ min: 5, max: 60 }), { nil: undefined }),
          }),
          { maxLength: bounds.max ?? 10 },
        )
        .map((people) => ({ kind: "people", people }));
    case "action":
      return fc.option(
        action.map((place): AnyValue => ({ kind: "action", action: place })),
        { freq: 4 },
      );
    case "menu":
      return fc
        .uniqueArray(
          fc.record({
            key: fc.constantFrom(..."0123456789*#"),
            label: words.map((text) => text.trim()).filter((text) => text !== ""),
            action,
          }),
          { maxLength: 6, selector: ({ key }) => key },
        )
        .map((choices) => ({ kind: "menu", choices }));
  }
}

/** Any action of any template that ships with the app, one that is added tomorrow too. */
const anyAction: fc.Arbitrary<AnyAction> = fc
  .constantFrom(...builtInTemplates)
  .chain(({ key, parameters }) =>
    fc
      .record(Object.fromEntries(parameters.map((declared) => [declared.key, anyValue(declared)])))
      .map((values) => ({ template: key, values })),
  );

const anyPerson = fc.record({
  name: fc.constantFrom("Ana Lima", "Ben O’Dell", "Łukasz Żak", "李 雷"),
  extension: fc.option(fc.constantFrom(...extensions)),
  phones: fc.integer({ min: 1, max: 4 }),
  hasDesk: seldom(4),
  isAway: fc.boolean(),
  isOffDuty: seldom(4),
});

export const anySetUp: fc.Arbitrary<AnySetUp> = fc.record({
  people: fc.uniqueArray(anyPerson, { maxLength: mostPeople, selector: ({ extension }) => extension ?? {} }),
  actions: fc.array(anyAction, { minLength: 1, maxLength: mostActions }),
  openness: fc.record({
    isOpen: fc.boolean(),
    by: fc.constantFrom("week", "week", "exception", "override"),
  }),
  isActive: seldom(12).map((isInactive) => !isInactive),
  takesKnownCallersOnly: seldom(7),
  standing: fc.constantFrom(
    ...Array<Standing>(12).fill("stranger"),
    "known",
    "known",
    "straightThrough",
    "straightThrough",
    "blocked",
  ),
});
