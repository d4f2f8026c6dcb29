/** As much as the log can hold of one number: far more than any call lasts. */
const mostDigits = 9;

/** Whole seconds, as Twilio tells how long something took; null for what is no such number. */
export function secondsFrom(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text) && text.length <= mostDigits ? Number(text) : null;
}
