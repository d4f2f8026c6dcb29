import { describe, expect, it } from "vitest";
import type { NumberToCheck } from "@/db/queries/health/list-numbers-to-check";
import type { AccountAnswer } from "@/lib/twilio/rest/ask-account";
import { previewSettings } from "@/lib/twilio/rest/preview-address";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";
import { wantedSettings } from "@/lib/twilio/rest/voice-settings";
import { checkNumbers } from "./check-numbers";

const here = wantedSettings("https://phones.example.com");
const moved = wantedSettings("https://old.example.com");

const preview = "https://switchboard-git-branch.vercel.app";
const previewed = previewSettings(preview, "s3cret");

const number = (
  wanted: typeof here | null,
  hasActiveConfiguration = true,
  previewOrigin: string | null = null,
): NumberToCheck => ({
  id: "1",
  friendlyName: "Front desk",
  twilioSid: "PN1",
  goneSince: null,
  settingsBefore: null,
  settingsWanted: wanted,
  settingsConfirmed: wanted,
  previewOrigin,
  hasActiveConfiguration,
});

const answered = (settings: typeof here | null): AccountAnswer => ({
  kind: "answered",
  clock: null,
  numbers: settings
    ? [
        {
          sid: "PN1",
          number: "+12125550100",
          friendlyName: "",
          canVoice: true,
          canSms: false,
          canMms: false,
          settings,
        },
      ]
    : [],
});

const check = (answer: AccountAnswer, kept: NumberToCheck[]) =>
  checkNumbers(Promise.resolve(answer), Promise.resolve(kept), here, "en-DE");

describe("checkNumbers", () => {
  it.each([
    ["points here as wanted", number(here), answered(here), "well", "1 number here"],
    ["was changed at Twilio", number(here), answered(moved), "fault", "1 number is not"],
    ["was never told", number(null), answered(moved), "fault", "1 number is not"],
    ["is not in the account any more", number(here), answered(null), "fault", "1 number is not"],
    ["has an address from before", number(moved), answered(moved), "attention", "1 number is not"],
    ["is at a preview", number(previewed, true, preview), answered(previewed), "well", "1 test number is at"],
    ["left its preview", number(previewed, true, preview), answered(moved), "fault", "1 number is not"],
    ["is none of ours", number(null, false), answered(moved), "well", "No number"],
  ] as const)("a number that %s", async (_, kept, answer, state, words) => {
    const result = await check(answer, [kept]);
    expect(result).toMatchObject({ state, found: expect.stringContaining(words) });
    if (state !== "well") expect(result.details?.[0]).toMatch(/^Front desk: /);
  });

  it("names twenty at the most, and counts as the reader's locale does", async () => {
    const result = await check(
      answered(null),
      Array.from({ length: 1234 }, () => number(here)),
    );
    expect(result.found).toBe("1.234 numbers are not at Twilio as they should be.");
    expect(result.details).toHaveLength(21);
    expect(result.details?.at(-1)).toBe("And 1.214 more.");
  });

  it("says that Twilio could not be asked", async () => {
    const fault = new TwilioFault({ kind: "timeout" });
    expect((await check({ kind: "failed", fault }, [number(here)])).state).toBe("fault");
  });
});
