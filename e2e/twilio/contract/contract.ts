import { z } from "zod";
import contract from "./contract.json";

export type OperationName = keyof typeof contract;

/** What Twilio's description says of one operation: written by `derive.ts`. */
interface Operation {
  /** HTTP status of what went well. */
  status: number;
  required: readonly string[];
  takes: Readonly<Record<string, Fact>>;
  /** Null for an answer without a body. */
  answers: Readonly<Record<string, Fact>> | null;
}
/** A type, a form or the possible values, "?" for what may be null; or a list of such, or an object of them by name. */
type Fact = string | readonly Fact[] | { readonly [name: string]: Fact };

export const operations = contract as unknown as Readonly<Record<OperationName, Operation>>;

const weekday = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const month = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";

const forms: Readonly<Record<string, z.ZodType>> = {
  anything: z.unknown(),
  object: z.record(z.string(), z.unknown()),
  string: z.string(),
  boolean: z.boolean(),
  integer: z.int(),
  number: z.number(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  "date-time": z.iso.datetime(),
  "date-time-rfc-2822": z
    .string()
    .regex(new RegExp(`^${weekday}, \\d\\d ${month} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000$`)),
  endpoint: z.string().regex(/^(\+[1-9]\d{6,14}|sips?:.+)$/),
  "iso-country-code": z.string().regex(/^[A-Z]{2}$/),
  "phone-number": z.e164(),
  twiml: z.string(),
  uri: z.url(),
  "uri-reference": z.string().refine((text) => URL.canParse(text, "https://api.twilio.com"), "no address"),
};

/** @throws for a fact that this file cannot read: a new form needs a line above. */
function schemaOf(fact: Fact): z.ZodType {
  if (Array.isArray(fact)) return z.array(schemaOf(fact[0]));
  if (typeof fact === "object") return z.strictObject(shapeOf(fact as Readonly<Record<string, Fact>>));
  const [, kind = "", end] = /^(.*?)(\?)?$/.exec(fact) ?? [];
  const schema = plainSchemaOf(kind);
  return end ? schema.nullable() : schema;
}

function plainSchemaOf(kind: string): z.ZodType {
  const [, prefix, orNothing] = /^sid ([A-Z]{2})( or nothing)?$/.exec(kind) ?? [];
  if (prefix) return z.string().regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$${orNothing ? "|^$" : ""}`));
  if (kind.startsWith("one of ")) {
    const values = kind.split(" ").slice(2);
    return z.enum(values.map((value) => (value === "nothing" ? "" : value)));
  }
  const schema = forms[kind];
  if (!schema) throw new Error(`Nothing is known of the form “${kind}”.`);
  return schema;
}

const shapeOf = (facts: Readonly<Record<string, Fact>>): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, schemaOf(fact)]));

/** Every field that Twilio's description has, and no other, each in its form. */
export const answerSchema = (name: OperationName): z.ZodType => {
  const { answers } = operations[name];
  return answers === null ? z.null() : z.strictObject(shapeOf(answers));
};

/**
 * What is wrong with a query or a form, parameter by parameter. An empty text takes a setting away, whatever its form.
 * Source: Twilio, "IncomingPhoneNumber resource", Update.
 */
export function faultsOfRequest(name: OperationName, given: URLSearchParams): string[] {
  const { takes, required } = operations[name];
  const missing = required.filter((parameter) => !given.get(parameter)).map((one) => `${one} is missing`);
  const wrong = [...given].flatMap(([parameter, text]) => {
    const fact = takes[parameter];
    if (fact === undefined) return [`Twilio knows no ${parameter}`];
    const schema = schemaOf(Array.isArray(fact) ? fact[0] : fact);
    const isInForm = text === "" || [text, read(text)].some((value) => schema.safeParse(value).success);
    return isInForm ? [] : [`${parameter} is ${text}`];
  });
  return [...missing, ...wrong];
}

/** A number or a yes as it was before it became text. */
function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
