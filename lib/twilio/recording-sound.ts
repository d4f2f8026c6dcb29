import type { Settings } from "@/lib/settings-schema";

const twilioApi = "https://api.twilio.com";

/**
 * Where Twilio has the sound of a recording, and what it wants to hear it: made from the recording's sid, never taken from
 * what was sent. Null where Twilio is not connected.
 */
export function recordingSound(
  settings: Pick<Settings, "TWILIO_ACCOUNT_SID" | "TWILIO_AUTH_TOKEN" | "TWILIO_API_BASE_URL">,
  { recordingSid, format }: { recordingSid: string; format: "mp3" | "wav" },
): { url: string; authorization: string } | null {
  const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token, TWILIO_API_BASE_URL: base } = settings;
  if (!account || !token) return null;
  return {
    url: `${base ?? twilioApi}/2010-04-01/Accounts/${account}/Recordings/${recordingSid}.${format}`,
    authorization: `Basic ${btoa(`${account}:${token}`)}`,
  };
}

/** @throws for an answer without a sound: a maintenance page comes with a 200 too. */
export function assertSound({ headers }: Response): void {
  if (!headers.get("content-type")?.startsWith("audio/")) {
    throw new Error("Twilio answered something else than a sound.");
  }
}
