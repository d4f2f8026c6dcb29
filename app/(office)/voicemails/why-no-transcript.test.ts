import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { whyNoTranscript } from "./why-no-transcript";

const leftAt = Temporal.Instant.from("2026-11-23T12:00:00Z");
const asked = {
  transcription: null,
  isTranscribed: true,
  action: { id: "1", name: "After hours" },
  durationSeconds: 42,
  leftAt,
};

it.each<[string, Partial<Parameters<typeof whyNoTranscript>[0]>, number, RegExp]>([
  ["nobody asked for one", { isTranscribed: false }, 1, /“After hours” does not have messages written down/],
  ["the action is gone", { isTranscribed: false, action: null }, 1, /has been deleted/],
  ["it is too long", { durationSeconds: 121 }, 1, /up to 120 seconds/],
  ["it is too short", { durationSeconds: 1 }, 1, /too short/],
  ["Twilio failed", { transcription: "" }, 1, /could not make out/],
  ["it is on its way", {}, 59, /a few minutes/],
  ["it never came", {}, 61, /has not sent/],
])("says that %s", (_, changed, minutes, words) => {
  expect(whyNoTranscript({ ...asked, ...changed }, leftAt.add({ minutes }))).toMatch(words);
});
