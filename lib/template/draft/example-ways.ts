import type { BoundValue, CallScope, ParameterDeclaration, PhoneToRing, TemplateScope } from "../types";

/** A value for every parameter and a call to render them for, so that a template can be looked at before it is used. */
export interface ExampleWay {
  /** What is out of the ordinary this way, to follow a sentence: "when “Then” is left empty". Null for the first. */
  when: string | null;
  /** Whether it comes from the call and not from a value that somebody chose. */
  isSituation: boolean;
  scope: TemplateScope;
}

type Declared = Pick<
  ParameterDeclaration,
  "key" | "label" | "type" | "isRequired" | "defaultValue" | "bounds"
>;

const origin = "https://switchboard.example";

const firmVoice = { name: "Polly.Joanna-Neural", language: "en-US" };

/** More tell nothing new, and each costs a rendering while somebody types. */
const mostWays = 40;

/**
 * The ways that a call can go through a template, as far as its declaration tells: everything filled in; one thing left
 * empty or chosen otherwise; a withheld number, nobody to ring, a message kept. The first is the one to show.
 */
export function exampleWays(
  parameters: readonly Declared[],
  { ringsSip }: { ringsSip: boolean },
): ExampleWay[] {
  const call = exampleCall(parameters);
  const values = Object.fromEntries(parameters.map((parameter) => [parameter.key, exampleValue(parameter)]));
  const scope: TemplateScope = { ...values, ...call };
  const way = (when: string, changed: Record<string, unknown>, isSituation = false): ExampleWay => ({
    when,
    isSituation,
    scope: { ...scope, ...changed },
  });
  const nobody = Object.fromEntries(
    parameters.filter(({ type }) => type === "people").map(({ key }) => [key, []]),
  );
  const withheld = { number: null, name: null, city: null, country: null };
  return [
    { when: null, isSituation: false, scope },
    way("when the caller's number is withheld", { caller: withheld }, true),
    way("when nobody is there to be rung", nobody, true),
    way("when people are rung, or a menu is read, for the second time", { round: 2 }, true),
    way("when it is the second person's turn", { turn: 1 }, true),
    way("when the caller has chosen somebody", { chosen: examplePhones("chosen") }, true),
    way("when names are read out", { directory: exampleNames }, true),
    way("when a message has been recorded", { recorded: true }, true),
    way("when the caller has been asked for their name", { named: true }, true),
    ...(ringsSip ? sipWays(parameters) : []).map((changed) =>
      way("when it is a SIP phone that is rung", changed, true),
    ),
    // A choice of forty would leave no room for the others.
    ...parameters
      .map((parameter) =>
        otherValues(parameter).map(([when, value]) => way(when, { [parameter.key]: value })),
      )
      .toSorted((one, other) => one.length - other.length)
      .flat(),
  ].slice(0, mostWays);
}

function otherValues({ label, type, isRequired, defaultValue, bounds }: Declared): [string, BoundValue][] {
  if (type === "yesNo") {
    const isYes = defaultValue !== false;
    return [[`when “${label}” is ${isYes ? "no" : "yes"}`, !isYes]];
  }
  const options = type === "choice" ? (bounds.options ?? []) : [];
  const chosen = options.map(({ value, label: option }): [string, BoundValue] => [
    `when “${label}” is “${option}”`,
    value,
  ]);
  // A voice is never empty, and a default stands in for what is left empty.
  const canBeEmpty = !isRequired && defaultValue === null && type !== "voice";
  const empty = type === "people" || type === "menu" ? [] : null;
  return canBeEmpty ? [...chosen, [`when “${label}” is left empty`, empty]] : chosen;
}

/** What a template might be given for a parameter: its default, or else something that its type and bounds allow. */
function exampleValue({ key, label, type, defaultValue, bounds }: Declared): BoundValue {
  const { min = 0, max, maxLength, options } = bounds;
  if (type === "audio" && typeof defaultValue === "string" && defaultValue.startsWith("/")) {
    return origin + defaultValue;
  }
  if (defaultValue !== null) return defaultValue;
  switch (type) {
    case "text":
    case "longText":
      return `${label} goes here.`.slice(0, maxLength);
    case "phoneNumber":
      return "+12125550142";
    case "number":
      return Math.min(Math.max(min, 1), max ?? Number.POSITIVE_INFINITY);
    case "yesNo":
      return true;
    case "choice":
      return options?.[0]?.value ?? null;
    case "voice":
      return firmVoice;
    case "audio":
      return `${origin}/sounds/example.mp3`;
    case "people":
      return examplePhones(key).slice(0, Math.max(1, max ?? 2));
    case "action":
      return { name: label };
    case "menu":
      return [
        { key: "1", label: "Sales" },
        { key: "2", label: "Service" },
      ];
  }
}

/** Numbers that are nobody's: 555-01 is kept for examples (North American Numbering Plan). */
function examplePhones(key: string): PhoneToRing[] {
  return ["Ana", "Ben"].map((name, index) => ({
    name,
    number: `+1212555010${index + 1}`,
    isSip: false,
    ringSeconds: null,
    screen: `${origin}/api/voice/screen/${key}/${index}`,
  }));
}

/** One: every list of people at once, or whoever the caller has chosen, with a SIP address in place of the numbers. */
function sipWays(parameters: readonly Declared[]): Record<string, PhoneToRing[]>[] {
  const lists = parameters.filter(({ type }) => type === "people");
  const sip = (key: string) =>
    examplePhones(key)
      .slice(0, 1)
      .map((phone) => ({ ...phone, isSip: true, number: `sip:${phone.name}@example.com` }));
  const changed = Object.fromEntries(lists.map(({ key }) => [key, sip(key)]));
  return lists.length > 0 ? [changed] : [{ chosen: sip("chosen") }];
}

const exampleNames: CallScope["directory"] = {
  matches: [
    { key: "1", name: "Ana Ruiz" },
    { key: "2", name: "Ben Odell" },
  ],
  hasMore: true,
};

function exampleCall(parameters: readonly Declared[]): CallScope {
  const urls = (step: string, wanted: Declared["type"] = "action") =>
    Object.fromEntries(
      parameters
        .filter(({ type }) => type === wanted)
        .map(({ key }) => [key, `${origin}/api/voice/${step}/${key}`]),
    );
  return {
    caller: { number: "+12125550142", name: "Sam Reed", city: "New York", country: "US" },
    line: { name: "Main line", number: "+12125550100" },
    firm: { name: "Our office" },
    steps: {
      go: urls("go"),
      menu: urls("menu", "menu"),
      extension: `${origin}/api/voice/extension`,
      directory: `${origin}/api/voice/directory`,
      afterDial: urls("after-dial"),
      afterRecord: urls("after-record"),
      afterName: urls("after-name"),
      recorded: `${origin}/api/voice/recorded`,
      transcribed: `${origin}/api/voice/transcribed`,
    },
    chosen: null,
    directory: { matches: [], hasMore: false },
    turn: 0,
    round: 1,
    recorded: false,
    named: false,
  };
}
