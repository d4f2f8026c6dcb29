import { type SettingName, settingNames } from "@/lib/env";
import type { Settings } from "@/lib/settings-schema";
import type { CheckResult } from "../check-result";

/** What goes without a setting, where that is worth a look. */
const missed: Partial<Record<SettingName, string>> = {
  PUBLIC_BASE_URL:
    "PUBLIC_BASE_URL is not set: numbers are pointed at whatever address these pages are opened under.",
  TWILIO_AUTH_TOKEN: "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN are not set: no call is answered.",
  FALLBACK_PHONE_NUMBER:
    "FALLBACK_PHONE_NUMBER is not set: a call that cannot be answered as it should is told so, and rings nowhere.",
  SMTP_URL: "SMTP_URL and MAIL_FROM are not set: nobody gets an e-mail, and owners copy the links.",
};

/** Facts about the machine, and stand-ins for tests: nobody misses them. */
const unasked: readonly SettingName[] = [
  "VERCEL",
  "VERCEL_ENV",
  "NEON_HTTP_ENDPOINT",
  "TWILIO_API_BASE_URL",
  "TWILIO_AUTH_TOKEN_SECONDARY",
];

/** Which settings there are: their names, and never what they say. */
export function checkSettings(settings: Settings): CheckResult {
  const isSet = (name: SettingName) => settings[name] !== undefined;
  const lacking = Object.entries(missed)
    .filter(([name]) => !isSet(name as SettingName))
    .map(([, words]) => words);
  const asked = settingNames.filter((name) => !unasked.includes(name) || isSet(name));
  const names = (given: readonly SettingName[]) => given.join(", ") || "none";
  const details = [
    ...lacking,
    `Set: ${names(asked.filter(isSet))}.`,
    `Not set: ${names(asked.filter((name) => !isSet(name)))}.`,
  ];
  if (lacking.length === 0) {
    return { state: "well", found: "Everything that calls and e-mails need is set.", details };
  }
  return {
    state: isSet("TWILIO_AUTH_TOKEN") ? "attention" : "fault",
    found: "Something is not set that calls or e-mails could use.",
    advice: "Whoever set Switchboard up can add it to the settings, and deploy or start again.",
    details,
  };
}
