import { countInWords } from "@/app/_format/count-in-words";
import { isReadOnlyDeployment } from "@/lib/read-only-deployment";
import type { Settings } from "@/lib/settings-schema";
import type { AccountAnswer } from "@/lib/twilio/rest/ask-account";
import { faultInWords } from "@/lib/twilio/rest/fault-in-words";
import type { CheckResult } from "../check-result";

/** Whether Twilio takes the account SID and the auth token. */
export async function checkAccount(
  asked: Promise<AccountAnswer>,
  settings: Settings,
  locale: string,
): Promise<CheckResult> {
  const answer = await asked;
  if (answer.kind === "notConnected") {
    return {
      state: "attention",
      found: "Switchboard is not connected to an account at Twilio: its numbers are examples.",
      advice: "Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN from Twilio's console.",
    };
  }
  if (answer.kind === "failed") {
    return { state: "fault", found: faultInWords(answer.fault, { notDone: "Nothing could be read." }) };
  }
  const numbers = countInWords(answer.numbers.length, "number", "numbers", locale);
  const found = `Twilio takes our credentials: the account has ${numbers}.`;
  return isReadOnlyDeployment(settings)
    ? { state: "attention", found: `${found} This is a preview, which changes nothing there.` }
    : { state: "well", found };
}
