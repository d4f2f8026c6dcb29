import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { declare } from "@/lib/template/built-in/declare";
import { withExamples } from "./example-action";
import { exampleMoment } from "./example-moment";
import { previewCall } from "./preview-call";
import type { CallAction } from "./setup";
import { whyActionBreaks } from "./why-action-breaks";

const instant = (text: string) => Temporal.Instant.from(text);
const firm = {
  name: "Our office",
  voice: { name: "Polly.Joanna-Neural", language: "en-US" },
  fallbackNumber: null,
};
const sound = declare("sound", "audio", "Sound", "", { isRequired: true });
const body =
  "<Response>{% if sound %}<Play>{{ sound }}</Play>{% else %}<Say>Hello.</Say>{% endif %}</Response>";
const christmas = {
  soundId: "c",
  label: "Christmas",
  startsAt: instant("2026-12-24T12:00:00Z"),
  endsAt: instant("2026-12-27T09:00:00Z"),
};
const standing = { soundId: "s", label: "", startsAt: null, endsAt: null };

const playing = (...recordings: (typeof christmas | typeof standing)[]): CallAction => ({
  id: "33333333-3333-4333-8333-333333333333",
  name: "Greet",
  body,
  parameters: [{ key: "sound", type: "audio", defaultValue: null, value: null }],
  people: [],
  targets: [],
  greetings: [{ key: "sound", name: "Main", recordings }],
});
const previewAt = (at: string, action: CallAction) =>
  previewCall(
    withExamples(action, [sound]),
    [],
    exampleMoment({ at: instant(at), origin: "https://phones.example.com", firm }),
    (number) => number,
  );

describe("an action that plays a greeting", () => {
  it("is previewed by the greeting's name and what holds at the time that is tried", () => {
    const action = playing(standing, christmas);
    expect(previewAt("2026-12-01T00:00:00Z", action).sentences[0]).toContain("the greeting “Main”");
    expect(previewAt("2026-12-25T00:00:00Z", action).sentences[0]).toContain(
      "the greeting “Main” (Christmas)",
    );
    expect(previewAt("2026-12-25T00:00:00Z", action).twiml).toContain("https://phones.example.com/audio/c<");
  });

  it("speaks its text where the greeting has nothing for the moment", () => {
    expect(previewAt("2026-12-01T00:00:00Z", playing(christmas)).sentences[0]).toContain("Hello.");
  });

  it("has something in a parameter that must be filled in, and minds losing it", () => {
    const contents = { body, parameters: [sound] };
    expect(whyActionBreaks(playing(standing), contents, contents)).toEqual([]);
    const without = { body: "<Response><Hangup/></Response>", parameters: [] };
    expect(whyActionBreaks(playing(standing), contents, without)).toEqual([
      "The parameter “sound” is taken away, and this action has a value there.",
    ]);
  });
});
