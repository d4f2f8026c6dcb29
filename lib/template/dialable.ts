/** Twilio takes fewer than 255 characters. Source: "TwiML Voice: Sip". */
const longestSipAddress = 254;

/** As the database holds it: no query, which could carry headers to whoever is rung. */
const sipForm = /^sips?:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+(:[0-9]{1,5})?(;[A-Za-z0-9.=_-]+)*$/;

/** ITU-T E.164: a plus sign, a country code that never begins with 0, at most fifteen digits. */
const numberForm = /^\+[1-9]\d{6,14}$/;

/** Whether what is dialled is the SIP address of a desk phone or an app, and no telephone number. */
export const isSip = (dialable: string): boolean => /^sips?:/.test(dialable);

/** Whether a template rings SIP addresses too; any other would dial one as if it were a number. */
export const writesSip = ({ body }: { body: string }): boolean => /<Sip\b/.test(body);

/** Whether this can be the phone of somebody's: a number in E.164, or a SIP address such as sip:ana@example.com. */
export const isDialable = (text: string): boolean =>
  numberForm.test(text) || (sipForm.test(text) && text.length <= longestSipAddress);
