import { z } from "zod";
import { hoursSchema } from "@/lib/schedule/hours-schema";
import { declarationsSchema } from "@/lib/template/declaration-schema";
import { isDialable } from "@/lib/template/dialable";
import { sizeLimit } from "@/lib/template/engine";

/** What the first lines of a file say it is. Raised when an older release could no longer read what this one writes. */
export const fileFormat = "switchboard-set-up";
export const fileVersion = 1;

const e164 = z
  .string()
  .regex(/^\+[1-9][0-9]{6,14}$/, "Write the number with + and its country code, digits only.");
const dialable = z
  .string()
  .refine(
    isDialable,
    "Write a number with + and its country code, digits only, or a SIP address such as sip:ana@example.com.",
  );
const name = (longest: number) =>
  z
    .string("A name is missing.")
    .trim()
    .min(1, "A name is missing.")
    .max(longest, `That is too long: at most ${longest} characters.`);
const note = (longest: number) =>
  z.string().trim().max(longest, `That is too long: at most ${longest} characters.`);
const id = z.uuid("An id is 32 digits and letters from a to f, in five groups.").toLowerCase();
const instant = z.iso
  .datetime({ offset: true, error: "Write date and time like 2026-12-24T12:00:00Z." })
  .transform((text) => new Date(text).toISOString());
/** A name in a file, an id everywhere else: see `mapReferences`. */
const reference = z.string().min(1, "A name is missing.").max(200, "That is too long.");
const timeZone = z
  .string()
  .refine(isTimeZone, "There is no such time zone: one is written like Europe/Berlin.");
const days = z.int("A whole number of days.").min(1, "At least one day.").max(3660, "At most 3,660 days.");

const firm = z.strictObject({
  name: name(100),
  country: z.string().regex(/^[A-Z]{2}$/, "A country is two capital letters, such as US."),
  timeZone,
  voice: name(80),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "A language looks like en-US."),
  fallbackNumber: e164.nullable(),
  textBack: z.string().trim().min(1, "Write a text, or null.").max(320, "At most 320 characters.").nullable(),
  keepsCallsDays: days.nullable(),
  keepsVoicemailsDays: days.nullable(),
});

const phoneNumber = z.strictObject({
  number: e164,
  // What Twilio calls a number can be longer than what the form takes.
  name: name(200),
  twilioSid: z
    .string()
    .regex(/^PN[0-9a-f]{32}$/, "A Twilio SID of a number is PN and 32 digits and letters from a to f.")
    .nullable(),
  // Which preview it is at is no part of a set-up.
  isTestNumber: z.boolean().default(false),
});

const schedule = z.strictObject({
  id: id.optional(),
  name: name(100),
  timeZone,
  windows: hoursSchema.shape.windows,
  exceptions: hoursSchema.shape.exceptions,
  override: z
    .strictObject({
      isOpen: z.boolean(),
      until: instant.nullable(),
      reason: z.string().max(500, "At most 500 characters."),
      setBy: name(200),
      setAt: instant,
    })
    .refine(({ until, setAt }) => until === null || until > setAt, {
      path: ["until"],
      error: "It ends before it begins.",
    })
    .nullable(),
});

const recording = z
  .strictObject({
    label: note(200),
    startsAt: instant.nullable(),
    endsAt: instant.nullable(),
    /** The id of a sound. */
    sound: id,
  })
  .refine(
    ({ startsAt, endsAt }) => (startsAt === null ? endsAt === null : endsAt !== null && endsAt > startsAt),
    {
      path: ["endsAt"],
      error: "A recording has both dates in order, or none.",
    },
  );

const greeting = z.strictObject({
  id: id.optional(),
  name: name(200),
  recordings: z.array(recording).max(200, "At most 200 recordings."),
});

const template = z.strictObject({
  id: id.optional(),
  name: name(80),
  description: note(500),
  /** Line by line, so that two files can be compared. */
  body: z
    .array(z.string())
    .min(1, "It has no text.")
    .max(5000, "At most 5,000 lines.")
    .refine((lines) => lines.join("\n").trim() !== "", "It has no text.")
    .refine((lines) => lines.join("\n").length <= sizeLimit, `A template can have ${sizeLimit} characters.`),
  parameters: declarationsSchema,
});

const person = z.strictObject({
  id: id.optional(),
  name: name(200),
  extension: z
    .string()
    .regex(/^[0-9]{2,5}$/, "An extension has two to five digits.")
    .nullable(),
  email: z
    .string()
    .max(320)
    .regex(/^[^@\s]+@[^@\s]+$/, "An e-mail address looks like ana@example.com.")
    .nullable(),
  awayUntil: instant.nullable(),
  dutySchedule: reference.nullable(),
  isToldByEmail: z.boolean(),
  isToldByText: z.boolean(),
  phones: z
    .array(z.strictObject({ label: name(40), number: dialable, isRung: z.boolean() }))
    .max(50, "At most 50 phones.")
    .refine(
      (phones) => new Set(phones.map(({ number }) => number)).size === phones.length,
      "A number is there twice.",
    ),
});

const ringSeconds = z.int().min(5, "At least 5 seconds.").max(600, "At most 600 seconds.").exactOptional();

/** What an action can hold; which of these a parameter takes is for its template to say. */
const value = z.union(
  [
    z.string(),
    z.number(),
    z.boolean(),
    z.strictObject({ name: z.string(), language: z.string() }),
    z.strictObject({ action: reference }),
    z.strictObject({ greeting: reference }),
    z
      .array(
        z.union([
          z.strictObject({ person: reference, ringSeconds }),
          z.strictObject({ number: dialable, ringSeconds }),
        ]),
      )
      .min(1)
      .max(50),
    z
      .array(z.strictObject({ key: z.string().regex(/^[0-9*#]$/), label: name(200), action: reference }))
      .min(1)
      .max(12),
  ],
  "This is nothing that an action can hold.",
);

const action = z.strictObject({
  id: id.optional(),
  name: name(120),
  template: z.union(
    [z.strictObject({ builtIn: z.string().max(100) }), z.strictObject({ own: reference })],
    "Name a template: one of your own, or one that is built in by its key.",
  ),
  values: z.record(z.string().max(40), value),
});

const configuration = z.strictObject({
  id: id.optional(),
  name: name(200),
  phoneNumber: e164,
  schedule: reference,
  openAction: reference,
  closedAction: reference,
  takesKnownCallersOnly: z.boolean(),
  isActive: z.boolean(),
});

const knownCaller = z.strictObject({
  number: e164,
  name: name(200),
  note: note(2000),
  action: reference.nullable(),
});

const blockedCaller = z.strictObject({
  number: z.union(
    [z.literal("anonymous"), e164],
    "Write a number with + and its country code, or anonymous.",
  ),
  note: note(2000),
});

const sound = z.strictObject({
  id,
  contentType: z.enum(["audio/mpeg", "audio/wav"]),
  durationSeconds: z.number().positive("A sound has a length."),
  source: z.enum(["upload", "browser", "phone"]),
  fileName: z.string().max(400),
  /** The sound itself, in base64; left out of a file that was made without sounds. */
  bytes: z
    .base64("This is no base64.")
    .min(1, "The sound is empty.")
    // Four characters for three bytes, of which the database takes 4 MB.
    .max(5_592_408, "A sound has 4 MB at most.")
    .exactOptional(),
});

const many = <Item extends z.ZodType>(item: Item, most = 5000) =>
  z.array(item).max(most, `At most ${most.toLocaleString("en")}.`);

/** The whole set-up of a firm, as a file has it. */
export const setUpSchema = z.strictObject({
  format: z.literal(fileFormat),
  version: z.literal(fileVersion),
  firm,
  phoneNumbers: many(phoneNumber),
  schedules: many(schedule),
  greetings: many(greeting),
  templates: many(template),
  people: many(person),
  actions: many(action),
  configurations: many(configuration),
  knownCallers: many(knownCaller, 50_000),
  blockedCallers: many(blockedCaller, 50_000),
  sounds: many(sound),
});

/** A file as it was read: references are names, and what was written by hand may have no ids. */
export type SetUpFile = z.output<typeof setUpSchema>;

/** The kinds of thing in it, in the order in which one can be made of those before it. */
export const kinds = [
  "phoneNumbers",
  "schedules",
  "greetings",
  "templates",
  "people",
  "actions",
  "configurations",
  "knownCallers",
  "blockedCallers",
] as const;

export type Kind = (typeof kinds)[number];

type Identified<Item> = Item extends { id?: string | undefined } ? Omit<Item, "id"> & { id: string } : Item;

/** The same with an id for everything: references are ids. Numbers, and callers, are known by their number. */
export type SetUp = Omit<SetUpFile, Kind | "format" | "version"> & {
  [Each in Kind]: Identified<SetUpFile[Each][number]>[];
};

export type Entry<Of extends Kind = Kind> = SetUp[Of][number];
export type ActionValueInFile = SetUpFile["actions"][number]["values"][string];

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** What a thing is known by through all its changes. */
export const keyOf = (entry: { id?: string | undefined; number?: string }): string =>
  entry.id ?? entry.number ?? "";
