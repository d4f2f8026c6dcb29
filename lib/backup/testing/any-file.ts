import fc from "fast-check";
import { encodeWav } from "@/lib/audio/encode-wav";
import { exampleMp3 } from "@/lib/audio/testing/example-sounds";
import type { SetUpFile } from "../set-up";

/** What somebody might call something, and what has broken other programs. */
const odd = fc.constantFrom(
  "Büro",
  "<Say>&amp;",
  'O\'Hara "99"',
  "__proto__",
  "constructor",
  "中文 ☎",
  "a\\nb",
  "%s; --",
);

const named = (what: string) =>
  fc.tuple(odd, fc.integer({ min: 0, max: 99 })).map(([words, number]) => `${what} ${words} ${number}`);

const several = <Item>(
  item: fc.Arbitrary<Item>,
  key: (item: Item) => unknown,
  maxLength = 4,
  minLength = 0,
) => fc.uniqueArray(item, { selector: key, maxLength, minLength });

const instant = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2029-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const number = (prefix: string) =>
  fc.integer({ min: 1_000_000, max: 9_999_999 }).map((rest) => `+1555${prefix}${rest}`);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${`${hour}`.padStart(2, "0")}:${`${minute}`.padStart(2, "0")}`);
const window = fc.record({ opensAt: time, closesAt: fc.oneof(time, fc.constant("24:00")) });
const weekday = fc.constantFrom(1, 2, 3, 4, 5, 6, 7) as fc.Arbitrary<1 | 2 | 3 | 4 | 5 | 6 | 7>;
const orNull = <Item>(item: fc.Arbitrary<Item>) => fc.option(item, { nil: null });

/** Days of months of their own, so that no two share a date. */
const exceptions = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }).chain((months) =>
  fc.tuple(
    ...months.map((month) =>
      fc.record({
        startsOn: fc.constant(`2027-${`${month}`.padStart(2, "0")}-03`),
        endsOn: fc.constantFrom("03", "09").map((day) => `2027-${`${month}`.padStart(2, "0")}-${day}`),
        label: named("Holiday"),
        windows: fc.array(window, { maxLength: 2 }),
      }),
    ),
  ),
);

const override = fc.record({
  isOpen: fc.boolean(),
  // A leap year: any other has no 29 February.
  until: orNull(instant.map((text) => text.replace(/^\d+/, "2032"))),
  reason: odd,
  setBy: named("Staff"),
  setAt: instant,
});

const schedule = fc.record({
  name: named("Schedule"),
  timeZone: fc.constantFrom("Europe/Berlin", "America/New_York", "Australia/Lord_Howe"),
  windows: fc.array(
    fc.tuple(weekday, window).map(([day, hours]) => ({ weekday: day, ...hours })),
    { maxLength: 6 },
  ),
  exceptions,
  override: orNull(override),
});

const declare = (key: string, type: SetUpFile["templates"][number]["parameters"][number]["type"]) => ({
  key,
  type,
  label: `The ${key}`,
  help: "",
  isRequired: false,
  defaultValue: null,
  bounds:
    type === "choice"
      ? {
          options: [
            { value: "a", label: "A" },
            { value: "b", label: "B <b>" },
          ],
        }
      : {},
});

const declared = [
  declare("words", "text"),
  declare("number", "phoneNumber"),
  declare("count", "number"),
  declare("isSo", "yesNo"),
  declare("choice", "choice"),
  declare("speaker", "voice"),
  declare("sound", "audio"),
  declare("people", "people"),
  declare("next", "action"),
  declare("menu", "menu"),
];

const template = fc.record({
  name: named("Template"),
  description: odd,
  body: fc
    .constantFrom("<Response>\n  <Say>Hello</Say>\n</Response>", "<Response><Hangup/></Response>")
    .map((text) => text.split("\n")),
  parameters: fc.constant(declared),
});

const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

const sound = fc
  .record({
    id: fc.uuid({ version: 4 }),
    durationSeconds: fc.constantFrom(0.1, 1.5, 12.25),
    source: fc.constantFrom("upload" as const, "browser" as const, "phone" as const),
    fileName: fc.constantFrom("", "grüße.mp3"),
    isMp3: fc.boolean(),
    samples: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 }),
  })
  .map(({ isMp3, samples, ...rest }) => ({
    ...rest,
    contentType: isMp3 ? ("audio/mpeg" as const) : ("audio/wav" as const),
    bytes: encoded(isMp3 ? exampleMp3() : encodeWav(Float32Array.from(samples), 8000)),
  }));

const parts = fc.record({
  firm: fc.record({
    name: named("Firm"),
    country: fc.constantFrom("US", "DE"),
    timeZone: fc.constantFrom("Europe/Berlin", "America/New_York"),
    voice: fc.constant("Polly.Joanna-Neural"),
    language: fc.constant("en-US"),
    fallbackNumber: orNull(number("9")),
    textBack: orNull(odd),
    keepsCallsDays: orNull(fc.integer({ min: 1, max: 3660 })),
    keepsVoicemailsDays: orNull(fc.integer({ min: 1, max: 3660 })),
  }),
  phoneNumbers: several(
    fc.record({
      number: number("2"),
      name: named("Line"),
      twilioSid: orNull(fc.stringMatching(/^PN[0-9a-f]{32}$/)),
      isTestNumber: fc.boolean(),
    }),
    (one) => one.number,
    3,
    1,
  ),
  schedules: several(schedule, (one) => one.name, 3, 1),
  templates: several(template, (one) => one.name.toLowerCase(), 2),
  people: fc.array(
    fc.record({
      name: fc.oneof(fc.constant("Two of this name"), named("Person")),
      email: orNull(fc.constant("ana@example.com")),
      awayUntil: orNull(instant),
      isToldByEmail: fc.boolean(),
      isToldByText: fc.boolean(),
      phones: several(
        fc.record({
          label: odd,
          number: fc.oneof(number("3"), fc.constant("sip:ana@example.com:5060;transport=tls")),
          isRung: fc.boolean(),
        }),
        (one) => one.number,
        2,
      ),
    }),
    { maxLength: 4 },
  ),
  actionNames: several(named("Action"), (one) => one.toLowerCase(), 5, 2),
  sounds: several(sound, (one) => one.id, 3, 1),
  callers: several(fc.record({ number: number("4"), note: odd }), (one) => one.number, 3),
  isAnonymousBlocked: fc.boolean(),
  seed: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
});

/** Any set-up that the forms allow, as a file without ids: whoever reads it gives them. */
export const anyFile: fc.Arbitrary<SetUpFile> = parts.chain((made) => {
  const { actionNames, sounds, callers, isAnonymousBlocked, seed, ...rest } = made;
  let at = 0;
  const roll = (sides: number) => (seed[at++ % seed.length] ?? 0) % sides;
  const pick = <Item>(items: readonly Item[]): Item => items[roll(items.length)] as Item;
  const people = rest.people.map((person, index) => ({
    ...person,
    id: `00000000-0000-4000-8000-00000000000${index}`,
    extension: roll(2) ? `10${index}` : null,
    dutySchedule: roll(2) ? pick(rest.schedules).name : null,
  }));
  const greetings = sounds.map(({ id }, index) => ({
    name: `Greeting ${index}`,
    recordings: [
      { label: "", startsAt: null, endsAt: null, sound: id },
      ...(roll(2)
        ? [
            {
              label: "Christmas",
              startsAt: "2026-12-24T12:00:00.000Z",
              endsAt: "2026-12-27T09:00:00.000Z",
              sound: pick(sounds).id,
            },
          ]
        : []),
    ],
  }));
  const actions = actionNames.map((name): SetUpFile["actions"][number] => {
    if (rest.templates.length === 0 || roll(3) === 0) {
      return {
        name,
        template: { builtIn: "say" },
        values: { text: pick(["Hello <b>", "Guten Tag"]), next: { action: pick(actionNames) } },
      };
    }
    const values: SetUpFile["actions"][number]["values"] = {};
    if (roll(2)) values.words = 'Caf\u00e9 \\ "x"';
    if (roll(2)) values.number = "+15554000000";
    if (roll(2)) values.count = 7;
    if (roll(2)) values.isSo = roll(2) === 0;
    if (roll(2)) values.choice = "b";
    if (roll(2)) values.speaker = { name: "Polly.Amy", language: "en-GB" };
    if (roll(2)) values.sound = roll(2) ? { greeting: pick(greetings).name } : "https://example.com/a.mp3";
    if (roll(2)) {
      values.people = [
        { number: "+15554000001", ringSeconds: 20 },
        ...(people.length > 0 ? [{ person: pick(people).id }] : []),
      ];
    }
    if (roll(2)) values.next = { action: pick(actionNames) };
    if (roll(2))
      values.menu = [
        { key: "1", label: "Sales", action: pick(actionNames) },
        { key: "*", label: "Rest", action: pick(actionNames) },
      ];
    return { name, template: { own: pick(rest.templates).name }, values };
  });
  const configurations = rest.phoneNumbers.map(({ number: called, name }, index) => ({
    name: `Configuration ${index} of ${name}`,
    phoneNumber: called,
    schedule: pick(rest.schedules).name,
    openAction: pick(actionNames),
    closedAction: pick(actionNames),
    takesKnownCallersOnly: roll(2) === 0,
    isActive: roll(2) === 0,
  }));
  return fc.constant({
    format: "switchboard-set-up" as const,
    version: 1 as const,
    firm: rest.firm,
    phoneNumbers: rest.phoneNumbers.filter(
      ({ twilioSid }, index) =>
        twilioSid === null || rest.phoneNumbers.findIndex((one) => one.twilioSid === twilioSid) === index,
    ),
    schedules: rest.schedules,
    greetings,
    templates: rest.templates,
    people,
    actions,
    configurations,
    knownCallers: callers.map((caller) => ({
      ...caller,
      name: "Ana",
      action: roll(2) ? pick(actionNames) : null,
    })),
    blockedCallers: [...callers.slice(1), ...(isAnonymousBlocked ? [{ number: "anonymous", note: "" }] : [])],
    sounds,
  });
});
