import { describe, expect, it } from "vitest";
import type { VoiceSettings } from "@/db/schema";
import { type KnownSettings, type NumberState, numberState } from "./number-state";
import {
  differingSettings,
  isPublicOrigin,
  pointsHere,
  settingsToRestore,
  wantedSettings,
} from "./voice-settings";

const origin = "https://phones.example.com";
const ours = wantedSettings(origin);
const nothing = settingsToRestore(null);
const theirs: VoiceSettings = { ...nothing, voiceUrl: "https://old.example/answer", voiceMethod: "GET" };
const bin: VoiceSettings = { ...nothing, voiceUrl: "https://handler.twilio.com/twiml/EH0" };

describe("wantedSettings", () => {
  it("leaves the hour in which the app is down to an address outside it, where there is one", () => {
    const bin = "https://handler.twilio.com/twiml/EH1";
    expect(wantedSettings(origin, bin)).toEqual({ ...ours, voiceFallbackUrl: bin });
  });

  it("points everything at the app, and clears what would make Twilio ignore it", () => {
    expect(ours).toEqual({
      voiceUrl: "https://phones.example.com/api/voice",
      voiceMethod: "POST",
      voiceFallbackUrl: "https://phones.example.com/api/voice/fallback",
      voiceFallbackMethod: "POST",
      statusCallback: "https://phones.example.com/api/voice/status",
      statusCallbackMethod: "POST",
      voiceApplicationSid: "",
      trunkSid: "",
    });
  });
});

describe("differingSettings", () => {
  it.each<[string, Partial<VoiceSettings>, (keyof VoiceSettings)[]]>([
    ["nothing for the same", {}, []],
    ["a URL", { voiceUrl: "https://other.example/" }, ["voiceUrl"]],
    [
      "a URL once, though its method differs too",
      { statusCallback: "", statusCallbackMethod: "GET" },
      ["statusCallback"],
    ],
    ["the method of a URL", { voiceMethod: "GET" }, ["voiceMethod"]],
    ["an application", { voiceApplicationSid: "AP0" }, ["voiceApplicationSid"]],
    ["a trunk", { trunkSid: "TK0" }, ["trunkSid"]],
  ])("names %s", (_, change, names) => {
    expect(differingSettings(ours, { ...ours, ...change })).toEqual(names);
  });

  it("passes over the method of a URL that is not set", () => {
    expect(differingSettings(nothing, { ...nothing, voiceMethod: "GET", statusCallbackMethod: "" })).toEqual(
      [],
    );
  });
});

describe("pointsHere", () => {
  const earlier = wantedSettings("https://earlier.example.com");
  it.each<[string, VoiceSettings, VoiceSettings | null, boolean]>([
    ["our settings do", ours, null, true],
    [
      "with limits of time in a fragment they do",
      { ...ours, voiceUrl: `${ours.voiceUrl}#rt=5000` },
      null,
      true,
    ],
    ["without the fallback they do", { ...ours, voiceFallbackUrl: "" }, null, true],
    ["at the address that was wanted they do", earlier, earlier, true],
    ["at another address they do not", earlier, null, false],
    ["behind an application they do not", { ...ours, voiceApplicationSid: "AP0" }, null, false],
    ["behind a trunk they do not", { ...ours, trunkSid: "TK0" }, null, false],
    ["somebody else's do not", theirs, ours, false],
    ["a longer path does not", { ...ours, voiceUrl: `${ours.voiceUrl}/go` }, null, false],
    ["nothing does not", nothing, null, false],
  ])("%s", (_, settings, wanted, expected) => {
    expect(pointsHere(settings, { origin, wanted })).toBe(expected);
  });
});

describe("isPublicOrigin", () => {
  it.each([
    ["https://phones.example.com", true],
    ["http://203.0.113.7:8080", true],
    ["https://172.32.0.1", true],
    ["http://127.0.0.1:3000", false],
    ["http://localhost:3000", false],
    ["https://office.local", false],
    ["https://192.168.1.20", false],
    ["https://172.16.0.1", false],
    ["http://[::1]:3000", false],
  ])("of %s is %s", (address, expected) => expect(isPublicOrigin(address)).toBe(expected));
});

describe("settingsToRestore", () => {
  it("are the ones that stood there", () => expect(settingsToRestore(theirs)).toEqual(theirs));
  it("leave out a fallback without a voice URL, which Twilio refuses", () =>
    expect(
      settingsToRestore({ ...nothing, voiceFallbackUrl: "https://x.example/", trunkSid: "TK0" }),
    ).toEqual({
      ...nothing,
      trunkSid: "TK0",
    }));
  it("set nothing where nothing is remembered", () => expect(nothing.voiceUrl).toBe(""));
});

describe("numberState", () => {
  const known: KnownSettings = {
    twilioSid: "PN0",
    goneSince: null,
    settingsBefore: theirs,
    settingsWanted: ours,
    settingsConfirmed: ours,
  };
  it.each<[string, Partial<KnownSettings>, NumberState]>([
    ["in step when Twilio confirmed what is wanted", {}, "inStep"],
    ["gone, whatever else is known", { goneSince: new Date() }, "gone"],
    ["an example without an SID", { twilioSid: null, settingsWanted: null }, "example"],
    ["not ours when nothing is wanted", { settingsWanted: null, settingsBefore: null }, "notOurs"],
    [
      "waiting when it was never asked for what its configuration needs",
      { settingsWanted: null, hasActiveConfiguration: true },
      "waiting",
    ],
    ["waiting while the old settings stand", { settingsConfirmed: theirs }, "waiting"],
    ["waiting while nobody knows what stands", { settingsConfirmed: null }, "waiting"],
    ["drifted when something else stands", { settingsConfirmed: bin }, "drifted"],
    [
      "drifted when a trunk was put before ours",
      { settingsConfirmed: { ...ours, trunkSid: "TK0" } },
      "drifted",
    ],
    [
      "drifted, with nothing remembered from before",
      { settingsBefore: null, settingsConfirmed: bin },
      "drifted",
    ],
    ["let go while ours still stand", { settingsWanted: theirs }, "lettingGo"],
  ])("is %s", (_, change, state) => {
    expect(numberState({ ...known, ...change })).toBe(state);
  });
});
