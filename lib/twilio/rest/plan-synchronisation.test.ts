import { describe, expect, it } from "vitest";
import type { NumberAtTwilio } from "./numbers-at-twilio";
import { type KeptNumber, planSynchronisation } from "./plan-synchronisation";
import { settingsToRestore, wantedSettings } from "./voice-settings";

const nothing = settingsToRestore(null);
const ours = wantedSettings("https://phones.example.com");
const capabilities = { canVoice: true, canSms: false, canMms: false };
const at: NumberAtTwilio = {
  sid: "PN1",
  number: "+15552000001",
  friendlyName: "Desk",
  ...capabilities,
  settings: nothing,
};
const kept: KeptNumber = {
  id: "1",
  number: at.number,
  ...capabilities,
  twilioSid: at.sid,
  goneSince: null,
  settingsBefore: null,
  settingsWanted: null,
  settingsConfirmed: nothing,
};
const found = { isChanged: false, isBack: false, isAnother: false, isLetGo: false, isDrifted: false };

describe("planSynchronisation", () => {
  it("adds what is new, and finds what is gone", () => {
    const other = { ...at, sid: "PN2", number: "+15552000002" };
    expect(planSynchronisation([kept], [other])).toEqual({ added: [other], found: [], gone: ["1"] });
  });

  it.each<[string, Partial<KeptNumber>, Partial<NumberAtTwilio>, Partial<typeof found>]>([
    ["unchanged", {}, {}, {}],
    ["unchanged under another name, which is ours to give", {}, { friendlyName: "Other" }, {}],
    ["changed settings", {}, { settings: ours }, { isChanged: true }],
    ["changed capabilities", {}, { canSms: true }, { isChanged: true }],
    ["a number that is back", { goneSince: new Date() }, {}, { isBack: true }],
    ["a number bought again", {}, { sid: "PN9" }, { isChanged: true, isAnother: true }],
    ["an example that is the account's", { twilioSid: null }, {}, { isChanged: true, isAnother: true }],
    [
      "one changed behind our back",
      { settingsWanted: ours, settingsConfirmed: ours },
      {},
      { isChanged: true, isDrifted: true },
    ],
    [
      "one whose push was done after all",
      { settingsBefore: nothing, settingsWanted: ours },
      { settings: ours },
      { isChanged: true },
    ],
    ["one still waiting", { settingsBefore: nothing, settingsWanted: ours }, {}, {}],
    [
      "one whose old settings came back after all",
      { settingsBefore: nothing, settingsWanted: nothing, settingsConfirmed: ours },
      {},
      { isChanged: true, isLetGo: true },
    ],
  ])("compares %s", (_, own, told, expected) => {
    const now = { ...at, ...told };
    expect(planSynchronisation([{ ...kept, ...own }], [now])).toEqual({
      added: [],
      found: [{ id: "1", at: now, ...found, ...expected }],
      gone: [],
    });
  });

  it("leaves examples and what is gone already alone", () => {
    const example = { ...kept, twilioSid: null };
    const gone = { ...kept, id: "2", goneSince: new Date() };
    expect(planSynchronisation([example, gone], [])).toEqual({ added: [], found: [], gone: [] });
  });
});
