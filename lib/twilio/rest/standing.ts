import { isReadOnlyDeployment } from "@/lib/read-only-deployment";
import type { Settings } from "@/lib/settings-schema";

/** What this deployment can do at Twilio. */
export type TwilioStanding =
  /** No credentials are set: everything but Twilio works. */
  | "notConnected"
  /** A preview, which may look and change nothing. */
  | "readOnly"
  | "live";

/** The form of the account that a fresh clone makes up, so that its calls can be signed: Twilio knows none such. */
const madeUpAccount = /^AC0{16}/;

export function twilioStanding(
  settings: Pick<Settings, "TWILIO_ACCOUNT_SID" | "TWILIO_AUTH_TOKEN" | "VERCEL_ENV">,
): TwilioStanding {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } = settings;
  if (!TWILIO_ACCOUNT_SID || !TWILIO_AUTH_TOKEN || madeUpAccount.test(TWILIO_ACCOUNT_SID))
    return "notConnected";
  return isReadOnlyDeployment(settings) ? "readOnly" : "live";
}
