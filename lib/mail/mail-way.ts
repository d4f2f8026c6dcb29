import { isReadOnlyDeployment } from "../read-only-deployment";
import type { Settings } from "../settings-schema";

/** Whether e-mails go out from here, and if not, why. */
export type MailWay = "smtp" | "notConfigured" | "readOnlyDeployment";

export function mailWay(settings: Settings): MailWay {
  if (!settings.SMTP_URL || !settings.MAIL_FROM) return "notConfigured";
  return isReadOnlyDeployment(settings) ? "readOnlyDeployment" : "smtp";
}
