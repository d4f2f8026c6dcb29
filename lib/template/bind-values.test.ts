import { expect, test } from "vitest";
import { bindValues } from "./bind-values";
import { phones } from "./testing/example-call";
import type { BoundValue, ParameterType, ScalarValue } from "./types";

const firmVoice = { name: "Polly.Amy", language: "en-GB" };

const bindOne = (
  type: ParameterType,
  given: BoundValue | undefined,
  defaultValue: ScalarValue | null = null,
) => bindValues([{ key: "it", type, defaultValue }], given === undefined ? {} : { it: given }, firmVoice).it;

test.each<[string, ParameterType, BoundValue | undefined, ScalarValue | null, BoundValue]>([
  ["a text", "text", "Hello", null, "Hello"],
  ["the default for a missing text", "text", undefined, "Hi", "Hi"],
  ["the default for an empty text", "longText", "", "Hi", "Hi"],
  ["the default for a blank text", "longText", " \n ", "Hi", "Hi"],
  ["null for a text that is nowhere", "text", null, null, null],
  ["zero, which is a number", "number", 0, 20, 0],
  ["the default for a missing number", "number", null, 20, 20],
  ["the default for what is no number", "number", Number.NaN, 20, 20],
  ["no, which is an answer", "yesNo", false, true, false],
  ["the default for a missing answer", "yesNo", undefined, true, true],
  ["no for an answer that is nowhere", "yesNo", undefined, null, false],
  ["a chosen voice", "voice", { name: "woman", language: "en" }, null, { name: "woman", language: "en" }],
  ["the declared voice", "voice", null, { name: "man", language: "en" }, { name: "man", language: "en" }],
  ["the firm's voice", "voice", null, null, firmVoice],
  ["an action's name", "action", { name: "Voicemail" }, null, { name: "Voicemail" }],
  ["null for no action", "action", undefined, null, null],
  ["people", "people", phones("Ada"), null, phones("Ada")],
  ["an empty list for no people", "people", null, null, []],
  ["an empty list for no menu", "menu", undefined, null, []],
  ["the default for a value of another type", "number", "20", 30, 30],
  ["an empty list for people that are none", "people", "Ada", null, []],
  ["the firm's voice for a voice that is none", "voice", "Polly.Joanna", null, firmVoice],
])("binds %s", (_, type, given, defaultValue, bound) => {
  expect(bindOne(type, given, defaultValue)).toEqual(bound);
});

test("binds every declared key and no other, from a map as well", () => {
  const declarations = [
    { key: "text", type: "text", defaultValue: null },
    { key: "count", type: "number", defaultValue: 3 },
  ] as const;
  const values = new Map([
    ["text", "Hello"],
    ["other", "x"],
  ]);
  expect(bindValues(declarations, values, firmVoice)).toEqual({ text: "Hello", count: 3 });
});

test("finds nothing on an object's prototype", () => {
  const declaration = { key: "constructor", type: "action", defaultValue: null } as const;
  expect(bindValues([declaration], {}, firmVoice).constructor).toBeNull();
});
