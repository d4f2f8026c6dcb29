import { describe, expect, test } from "vitest";
import { schemaForAction, schemaForParameter } from "./parameter-schemas";
import type { ParameterBounds, ParameterDeclaration, ParameterType } from "./types";

const id = "0190f3a4-5b6c-4d7e-8f90-a1b2c3d4e5f6";
const otherId = "0190f3a4-5b6c-4d7e-8f90-a1b2c3d4e5f7";

const declared = (
  type: ParameterType,
  bounds: ParameterBounds = {},
  isRequired = false,
): ParameterDeclaration => ({
  key: "it",
  label: "Ring time",
  help: "",
  type,
  isRequired,
  defaultValue: null,
  bounds,
});

const messageFor = (declaration: ParameterDeclaration, input: unknown): string | undefined =>
  schemaForParameter(declaration).safeParse(input).error?.issues[0]?.message;

const seconds = { min: 5, max: 60, unit: "seconds" };
const options = {
  options: [
    { value: "busy", label: "Busy" },
    { value: "rejected", label: "Not in service" },
  ],
};

test.each<[string, ParameterType, ParameterBounds, unknown, unknown]>([
  ["a text, trimmed", "text", {}, "  Hello\n there ", "Hello\n there"],
  ["a text of 3000 characters", "longText", {}, "x".repeat(3000), "x".repeat(3000)],
  ["a blank text as none", "text", {}, "  ", null],
  ["a missing value as none", "text", {}, undefined, null],
  ["a number", "number", seconds, 5, 5],
  ["a number that comes as text", "number", seconds, " 60 ", 60],
  ["an empty number as none", "number", seconds, "", null],
  ["a number in fine steps", "number", { step: 0.1 }, 0.3, 0.3],
  ["a number in steps from its least", "number", { min: 5, step: 10 }, 25, 25],
  ["a phone number", "phoneNumber", {}, " +14155550123", "+14155550123"],
  ["no", "yesNo", {}, false, false],
  ["an option", "choice", options, "busy", "busy"],
  [
    "a voice",
    "voice",
    {},
    { name: "Polly.Joanna-Neural", language: "en-US" },
    { name: "Polly.Joanna-Neural", language: "en-US" },
  ],
  [
    "a voice of Google's",
    "voice",
    {},
    { name: "Google.cmn-CN-Wavenet-A", language: "cmn-CN" },
    { name: "Google.cmn-CN-Wavenet-A", language: "cmn-CN" },
  ],
  [
    "a sound's address",
    "audio",
    {},
    "https://example.org/hello.mp3?v=1",
    "https://example.org/hello.mp3?v=1",
  ],
  ["a sound of ours", "audio", {}, "/sounds/soft-ring.mp3", "/sounds/soft-ring.mp3"],
  [
    "people and numbers in order",
    "people",
    {},
    [{ personId: id }, { number: "+14155550123", ringSeconds: 15 }],
    [{ personId: id }, { number: "+14155550123", ringSeconds: 15 }],
  ],
  ["nobody as none", "people", {}, [], null],
  ["an action", "action", {}, id, id],
  ["no action", "action", {}, null, null],
  [
    "a menu",
    "menu",
    {},
    [
      { key: "1", label: " Sales ", actionId: id },
      { key: "#", label: "Again", actionId: otherId },
    ],
    [
      { key: "1", label: "Sales", actionId: id },
      { key: "#", label: "Again", actionId: otherId },
    ],
  ],
])("takes %s", (_, type, bounds, input, value) => {
  expect(schemaForParameter(declared(type, bounds)).parse(input)).toEqual(value);
});

test.each<[string, ParameterType, ParameterBounds, unknown, RegExp]>([
  ["a number that is too small", "number", seconds, 4, /^Ring time must be between 5 and 60 seconds$/],
  ["a number that is too large", "number", seconds, "61", /^Ring time must be between 5 and 60 seconds$/],
  ["words for a number", "number", seconds, "soon", /^Ring time must be between 5 and 60 seconds$/],
  ["a number below its only bound", "number", { min: 1 }, 0, /^Ring time must be at least 1$/],
  ["a number above its only bound", "number", { max: 9 }, 10, /^Ring time must be at most 9$/],
  ["infinity", "number", {}, Number.POSITIVE_INFINITY, /^Ring time must be a number$/],
  ["a broken number", "number", seconds, 20.5, /whole number/],
  ["a number between steps", "number", { min: 5, step: 10 }, 20, /steps of 10/],
  ["a text that is too long", "text", { maxLength: 5 }, "Hello!", /5 characters at most/],
  ["more than Twilio speaks", "longText", { maxLength: 9999 }, "x".repeat(3001), /3000 characters at most/],
  ["a control character", "text", {}, "a\u0007b", /cannot be spoken/],
  ["half a character", "longText", {}, "a\ud800b", /cannot be spoken/],
  ["a list for a text", "text", {}, ["a"], /fill in “Ring time”/],
  ["a number without country code", "phoneNumber", {}, "4155550123", /\+14155550123/],
  ["a number with spaces", "phoneNumber", {}, "+1 415 555 0123", /digits only/],
  ["a number of nothing but zeros", "phoneNumber", {}, "+0000000000", /country code/],
  ["maybe", "yesNo", {}, "yes", /yes or no/],
  ["what is not offered", "choice", options, "engaged", /choose one/],
  ["what every object has", "choice", options, "constructor", /choose one/],
  ["a voice without a language", "voice", {}, { name: "woman" }, /choose a voice/],
  ["a voice with markup", "voice", {}, { name: `x" y="`, language: "en" }, /choose a voice/],
  ["an insecure address", "audio", {}, "http://example.org/a.mp3", /https:\/\//],
  ["a script for an address", "audio", {}, "javascript:alert(1)", /https:\/\//],
  ["an address with a space", "audio", {}, "https://example.org/a b.mp3", /https:\/\//],
  ["an address without a host", "audio", {}, "https://", /https:\/\//],
  ["a path out of our sounds", "audio", {}, "/sounds/../api/voice", /https:\/\//],
  ["another path of ours", "audio", {}, "/api/voice", /https:\/\//],
  [
    "more people than may be rung",
    "people",
    { min: 1, max: 1 },
    [{ personId: id }, { personId: otherId }],
    /one person or number/,
  ],
  ["eleven people", "people", {}, Array(11).fill({ personId: id }), /10 entries/],
  [
    "a person who is a number too",
    "people",
    {},
    [{ personId: id, number: "+14155550123" }],
    /a person, a number or a SIP address/,
  ],
  ["an entry that is neither", "people", {}, [{}], /a person, a number or a SIP address/],
  ["a wrong number among people", "people", {}, [{ number: "911" }], /country code/],
  ["half a SIP address among people", "people", {}, [{ number: "sip:ana" }], /like sip:ana@example.com/],
  [
    "a ring time for one that is too short",
    "people",
    {},
    [{ personId: id, ringSeconds: 4 }],
    /between 5 and 60/,
  ],
  ["a name for an action", "action", {}, "Voicemail", /choose an action/],
  [
    "one key twice",
    "menu",
    {},
    [
      { key: "1", label: "a", actionId: id },
      { key: "1", label: "b", actionId: id },
    ],
    /key twice/,
  ],
  ["a key that no telephone has", "menu", {}, [{ key: "10", label: "a", actionId: id }], /digit/],
  ["a key that leads nowhere", "menu", {}, [{ key: "1", label: "a", actionId: null }], /choose an action/],
])("refuses %s", (_, type, bounds, input, message) => {
  expect(messageFor(declared(type, bounds), input)).toMatch(message);
});

test.each<[ParameterType, unknown]>([
  ["text", " "],
  ["number", ""],
  ["yesNo", undefined],
  ["choice", null],
  ["people", []],
  ["action", null],
  ["menu", []],
])("a required %s cannot be left empty", (type, input) => {
  expect(messageFor(declared(type, options, true), input)).toBe("Please fill in “Ring time”");
});

describe("all values of an action", () => {
  const schema = schemaForAction([
    { ...declared("number", seconds, true), key: "ringSeconds" },
    { ...declared("text"), key: "introduction" },
  ]);

  test("are taken under their keys, the missing ones as empty", () => {
    expect(schema.parse({ ringSeconds: "20" })).toEqual({ ringSeconds: 20, introduction: null });
  });
  test("name the field that is wrong", () => {
    const issues = schema.safeParse({ ringSeconds: "", introduction: "a" }).error?.issues;
    expect(issues).toMatchObject([{ path: ["ringSeconds"], message: "Please fill in “Ring time”" }]);
  });
  test("are not more than the template declares", () => {
    const issues = schema.safeParse({ ringSeconds: 20, volume: 11 }).error?.issues;
    expect(issues).toMatchObject([{ message: "The template does not ask for “volume”" }]);
  });
});
