import { sayVoices } from "./grammar/voices.generated";

export interface SpeakingVoice {
  /** As `<Say voice>` names it. */
  name: string;
  /** BCP 47. */
  language: string;
  /** For people: "Joanna, neural". */
  label: string;
}

/**
 * Every voice of Twilio's whose language is known, the better-sounding ones first. Left out are the old basic ones
 * ("man", "woman", "alice"), which Twilio keeps for old applications alone.
 */
export function listVoices(): SpeakingVoice[] {
  return sayVoices.flatMap((name) => readVoice(name) ?? []).toSorted((one, other) => rank(one) - rank(other));
}

/** The voice of this name, as a person reads it; the name itself where it is none of those listed. */
export const voiceInWords = (name: string): string => readVoice(name)?.label ?? name;

const rank = ({ name }: SpeakingVoice): number => kinds.findIndex(({ pattern }) => pattern.test(name));

/** How a voice was made, which is what a caller hears a difference in. */
const kinds: readonly { pattern: RegExp; words: string }[] = [
  { pattern: /-Generative$/, words: "generative" },
  { pattern: /-Chirp3-HD-/, words: "Chirp HD" },
  { pattern: /-Neural$/, words: "neural" },
  { pattern: /-Neural2-/, words: "Neural2" },
  { pattern: /-Wavenet-/, words: "WaveNet" },
  { pattern: /./, words: "standard" },
];

function readVoice(name: string): SpeakingVoice | null {
  const words = kinds.find(({ pattern }) => pattern.test(name))?.words ?? "";
  const [, language, region, own] = /^Google\.([a-z]{2,3})-([A-Za-z]{2})-.*?([^-]+)$/.exec(name) ?? [];
  if (language && region && own) {
    const called = own.length === 1 ? `Google ${own}` : own;
    return { name, language: `${language}-${region.toUpperCase()}`, label: `${called}, ${words}` };
  }
  const polly = /^Polly\.([\p{L}]+)/u.exec(name)?.[1];
  const spoken = polly && languageOfPollyVoice.get(withoutAccents(polly));
  return polly && spoken ? { name, language: spoken, label: `${polly}, ${words}` } : null;
}

const withoutAccents = (text: string): string => text.normalize("NFD").replace(/\p{Diacritic}/gu, "");

/** Source: Amazon Polly, "Available voices". The names say nothing of the language. */
const pollyVoices: Readonly<Record<string, string>> = {
  arb: "Zeina",
  "ar-AE": "Hala Zayd",
  "ca-ES": "Arlet",
  "cmn-CN": "Zhiyu",
  "cy-GB": "Gwyneth",
  "da-DK": "Mads Naja Sofie",
  "de-AT": "Hannah",
  "de-DE": "Daniel Hans Marlene Vicki",
  "en-AU": "Nicole Olivia Russell",
  "en-GB": "Amy Arthur Brian Emma",
  "en-GB-WLS": "Geraint",
  "en-IE": "Niamh",
  "en-IN": "Aditi Kajal Raveena",
  "en-NZ": "Aria",
  "en-US": "Danielle Gregory Ivy Joanna Joey Justin Kendra Kevin Kimberly Matthew Ruth Salli Stephen",
  "en-ZA": "Ayanda",
  "es-ES": "Conchita Enrique Lucia Sergio",
  "es-MX": "Andres Mia",
  "es-US": "Lupe Miguel Pedro Penelope",
  "fi-FI": "Suvi",
  "fr-BE": "Isabelle",
  "fr-CA": "Chantal Gabrielle Liam",
  "fr-FR": "Celine Lea Mathieu Remi",
  "is-IS": "Dora Karl",
  "it-IT": "Adriano Bianca Carla Giorgio",
  "ja-JP": "Kazuha Mizuki Takumi Tomoko",
  "ko-KR": "Seoyeon",
  "nb-NO": "Ida Liv",
  "nl-BE": "Lisa",
  "nl-NL": "Laura Lotte Ruben",
  "pl-PL": "Ewa Jacek Jan Maja Ola",
  "pt-BR": "Camila Ricardo Thiago Vitoria",
  "pt-PT": "Cristiano Ines",
  "ro-RO": "Carmen",
  "ru-RU": "Maxim Tatyana",
  "sv-SE": "Astrid Elin",
  "tr-TR": "Burcu Filiz",
  "yue-CN": "Hiujin",
};

const languageOfPollyVoice: ReadonlyMap<string, string> = new Map(
  Object.entries(pollyVoices).flatMap(([language, names]) =>
    names.split(" ").map((name) => [name, language] as const),
  ),
);
