import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { playedNow } from "./played-now";

const instant = (text: string) => Temporal.Instant.from(text);
const standing = { soundId: "a", label: "", startsAt: null, endsAt: null };
const christmas = {
  soundId: "b",
  label: "Christmas",
  startsAt: instant("2026-12-24T12:00:00Z"),
  endsAt: instant("2026-12-27T09:00:00Z"),
};
const at = (now: string) => ({ now: instant(now), timeZone: "Europe/London", locale: "en-GB" });

it.each([
  [[standing], "2026-12-25T00:00:00Z", /^The standing recording$/],
  [
    [standing, christmas],
    "2026-11-23T00:00:00Z",
    /^The standing recording, until Thu,? 24 Dec,? (at )?12:00 GMT$/,
  ],
  [[standing, christmas], "2026-12-25T00:00:00Z", /^“Christmas”, until Sun,? 27 Dec,? (at )?09:00 GMT$/],
  [[christmas], "2026-11-23T00:00:00Z", /^Nothing: the text of the action is spoken, until Thu/],
  [[christmas], "2026-12-28T00:00:00Z", /^Nothing: the text of the action is spoken$/],
])("says of %j at %s %s", (recordings, now, words) => {
  expect(playedNow(recordings, at(now))).toMatch(words);
});
