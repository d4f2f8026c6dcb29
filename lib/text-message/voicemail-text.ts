import type { MessageInWords } from "../mail/voicemail-mail";

/** Characters: two parts of a text, with the rest of the sentence. Whoever wants to read on follows the link. */
const mostOfTranscription = 160;

/** To somebody who is told of the messages that callers leave. */
export function voicemailText({ caller, line, when, length, transcription, url }: MessageInWords): string {
  // Curly quotes are not in the alphabet of texts (GSM 03.38): one of them more than halves what fits into each part.
  const said = transcription ? ` "${shortened(transcription)}"` : "";
  return `Voicemail from ${caller} for ${line}, ${when}, ${length}.${said} ${url}`;
}

const shortened = (text: string): string =>
  text.length > mostOfTranscription ? `${text.slice(0, mostOfTranscription).trimEnd()}...` : text;
