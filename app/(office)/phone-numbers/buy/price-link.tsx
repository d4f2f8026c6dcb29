/** Twilio's page of prices for calls and numbers. */
export const PriceLink = () => (
  <a href="https://www.twilio.com/en-us/voice/pricing" target="_blank" rel="noreferrer" className="underline">
    Twilio's prices
  </a>
);
