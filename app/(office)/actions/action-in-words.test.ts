import { expect, it } from "vitest";
import { declare } from "@/lib/template/built-in/declare";
import { actionInWords } from "./action-in-words";

const template = {
  name: "Everything",
  parameters: [
    declare("text", "text", "Text", ""),
    declare("seconds", "number", "Ring time", "", { bounds: { unit: "seconds" } }),
    declare("beep", "yesNo", "Tone", ""),
    declare("kind", "choice", "Kind", "", {
      bounds: { options: [{ value: "busy", label: "The busy tone" }] },
    }),
    declare("voice", "voice", "Voice", ""),
    declare("desk", "phoneNumber", "Desk", ""),
    declare("people", "people", "Who", ""),
    declare("next", "action", "Then", ""),
    declare("keys", "menu", "Keys", ""),
    declare("empty", "longText", "Empty", ""),
  ],
};

it("tells each value as a person would say it, under its label", () => {
  const values = {
    text: "Hello",
    seconds: 20,
    beep: false,
    kind: "busy",
    voice: { name: "Polly.Amy-Neural", language: "en-GB" },
    desk: "+12125550166",
    people: [{ personId: "ana", ringSeconds: 15 }, { number: "+442079460100" }],
    next: "message",
    keys: [{ key: "1", label: "Sales", actionId: "message" }],
  };
  const names = new Map([
    ["ana", "Ana Lima"],
    ["message", "Take a message"],
  ]);
  expect(actionInWords({ name: "Mine", template, values }, (id) => names.get(id), "US")).toEqual({
    Name: "Mine",
    Template: "Everything",
    Text: "Hello",
    "Ring time": "20 seconds",
    Tone: "No",
    Kind: "The busy tone",
    Voice: "Amy, neural, English (United Kingdom)",
    Desk: "(212)\u00a0555-0166",
    Who: "Ana Lima (15 seconds), +44\u00a020\u00a07946\u00a00100",
    Then: "Take a message",
    Keys: "1 Sales: Take a message",
    Empty: "",
  });
});
