import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import { bindValues } from "../bind-values";
import { compileTemplate } from "../compile-template";
import { declarationsSchema } from "../declaration-schema";
import { withoutForbidden } from "../escape-xml";
import { renderTemplate } from "../render-template";
import { exampleCall, phones } from "../testing/example-call";
import { anyText, hostileTexts } from "../testing/hostile-texts";
import { everyElement, findElement, readXml, skeletonOf, type XmlElement } from "../testing/read-xml";
import type { BoundValue, CallScope, ParameterDeclaration } from "../types";
import { type BuiltInTemplate, builtInTemplates } from "./declarations";

type Values = Record<string, BoundValue>;

const firmVoice = { name: "Polly.Amy-Neural", language: "en-GB" };
const team = phones("Ada", "Grace", "Joan");

const compiledBuiltIns = new Map(
  builtInTemplates.map(({ key, parameters }) => {
    const body = readFileSync(join(import.meta.dirname, `${key}.twiml`), "utf8");
    return [key, compileTemplate({ body, parameters })];
  }),
);

const getBuiltIn = (key: string): BuiltInTemplate => {
  const template = builtInTemplates.find((candidate) => candidate.key === key);
  if (!template) throw new Error(`There is no ${key}`);
  return template;
};

function render({ key, parameters }: BuiltInTemplate, values: Values, call: Partial<CallScope> = {}): string {
  const keysOf = (wanted: ParameterDeclaration["type"]) =>
    parameters.filter(({ type }) => type === wanted).map((parameter) => parameter.key);
  const compiled = compiledBuiltIns.get(key);
  if (!compiled) throw new Error(`${key} is not compiled`);
  return renderTemplate(compiled, {
    ...bindValues(parameters, values, firmVoice),
    ...exampleCall(keysOf("action"), keysOf("menu")),
    ...call,
  });
}

const twiml = (key: string, values: Values = {}, call: Partial<CallScope> = {}): XmlElement =>
  readXml(render(getBuiltIn(key), values, call));

const verbs = (response: XmlElement): string[] => response.children.map(({ name }) => name);

function filledValue({ type, bounds }: ParameterDeclaration, text: string): BoundValue {
  if (type === "people") return team.slice(0, bounds.max);
  if (type === "action") return { name: text };
  if (type === "menu") return [{ key: "1", label: text }];
  if (type === "text" || type === "longText") return text;
  if (type === "number") return bounds.max ?? 1;
  if (type === "audio") return "https://office.example/sounds/hello.mp3?a=1&b=2";
  if (type === "choice") return bounds.options?.at(-1)?.value ?? null;
  if (type === "voice") return { name: "Polly.Joanna", language: "en-US" };
  return true;
}

const filledValues = ({ parameters }: BuiltInTemplate, text: string): Values =>
  Object.fromEntries(parameters.map((parameter) => [parameter.key, filledValue(parameter, text)]));

const withheld = { number: null, name: null, city: null, country: null };
const situations: readonly [string, Partial<CallScope>][] = [
  ["at first", {}],
  ["when ringing once more", { round: 2 }],
  ["at somebody's turn", { turn: 1 }],
  ["when somebody has been chosen", { chosen: team }],
  ["when whoever was chosen is away", { chosen: [] }],
  ["when names are read out", { directory: { matches: [{ key: "1", name: "Ada" }], hasMore: true } }],
  ["after a recording", { recorded: true }],
  ["once the caller has said their name", { named: true }],
  ["for a caller who withholds the number", { caller: withheld }],
];

test("exactly the templates of this release are offered", () => {
  expect(builtInTemplates.map(({ key }) => key).sort()).toEqual([
    "directory",
    "extension",
    "go-to-action",
    "hang-up",
    "menu",
    "play",
    "reject",
    "ring-all",
    "ring-in-turn",
    "ring-one",
    "say",
    "voicemail",
  ]);
});

describe.each(builtInTemplates.map((template) => [template.key, template] as const))("%s", (_, template) => {
  test("declares parameters that could be declared in the editor", () => {
    expect(declarationsSchema.safeParse(template.parameters).error?.issues ?? []).toEqual([]);
  });

  describe.each(situations)("%s", (_, call) => {
    test.each<[string, Values]>([
      ["its defaults", {}],
      ["everything filled in", filledValues(template, "Good morning")],
      ["hostile texts", filledValues(template, hostileTexts.slice(0, 20).join(" "))],
    ])("is right TwiML with %s", (_, values) => {
      const xml = render(template, values, call);
      expect(checkTwiml(xml).filter(({ severity }) => severity === "error")).toEqual([]);
    });

    test.each<[string, Values]>([
      ["its defaults", {}],
      ["everything filled in", filledValues(template, "Good morning")],
    ])("is never silent, and ends with %s", (_, values) => {
      const last = readXml(render(template, values, call)).children.at(-1);
      expect(["Redirect", "Hangup", "Reject", "Dial"]).toContain(last?.name);
      if (last?.name === "Hangup") expect(verbs(readXml(render(template, values, call)))).toContain("Say");
    });
  });

  test("keeps its elements and attributes whatever the texts and the caller are", () => {
    const plain = skeletonOf(readXml(render(template, filledValues(template, "x"))));
    const property = fc.property(anyText, anyText, (text, name) => {
      // An empty text is a text left out, which is another case.
      fc.pre(text.trim() !== "");
      const caller = { number: name, name, city: name, country: name };
      const xml = render(template, filledValues(template, text), { caller });
      const root = readXml(xml);
      expect(skeletonOf(root)).toBe(plain);
      for (const element of everyElement(root)) {
        if (element.name === "Say") expect(element.text).toBe(withoutForbidden(text));
      }
    });
    fc.assert(property, { numRuns: 100 });
  }, 60_000);
});

describe("say", () => {
  test("speaks the text with the chosen voice and hangs up", () => {
    const response = twiml("say", {
      text: "We are <closed> & away",
      voice: { name: "Polly.Joanna", language: "en-US" },
    });
    expect(verbs(response)).toEqual(["Say", "Hangup"]);
    expect(findElement(response, "Say")).toMatchObject({
      text: "We are <closed> & away",
      attributes: { voice: "Polly.Joanna", language: "en-US" },
    });
  });
  test("speaks with the firm's voice where none is chosen", () => {
    expect(findElement(twiml("say"), "Say").attributes).toEqual({
      voice: "Polly.Amy-Neural",
      language: "en-GB",
    });
  });
  test("goes on to the next action", () => {
    const response = twiml("say", { next: { name: "Voicemail" } });
    expect(verbs(response)).toEqual(["Say", "Redirect"]);
    expect(findElement(response, "Redirect").text).toBe("https://office.example/api/voice/go/next");
  });
});

test("play plays the recording and hangs up or goes on", () => {
  const recording = "https://office.example/sounds/hello.mp3?a=1&b=2";
  const response = twiml("play", { recording });
  expect(findElement(response, "Play").text).toBe(recording);
  expect(verbs(response)).toEqual(["Play", "Hangup"]);
  expect(verbs(twiml("play", { recording, next: { name: "Voicemail" } }))).toEqual(["Play", "Redirect"]);
});

test.each([
  ["that they may press a key", {}, "For sales, press 1."],
  ["that they may speak too", { isSpoken: true }, "For sales, say sales or press 1."],
  ["in the manager's own words", { isSpoken: true, sentence: "[choice]? [key]!" }, "sales? 1!"],
])("a menu tells callers %s", (_, values, sentence) => {
  const response = twiml("menu", { ...values, choices: [{ key: "1", label: "sales" }] });
  const said = [...everyElement(response)].flatMap(({ name, text }) => (name === "Say" ? [text] : []));
  expect(said).toContain(sentence);
});

test("hang-up says its sentence first", () => {
  const response = twiml("hang-up", { sentence: "Goodbye." });
  expect(verbs(response)).toEqual(["Say", "Hangup"]);
  expect(findElement(response, "Say").text).toBe("Goodbye.");
});

test.each([
  ["as busy, unless something else is chosen", {}, "busy"],
  ["as not in service", { reason: "rejected" }, "rejected"],
])("reject turns the call away %s", (_, values, reason) => {
  expect(findElement(twiml("reject", values), "Reject").attributes).toEqual({ reason });
});

test("go-to-action goes to its action", () => {
  const response = twiml("go-to-action", { target: { name: "Voicemail" } });
  expect(verbs(response)).toEqual(["Redirect"]);
  expect(findElement(response, "Redirect").text).toBe("https://office.example/api/voice/go/target");
});

describe.each(["ring-one", "ring-all", "ring-in-turn"])("%s", (key) => {
  const people = key === "ring-one" ? team.slice(0, 1) : team;
  const dial = (values: Values = {}, call?: Partial<CallScope>) =>
    findElement(twiml(key, { people, ...values }, call), "Dial");

  test("rings every phone at once, and whoever picks up is asked", () => {
    const element = dial();
    expect(element.attributes).toEqual({
      action: "https://office.example/api/voice/after-dial/unanswered",
      timeout: "20",
      answerOnBridge: "true",
    });
    expect(element.children.map(({ text, attributes }) => [text, attributes.url])).toEqual(
      people.map(({ number, screen }) => [number, screen]),
    );
  });
  test("connects without asking where that is wanted", () => {
    expect(dial({ askToAccept: false }).children[0]?.attributes).toEqual({});
  });
  test("rings as long as is chosen", () => {
    expect(dial({ ringSeconds: 45 }).attributes.timeout).toBe("45");
  });
  test.each<[string, Values, Partial<CallScope>, string | undefined]>([
    ["passes the caller's number on", {}, {}, undefined],
    ["shows ours where that is chosen", { shownNumber: "ours" }, {}, "+14155550100"],
    ["shows ours where the caller withholds theirs", {}, { caller: withheld }, "+14155550100"],
  ])("%s", (_, values, call, callerId) => {
    expect(dial(values, call).attributes.callerId).toBe(callerId);
  });
  test("says the introduction the first time only", () => {
    const introduction = "One moment please.";
    expect(verbs(twiml(key, { people, introduction }))).toEqual(["Say", "Dial"]);
    expect(verbs(twiml(key, { people, introduction }, { round: 2 }))).toEqual(["Dial"]);
    expect(verbs(twiml(key, { people }))).toEqual(["Dial"]);
  });
  test("plays a recorded introduction instead, the first time only", () => {
    const recordedIntroduction = "https://office.example/sounds/hello.mp3";
    const values = { people, introduction: "One moment please.", recordedIntroduction };
    expect(verbs(twiml(key, values))).toEqual(["Play", "Dial"]);
    expect(findElement(twiml(key, values), "Play").text).toBe(recordedIntroduction);
    expect(verbs(twiml(key, { people, recordedIntroduction }))).toEqual(["Play", "Dial"]);
    expect(verbs(twiml(key, values, { round: 2 }))).toEqual(["Dial"]);
  });
  test("goes on at once where there is nobody to ring", () => {
    const response = twiml(key, { people: [], introduction: "One moment please." });
    expect(verbs(response)).toEqual(["Redirect"]);
    expect(findElement(response, "Redirect").text).toBe("https://office.example/api/voice/go/unanswered");
  });
  test("rings SIP addresses as such, and whoever picks up is asked", () => {
    const sip = people.map((phone) => ({ ...phone, isSip: true, number: `sip:${phone.name}@example.com` }));
    expect(
      dial({ people: sip }).children.map(({ name, text, attributes }) => [name, text, attributes.url]),
    ).toEqual(sip.map(({ number, screen }) => ["Sip", number, screen]));
    expect(dial({ people: sip, askToAccept: false }).children[0]?.attributes).toEqual({});
  });
  test("has the ring tone of a country where one is chosen", () => {
    expect(dial({ ringTone: "uk" }).attributes.ringTone).toBe("uk");
    expect(dial().attributes).not.toHaveProperty("ringTone");
  });
  test("asks for the caller's name before it rings, once, and only where whoever picks up is asked", () => {
    const asking = { people, askForName: true, introduction: "One moment." };
    const response = twiml(key, asking);
    expect(verbs(response)).toEqual(["Say", "Record", "Redirect"]);
    expect(response.children[0]?.text).toBe("Please say your name after the tone.");
    const after = "https://office.example/api/voice/after-name/unanswered";
    expect(findElement(response, "Record").attributes).toEqual({
      action: after,
      maxLength: "4",
      timeout: "2",
    });
    expect(findElement(response, "Redirect").text).toBe(after);
    expect(verbs(twiml(key, asking, { named: true }))).toEqual(["Say", "Dial"]);
    expect(verbs(twiml(key, asking, { round: 2 }))).toEqual(["Dial"]);
    expect(verbs(twiml(key, { ...asking, askToAccept: false }))).toEqual(["Say", "Dial"]);
    expect(verbs(twiml(key, { ...asking, people: [] }))).toEqual(["Redirect"]);
  });
  test("rings ten phones at most", () => {
    expect(dial({ people: phones(..."abcdefghijkl") }).children).toHaveLength(10);
  });
});

describe.each([
  ["extension", "unanswered"],
  ["directory", "unanswered"],
  ["menu", "otherwise"],
])("%s", (key, next) => {
  const dial = (chosen: typeof team, values: Values = {}) =>
    findElement(twiml(key, values, { chosen }), "Dial");
  const phonesIn = ({ children }: XmlElement) =>
    children.map(({ name, text, attributes }) => [name, text, attributes.url]);

  test("rings every phone of whoever is chosen, and asks whoever picks up", () => {
    expect(phonesIn(dial(team))).toEqual(team.map(({ number, screen }) => ["Number", number, screen]));
    expect(dial(team).attributes).toEqual({
      action: `https://office.example/api/voice/after-dial/${next}`,
      timeout: "20",
      answerOnBridge: "true",
    });
  });
  test.each<[string, Values, Partial<CallScope>, string | undefined]>([
    ["passes the caller's number on", {}, {}, undefined],
    ["shows ours where that is chosen", { shownNumber: "ours" }, {}, "+14155550100"],
    ["shows ours where the caller withholds theirs", {}, { caller: withheld }, "+14155550100"],
  ])("%s", (_, values, call, callerId) => {
    const response = twiml(key, values, { chosen: team, ...call });
    expect(findElement(response, "Dial").attributes.callerId).toBe(callerId);
  });
  test("asks for the caller's name, then says what comes, and rings as in a country", () => {
    const values = { askForName: true, introduction: "One moment.", ringTone: "uk" };
    const asking = twiml(key, values, { chosen: team });
    expect(verbs(asking)).toEqual(["Say", "Record", "Redirect"]);
    const after = `https://office.example/api/voice/after-name/${next}`;
    expect(findElement(asking, "Record").attributes.action).toBe(after);
    expect(findElement(asking, "Redirect").text).toBe(after);
    const ringing = twiml(key, values, { chosen: team, named: true });
    expect(verbs(ringing)).toEqual(["Say", "Dial"]);
    expect(findElement(ringing, "Dial").attributes.ringTone).toBe("uk");
    expect(verbs(twiml(key, values, { chosen: team, round: 2 }))).toEqual(["Dial"]);
  });
  test("rings SIP phones as such", () => {
    const sip = team.map((phone) => ({ ...phone, isSip: true, number: `sip:${phone.name}@example.com` }));
    expect(phonesIn(dial(sip))).toEqual(sip.map(({ number, screen }) => ["Sip", number, screen]));
  });
  test("goes on at once where whoever is chosen has no phone to ring", () => {
    const response = twiml(key, {}, { chosen: [] });
    expect(verbs(response)).toEqual(["Redirect"]);
    expect(findElement(response, "Redirect").text).toBe(`https://office.example/api/voice/go/${next}`);
  });
});

describe.each(["extension", "directory", "menu"])("%s", (key) => {
  test("says or plays the introduction to whoever has chosen, the first time only", () => {
    const introduction = "One moment please.";
    const recordedIntroduction = "https://office.example/sounds/hello.mp3";
    const verbsOf = (values: Values, call: Partial<CallScope> = {}) =>
      verbs(twiml(key, values, { chosen: team, ...call }));
    expect(verbsOf({ introduction })).toEqual(["Say", "Dial"]);
    expect(verbsOf({ introduction, recordedIntroduction })).toEqual(["Play", "Dial"]);
    expect(verbsOf({ introduction, recordedIntroduction }, { round: 2 })).toEqual(["Dial"]);
  });
});

describe("voicemail", () => {
  test("greets, records, and speaks afterwards, as an empty recording goes on below", () => {
    const response = twiml("voicemail", { greeting: "Please speak." });
    expect(verbs(response)).toEqual(["Say", "Record", "Say", "Hangup"]);
    expect(response.children[0]?.text).toBe("Please speak.");
    expect(response.children[2]?.text).toBe("Thank you for calling. Goodbye.");
    expect(findElement(response, "Record").attributes).toEqual({
      action: "https://office.example/api/voice/after-record/next",
      recordingStatusCallback: "https://office.example/api/voice/recorded",
      maxLength: "120",
      playBeep: "true",
      finishOnKey: "#",
      timeout: "10",
    });
  });
  test("plays a recorded greeting instead", () => {
    const response = twiml("voicemail", { recordedGreeting: "https://office.example/sounds/hello.mp3" });
    expect(verbs(response)).toEqual(["Play", "Record", "Say", "Hangup"]);
  });
  test("says what comes afterwards, and does not record again, when the message has been kept", () => {
    expect(verbs(twiml("voicemail", {}, { recorded: true }))).toEqual(["Say", "Hangup"]);
    expect(verbs(twiml("voicemail", { next: { name: "Main menu" } }, { recorded: true }))).toEqual([
      "Say",
      "Redirect",
    ]);
  });
  test("is written down only where that is wanted", () => {
    expect(findElement(twiml("voicemail", { transcribe: true }), "Record").attributes).toMatchObject({
      transcribe: "true",
      transcribeCallback: "https://office.example/api/voice/transcribed",
    });
  });
  test("ends at the key and after the silence that are chosen", () => {
    const values = { finishKey: "1234567890*#", silenceSeconds: 3 };
    expect(findElement(twiml("voicemail", values), "Record").attributes).toMatchObject({
      finishOnKey: "1234567890*#",
      timeout: "3",
    });
  });
  test("can do without the tone", () => {
    expect(findElement(twiml("voicemail", { beep: false }), "Record").attributes.playBeep).toBe("false");
  });
});
