import type { Mail } from "./send-mail";

/** A message, in words. */
export interface MessageInWords {
  /** Their name where it is known, and their number. */
  caller: string;
  /** The work number that was called. */
  line: string;
  /** With the zone. */
  when: string;
  /** "0:42". */
  length: string;
  /** What was said, where it has been written down already. */
  transcription: string | null;
  /** Where it can be heard, by whoever signs in. */
  url: string;
}

/** To somebody who is told of the messages that callers leave. */
export const voicemailMail = (
  to: string,
  { caller, line, when, length, transcription, url, firmName }: MessageInWords & { firmName: string },
): Mail => ({
  to,
  subject: `Voicemail from ${caller} for ${line} (${length})`,
  text: `${caller} left a message for ${line}.

When: ${when}
Length: ${length}
${transcription ? `\nWhat was said, as Twilio understood it:\n\n${transcription}\n` : ""}
Listen to it, and note what is to be done:

${url}

You get this because ${firmName} has you told of messages on this line.
`,
});
