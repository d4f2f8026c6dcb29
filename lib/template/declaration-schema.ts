import { z } from "zod";
import { mostSpokenCharacters } from "./most-spoken-characters";
import { schemaForParameter } from "./parameter-schemas";
import { isReservedWord, parameterKeyForm } from "./reserved-words";
import type { ParameterBounds, ParameterDeclaration, ParameterType } from "./types";

/** Which bounds mean something for which type. */
export const boundsOfType: Readonly<Record<ParameterType, readonly (keyof ParameterBounds)[]>> = {
  text: ["maxLength"],
  longText: ["maxLength"],
  phoneNumber: [],
  number: ["min", "max", "step", "unit"],
  yesNo: [],
  choice: ["options"],
  voice: [],
  audio: [],
  people: ["min", "max"],
  action: [],
  menu: [],
};

const parameterTypes = Object.keys(boundsOfType) as ParameterType[];
const references: readonly ParameterType[] = ["people", "action", "menu"];

const option = z.strictObject({
  value: z.string().regex(/^\S.{0,99}$/, "What an option stands for is a word or two"),
  label: z.string().trim().min(1, "Please name each option").max(100, "An option has 100 characters at most"),
});

const lengthWords = `A longest text has between 1 and ${mostSpokenCharacters} characters`;

const bounds = z.strictObject({
  maxLength: z.int(lengthWords).min(1, lengthWords).max(mostSpokenCharacters, lengthWords).exactOptional(),
  min: z.number("This must be a number").exactOptional(),
  max: z.number("This must be a number").exactOptional(),
  step: z.number("This must be a number").positive("Steps must be more than 0").exactOptional(),
  unit: z.string().trim().min(1).max(30, "A unit has 30 characters at most").exactOptional(),
  options: z.array(option).exactOptional(),
});

/** A parameter as whoever writes a template declares it: the key can be used, and bounds and default fit the type. */
export const declarationSchema: z.ZodType<ParameterDeclaration> = z
  .strictObject({
    key: z
      .string()
      .max(40, "A key has 40 characters at most")
      .regex(parameterKeyForm, "A key begins with a small letter, and goes on with letters and digits")
      .refine((key) => !isReservedWord(key), "This word means something else in templates"),
    label: z.string().trim().min(1, "Please name the parameter").max(80, "A name has 80 characters at most"),
    help: z.string().trim().max(500, "A help text has 500 characters at most"),
    type: z.enum(parameterTypes, { error: "Please choose a type" }),
    isRequired: z.boolean(),
    defaultValue: z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.strictObject({ name: z.string(), language: z.string() }),
      z.null(),
    ]),
    bounds,
  })
  .superRefine((declaration, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    checkBounds(declaration, complain);
    checkDefault(declaration, complain);
  });

/** All parameters of a template, in order: no two share a key. */
export const declarationsSchema: z.ZodType<ParameterDeclaration[]> = z
  .array(declarationSchema)
  .superRefine((declarations, context) => {
    for (const [index, { key }] of declarations.entries()) {
      if (declarations.findIndex((other) => other.key === key) < index) {
        context.addIssue({
          code: "custom",
          path: [index, "key"],
          message: `Two parameters have the key ${key}`,
        });
      }
    }
  });

type Complain = (path: (string | number)[], message: string) => void;

function checkBounds({ type, bounds }: ParameterDeclaration, complain: Complain): void {
  for (const name of Object.keys(bounds) as (keyof ParameterBounds)[]) {
    if (!boundsOfType[type].includes(name)) complain(["bounds", name], "This type has no such bound");
  }
  const { min, max, options } = bounds;
  if (min !== undefined && max !== undefined && min > max) {
    complain(["bounds", "max"], "The largest value is less than the smallest");
  }
  if (
    type === "people" &&
    [min, max].some((bound) => bound !== undefined && (bound < 0 || bound > 10 || bound % 1))
  ) {
    complain(["bounds", "max"], "Between none and ten people can be rung");
  }
  if (type !== "choice") return;
  const values = (options ?? []).map(({ value }) => value);
  if (values.length < 2) complain(["bounds", "options"], "A choice needs two options or more");
  if (new Set(values).size < values.length) complain(["bounds", "options"], "Two options stand for the same");
}

function checkDefault(declaration: ParameterDeclaration, complain: Complain): void {
  const { type, defaultValue } = declaration;
  if (defaultValue === null) return;
  if (references.includes(type)) {
    complain(["defaultValue"], "People, actions and menus have no default: each action chooses its own");
    return;
  }
  const parsed = schemaForParameter(declaration).safeParse(defaultValue);
  // What is stored is the default as given, so it must be one that needs no trimming or reading.
  const isExact = parsed.success && (typeof defaultValue === "object" || parsed.data === defaultValue);
  if (!isExact)
    complain(["defaultValue"], parsed.error?.issues[0]?.message ?? "The default does not fit the type");
}
