import { expect, test } from "vitest";
import { declarationSchema, declarationsSchema } from "./declaration-schema";
import type { ParameterDeclaration } from "./types";

const declaration: ParameterDeclaration = {
  key: "ringSeconds",
  label: "Ring time",
  help: "",
  type: "number",
  isRequired: true,
  defaultValue: 20,
  bounds: { min: 5, max: 60, unit: "seconds" },
};

const twoOptions = [
  { value: "busy", label: "Busy" },
  { value: "rejected", label: "Not in service" },
];

test.each<[string, object]>([
  ["a number with bounds and a default", {}],
  ["a text without either", { type: "text", bounds: {}, defaultValue: null }],
  [
    "a choice with a default among its options",
    { type: "choice", bounds: { options: twoOptions }, defaultValue: "busy" },
  ],
  [
    "a voice with a default",
    { type: "voice", bounds: {}, defaultValue: { language: "en-GB", name: "Polly.Amy" } },
  ],
  ["people with bounds", { type: "people", bounds: { min: 1, max: 10 }, defaultValue: null }],
  ["an answer that is no by default", { type: "yesNo", bounds: {}, defaultValue: false }],
])("takes %s", (_, changes) => {
  const changed = { ...declaration, ...changes };
  expect(declarationSchema.parse(changed)).toEqual(changed);
});

test.each<[string, object, RegExp]>([
  ["a key with a space", { key: "ring time" }, /small letter/],
  ["a key that begins with a capital", { key: "RingSeconds" }, /small letter/],
  ["a key that templates use", { key: "caller" }, /something else/],
  ["a key that JavaScript uses", { key: "constructor" }, /something else/],
  ["a blank label", { label: " " }, /name the parameter/],
  ["a type that is none", { type: "colour" }, /choose a type/],
  ["a bound that the type does not have", { bounds: { maxLength: 5 } }, /no such bound/],
  ["options for a number", { bounds: { options: twoOptions } }, /no such bound/],
  ["bounds the wrong way round", { bounds: { min: 9, max: 1 } }, /less than the smallest/],
  ["steps of nothing", { bounds: { step: 0 } }, /more than 0/],
  ["a default beyond the bounds", { defaultValue: 61 }, /between 5 and 60 seconds/],
  ["a default of another type", { defaultValue: "20" }, /does not fit/],
  ["a default with spaces around it", { type: "text", bounds: {}, defaultValue: " a " }, /does not fit/],
  ["a blank default", { type: "text", bounds: {}, defaultValue: "  " }, /fill in|does not fit/],
  [
    "a default that is no option",
    { type: "choice", bounds: { options: twoOptions }, defaultValue: "x" },
    /choose one/,
  ],
  [
    "a choice of one",
    { type: "choice", bounds: { options: twoOptions.slice(1) }, defaultValue: null },
    /two options/,
  ],
  ["a choice without options", { type: "choice", bounds: {}, defaultValue: null }, /two options/],
  [
    "one option twice",
    { type: "choice", bounds: { options: [...twoOptions, ...twoOptions] }, defaultValue: null },
    /the same/,
  ],
  ["a default for an action", { type: "action", bounds: {}, defaultValue: "Voicemail" }, /no default/],
  ["a default for people", { type: "people", bounds: {}, defaultValue: "Ada" }, /no default/],
  ["eleven people", { type: "people", bounds: { max: 11 }, defaultValue: null }, /ten people/],
  [
    "a text longer than can be spoken",
    { type: "text", bounds: { maxLength: 3001 }, defaultValue: null },
    /3000/,
  ],
])("refuses %s", (_, changes, message) => {
  const { error } = declarationSchema.safeParse({ ...declaration, ...changes });
  expect(error?.issues.map((issue) => issue.message).join("; ")).toMatch(message);
});

test("two parameters of a template cannot share a key", () => {
  const { error } = declarationsSchema.safeParse([declaration, { ...declaration, label: "Again" }]);
  expect(error?.issues).toMatchObject([
    { path: [1, "key"], message: "Two parameters have the key ringSeconds" },
  ]);
});
