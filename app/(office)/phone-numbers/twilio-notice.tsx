import { AlertContent, AlertDescription, AlertIndicator, AlertRoot, AlertTitle } from "@heroui/react/alert";
import type { TwilioStanding } from "@/lib/twilio/rest/standing";

const words = {
  notConnected: {
    title: "Switchboard is not connected to Twilio",
    text: "Whoever set it up has to give it TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN from Twilio's console. Until then numbers can be entered by hand as examples, and everything else works.",
  },
  readOnly: {
    title: "This is a preview of Switchboard",
    text: "It can look at the numbers at Twilio, and never changes anything there: they belong to the production deployment, and a preview would take the firm's phones away from it.",
  },
};

/** Why something about Twilio cannot be done on this deployment; nothing where everything can. */
export function TwilioNotice({ standing }: { standing: TwilioStanding }) {
  if (standing === "live") return null;
  const { title, text } = words[standing];
  return (
    <AlertRoot status="warning" className="mb-6">
      <AlertIndicator />
      <AlertContent>
        <AlertTitle>{title}</AlertTitle>
        <AlertDescription>{text}</AlertDescription>
      </AlertContent>
    </AlertRoot>
  );
}
