/** Twilio's limit: error 11750, "TwiML response body too large". */
export const TWIML_MAX_BYTES = 64 * 1024;

/** Whether a document is larger than Twilio takes, counted in UTF-8. */
export function isTooLarge(xml: string): boolean {
  // Every UTF-16 code unit takes at least one byte, so that a huge text is never copied to be counted.
  return xml.length > TWIML_MAX_BYTES || new TextEncoder().encode(xml).length > TWIML_MAX_BYTES;
}
