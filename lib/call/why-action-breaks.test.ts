import { describe, expect, it } from "vitest";
import { declare } from "@/lib/template/built-in/declare";
import type { ParameterDeclaration } from "@/lib/template/types";
import type { CallAction } from "./setup";
import { ana, nextId } from "./testing/example-call";
import { whyActionBreaks } from "./why-action-breaks";

const text = declare("text", "longText", "What to say", "", { isRequired: true });
const seconds = declare("seconds", "number", "Wait", "", { bounds: { min: 1, max: 60, unit: "seconds" } });
const sound = declare("sound", "audio", "Sound", "");
const people = declare("people", "people", "Who", "");
const next = declare("next", "action", "Then", "");

const before = {
  body: "<Response><Say>{{ text }}</Say></Response>",
  parameters: [text, seconds, sound, people, next],
};

const action: CallAction = {
  id: nextId,
  name: "Greet",
  body: before.body,
  parameters: [
    { key: "text", type: "longText", defaultValue: null, value: "Good morning" },
    { key: "seconds", type: "number", defaultValue: null, value: 30 },
    { key: "sound", type: "audio", defaultValue: null, value: null },
    { key: "people", type: "people", defaultValue: null, value: null },
    { key: "next", type: "action", defaultValue: null, value: null },
  ],
  people: [ana],
  targets: [{ key: "next", menuKey: null, label: null, actionId: nextId, actionName: "Message" }],
};

const whenDeclared = (...changed: ParameterDeclaration[]) => {
  const kept = before.parameters.filter(({ key }) => !changed.some((other) => other.key === key));
  return whyActionBreaks(action, before, { ...before, parameters: [...kept, ...changed] });
};
const without = (key: string) =>
  whyActionBreaks(action, before, {
    body: "<Response><Hangup/></Response>",
    parameters: before.parameters.filter((parameter) => parameter.key !== key),
  });

describe("whyActionBreaks", () => {
  it("has nothing against a change that the action does not notice", () => {
    expect(whenDeclared()).toEqual([]);
    expect(without("sound")).toEqual([]);
    expect(whenDeclared({ ...sound, type: "text" })).toEqual([]);
    expect(whenDeclared({ ...text, type: "text" })).toEqual([]);
    expect(whenDeclared({ ...seconds, bounds: { min: 30, max: 30 } })).toEqual([]);
    expect(
      whenDeclared(declare("more", "text", "More", "", { isRequired: true, defaultValue: "x" })),
    ).toEqual([]);
  });

  it.each(["text", "seconds", "people", "next"])("minds the loss of %s, which has a value", (key) => {
    expect(without(key)).toEqual([
      `The parameter “${key}” is taken away, and this action has a value there.`,
    ]);
  });

  it.each([
    [text, "number"],
    [seconds, "text"],
    [people, "text"],
    [next, "people"],
  ] as const)("minds another type for what has a value", (declared, type) => {
    expect(whenDeclared({ ...declared, type, isRequired: false, bounds: {} })[0]).toMatch(
      /gets another type, and this action has a value of the old one\.$/,
    );
  });

  it("minds a new parameter that must be filled in and has no default", () => {
    expect(whenDeclared(declare("more", "text", "More", "", { isRequired: true }))).toEqual([
      "“More” must be filled in, and this action has nothing there.",
    ]);
  });

  it("minds an old one that must be filled in now", () => {
    expect(whenDeclared({ ...sound, isRequired: true })).toEqual([
      "“Sound” must be filled in, and this action has nothing there.",
    ]);
  });

  it.each([
    [{ ...seconds, bounds: { max: 29 } }, /no longer fit: Wait must be at most 29/],
    [{ ...text, bounds: { maxLength: 5 } }, /no longer fit: .*5 characters at most/],
    [{ ...people, bounds: { min: 2 } }, /no longer fit: .*2 entries/],
  ])("minds bounds that shut its value out", (declared, reason) => {
    expect(whenDeclared(declared)).toEqual([expect.stringMatching(reason)]);
  });

  it("minds a text that does not work with its values", () => {
    const body = "<Response><Play>{{ sound }}</Play></Response>";
    expect(whyActionBreaks(action, before, { ...before, body })).toEqual([
      expect.stringMatching(/^With its values the text would not work: .*whole web address/),
    ]);
    const missing = "<Response>\n<Say>{{ people[3].name }}</Say></Response>";
    expect(whyActionBreaks(action, before, { ...before, body: missing })).toEqual([
      expect.stringMatching(/^With its values the text would not work: line 2: .*no value/),
    ]);
  });

  it("does not hold against a change what was wrong before it", () => {
    const required = {
      ...before,
      parameters: [...before.parameters.slice(0, 2), { ...sound, isRequired: true }],
    };
    const nobody = { ...action, people: [], targets: [] };
    expect(whyActionBreaks(nobody, required, { ...required, body: "<Response><Pause/></Response>" })).toEqual(
      [],
    );
  });
});
