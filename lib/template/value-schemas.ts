import { z } from "zod";
import { isDialable } from "./dialable";
import { forbiddenAt } from "./escape-xml";
import type { GreetingChoice } from "./greeting-choice";
import { mostSpokenCharacters } from "./most-spoken-characters";
import type { ParameterBounds, ParameterDeclaration, ParameterType, ScalarValue } from "./types";

/** Twilio: at most ten nouns in one `<Dial>`. */
const mostEntries = 10;

type Described = Pick<ParameterDeclaration, "label" | "bounds">;

export type PersonEntry = z.infer<ReturnType<typeof personEntry>>;
export type MenuEntry = z.infer<typeof menuEntry>;

/** What an action holds for a parameter. People, actions and greetings are ids of rows of their own. */
export type ActionValue = ScalarValue | PersonEntry[] | MenuEntry[] | GreetingChoice | null;

type SchemaFor = (described: Described) => z.ZodType<ActionValue>;

/** For each type, the schema of a value that is not empty. */
export const valueSchemas: Readonly<Record<ParameterType, SchemaFor>> = {
  text: spoken,
  longText: spoken,
  phoneNumber: ({ label }) => phoneNumber(label),
  number,
  yesNo: ({ label }) => z.boolean({ error: `Please choose yes or no for “${label}”` }),
  choice: ({ label, bounds }) =>
    z.enum(
      (bounds.options ?? []).map(({ value }) => value),
      { error: `Please choose one for “${label}”` },
    ),
  voice,
  audio,
  people,
  action: ({ label }) => z.uuid(`Please choose an action for “${label}”`),
  menu,
};

function spoken({ label, bounds }: Described) {
  const most = Math.min(bounds.maxLength ?? mostSpokenCharacters, mostSpokenCharacters);
  return z
    .string({ error: `Please fill in “${label}”` })
    .max(most, `${label} can have ${most} characters at most`)
    .refine(
      (text) => forbiddenAt(text) === -1,
      `${label} holds a character that cannot be spoken; please type it again`,
    );
}

function phoneNumber(label: string) {
  const message = `${label} is written with + and the country code, digits only, like +14155550123`;
  return z.string({ error: message }).regex(/^\+[1-9]\d{6,14}$/, message);
}

function number({ label, bounds }: Described) {
  const { min, max, step = 1 } = bounds;
  const inRange = `${label} must be ${describeRange(bounds)}`;
  const inSteps = step === 1 ? `${label} must be a whole number` : `${label} goes in steps of ${step}`;
  return z
    .number({ error: inRange })
    .min(min ?? Number.NEGATIVE_INFINITY, inRange)
    .max(max ?? Number.POSITIVE_INFINITY, inRange)
    .refine((value) => isMultiple(value - (min ?? 0), step), inSteps);
}

function describeRange({ min, max, unit }: ParameterBounds): string {
  const counted = unit ? ` ${unit}` : "";
  if (min !== undefined && max !== undefined) return `between ${min} and ${max}${counted}`;
  if (min !== undefined) return `at least ${min}${counted}`;
  return max === undefined ? "a number" : `at most ${max}${counted}`;
}

/** Steps such as 0.1 have no exact binary form. */
function isMultiple(value: number, step: number): boolean {
  return Math.abs(value / step - Math.round(value / step)) < 1e-9;
}

function voice({ label }: Described) {
  const error = `Please choose a voice for “${label}”`;
  return z.strictObject(
    {
      // Some voices are called by accented names, such as “Mía”.
      name: z.string({ error }).regex(/^[A-Za-z][\p{L}\w.-]{0,79}$/u, error),
      language: z.string({ error }).regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, error),
    },
    error,
  );
}

const greetingChoice = z.strictObject({ greetingId: z.uuid() });

function audio({ label }: Described) {
  const message = `${label} is a greeting of the library, a sound of ours, or an address that begins with https://`;
  const isSound = (address: string) =>
    /^\/sounds\/[A-Za-z0-9][\w.-]*$/.test(address) || isSecureAddress(address);
  const address = z.string({ error: message }).max(2000, message).refine(isSound, message);
  return z.union([address, greetingChoice], { error: message });
}

/** `URL` would forgive spaces and control characters, and drop them. */
function isSecureAddress(address: string): boolean {
  return /^https:\/\/[^\s\\]+$/i.test(address) && forbiddenAt(address) === -1 && URL.canParse(address);
}

function people({ label, bounds }: Described) {
  const { min = 0, max = mostEntries } = bounds;
  return z
    .array(personEntry(label), { error: `Please choose people or numbers for “${label}”` })
    .min(min, min === 1 ? `Please choose somebody for “${label}”` : `${label} needs at least ${min} entries`)
    .max(max, max === 1 ? `${label} takes one person or number` : `${label} can have ${max} entries at most`);
}

const dialable = z
  .string()
  .refine(
    isDialable,
    "A number is written with + and the country code, like +14155550123, and a SIP address like sip:ana@example.com",
  );

function personEntry(label: string) {
  const range = "The ring time of one entry must be between 5 and 60 seconds";
  const ringSeconds = z.int({ error: range }).min(5, range).max(60, range).exactOptional();
  return z.union(
    [
      z.strictObject({ personId: z.uuid(`Please choose somebody for “${label}”`), ringSeconds }),
      z.strictObject({ number: dialable, ringSeconds }),
    ],
    `An entry of “${label}” is a person, a number or a SIP address`,
  );
}

const menuEntry = z.strictObject({
  key: z.string().regex(/^[0-9*#]$/, "A key is a digit, * or #"),
  label: z
    .string()
    .trim()
    .min(1, "Please say what the key is for")
    .max(200, "What the key is for can have 200 characters at most")
    .refine(
      (text) => forbiddenAt(text) === -1,
      "This holds a character that cannot be spoken; please type it again",
    ),
  actionId: z.uuid("Please choose an action for the key"),
});

function menu({ label }: Described) {
  return z
    .array(menuEntry, { error: `Please choose keys for “${label}”` })
    .refine(
      (entries) => new Set(entries.map(({ key }) => key)).size === entries.length,
      `${label} has a key twice`,
    );
}
