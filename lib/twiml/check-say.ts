import { faultAt, type TwimlFault } from "./twiml-fault";
import { findAttribute, spokenText, type TwimlElement } from "./twiml-tree";

/** Error 13521, "<Say> element character limits exceeded": the limit depends on who speaks. */
const LIMITS = [
  { voices: /^Polly\./i, characters: 3000, countsMarkup: false, speaker: "a voice of Amazon Polly" },
  { voices: /^Google\./i, characters: 5000, countsMarkup: true, speaker: "a voice of Google" },
];
const BASIC_LIMIT = { characters: 4096, countsMarkup: false, speaker: "a voice" };

/** Is the text of a <Say> short enough for its voice? */
export function checkSay(say: TwimlElement): TwimlFault[] {
  const voice = findAttribute(say, "voice") ?? "";
  const limit = LIMITS.find(({ voices }) => voices.test(voice)) ?? BASIC_LIMIT;
  const text = spokenText(say);
  const characters = limit.countsMarkup ? say.innerLength : [...text].length;
  const allowed = `the ${limit.characters.toLocaleString("en")} that ${limit.speaker} can speak at once`;
  if (characters > limit.characters) {
    const words = `This <Say> is ${characters.toLocaleString("en")} characters long, more than ${allowed}. Split it in two.`;
    return [faultAt(say, "say-too-long", words)];
  }
  // The page counts single bytes, so that an accented letter may count twice.
  if (new TextEncoder().encode(text).length > limit.characters) {
    const words = `This <Say> may be too long: accented letters and other scripts count more than once towards ${allowed}.`;
    return [faultAt(say, "say-too-long", words, "warning")];
  }
  return [];
}
