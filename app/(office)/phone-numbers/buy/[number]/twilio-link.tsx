import type { ReactNode } from "react";

const compliance = "https://console.twilio.com/us1/develop/phone-numbers/regulatory-compliance";

/** Where somebody sees to what the law asks of whoever has a number. */
const places = {
  addresses: `${compliance}/addresses`,
  bundles: `${compliance}/bundles`,
  rules: "https://www.twilio.com/en-us/guidelines/regulatory",
} as const;

/** Opens beside the form, which keeps what was typed. */
export const TwilioLink = ({ to, children }: { to: keyof typeof places; children: ReactNode }) => (
  <a href={places[to]} target="_blank" rel="noreferrer" className="underline">
    {children} (opens in a new tab)
  </a>
);
