import twilio from "twilio";
import type { Settings } from "@/lib/settings-schema";
import { RequestClient } from "./request-client";
import { twilioStanding } from "./standing";

/** What reads and writes at Twilio are made with. */
export type TwilioClient = twilio.Twilio;

export type TwilioConnection =
  | { isConnected: false }
  | {
      isConnected: true;
      client: TwilioClient;
      /** False on a preview: a write would be refused, and nothing need be tried. */
      mayWrite: boolean;
      /** It is not Twilio that answers, so nobody's phone is at stake. */
      isStandIn: boolean;
      /** What answers in place of `/api/voice/fallback` when this app cannot; null leaves it to this app. */
      externalFallbackUrl: string | null;
    };

type ConnectionSettings = Pick<
  Settings,
  "TWILIO_ACCOUNT_SID" | "TWILIO_AUTH_TOKEN" | "TWILIO_API_BASE_URL" | "VOICE_FALLBACK_URL" | "VERCEL_ENV"
>;

/** Sends nothing yet. */
export function connectToTwilio(
  settings: ConnectionSettings,
  timeoutMilliseconds?: number,
): TwilioConnection {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_API_BASE_URL } = settings;
  const standing = twilioStanding(settings);
  if (standing === "notConnected") return { isConnected: false };
  const mayWrite = standing === "live";
  const httpClient = new RequestClient({ apiOrigin: TWILIO_API_BASE_URL, mayWrite, timeoutMilliseconds });
  return {
    isConnected: true,
    mayWrite,
    isStandIn: TWILIO_API_BASE_URL !== undefined,
    externalFallbackUrl: settings.VOICE_FALLBACK_URL ?? null,
    client: twilio(TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, { httpClient }),
  };
}
