/**
 * Keys 0 to 9 as they are said, by the language that Twilio listens in: the word itself, and after it what it is mistaken for
 * or also means.
 */
const numbers: Readonly<Record<string, readonly string[]>> = {
  en: [
    "zero oh o",
    "one won",
    "two to too",
    "three",
    "four for",
    "five",
    "six",
    "seven",
    "eight ate",
    "nine",
  ],
  de: ["null", "eins ein eine", "zwei zwo", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
  es: ["cero", "uno un una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"],
  fr: ["zéro", "un une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
  it: ["zero", "uno un una", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"],
  nl: ["nul", "een één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"],
  pt: ["zero", "um uma", "dois duas", "três", "quatro", "cinco", "seis", "sete", "oito", "nove"],
};

const signs: Readonly<Record<string, readonly string[]>> = {
  "*": ["star", "asterisk", "stern", "asterisco", "étoile", "ster", "estrela"],
  "#": ["pound", "hash", "raute", "almohadilla", "dièse", "cancelletto", "hekje"],
};

const listed = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** What says that a key is meant. */
const naming = listed(
  "press key number option choice digit drücke taste nummer option pulse marque tecla número opción appuyez touche sur numéro premere premi tasto numero opzione druk toets optie tecle opção",
);

/** What people say around it. */
const polite = listed(
  "please the i want would like d bitte die ich möchte por favor la el quiero s il vous plaît le per alstublieft de ik wil o a eu",
);

/**
 * The key that somebody has said, as "two", "press two" or "number two, please": a word for it, and nothing else that could
 * mean something, so that "one moment" chooses nothing. Null for anything else.
 *
 * @param words in lower case; digits are told apart before.
 * @param language BCP 47, in which Twilio listened; English stands in for one whose numbers are not known here.
 */
export function spokenKey(words: readonly string[], language: string): string | null {
  const [tag = ""] = language.toLowerCase().split("-");
  const spoken = (numbers[tag] ?? numbers.en ?? []).map((forms) => forms.split(" "));
  const exact = words.filter((word) => !naming.has(word) && !polite.has(word));
  const meant = exact.length === 1 ? spoken.findIndex(([word]) => word === exact[0]) : -1;
  if (meant >= 0) return String(meant);
  const sign = Object.keys(signs).find((key) => exact.length === 1 && signs[key]?.includes(exact[0] ?? ""));
  if (sign) return sign;
  // "I want to" is no key: what has another meaning counts where nothing but a key can be meant.
  const unnamed = words.filter((word) => !naming.has(word));
  const heard = unnamed.length === 1 ? spoken.findIndex((forms) => forms.includes(unnamed[0] ?? "")) : -1;
  return heard >= 0 ? String(heard) : null;
}
