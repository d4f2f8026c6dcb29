import { commonWords } from "./common-passwords";
import { mostPasswordCharacters } from "./password";

/** NIST SP 800-63B asks for eight, and for fifteen where a password is all there is; and for no rules about its characters. */
const fewestPasswordCharacters = 12;

/** A word, a name or a run counts as one piece, any other character as one: fewer than this are guessed soon. */
const fewestPieces = 6;

/** Whom a password is for: what a guesser tries first. */
export interface PasswordOwner {
  name: string;
  email: string;
  firmName: string;
}

/** What is wrong with a new password, in a sentence for beside its field; null when it will do. */
export function passwordFault(password: string, owner: PasswordOwner): string | null {
  const plain = password.normalize("NFKC");
  const length = [...plain].length;
  if (length < fewestPasswordCharacters) {
    return `Use at least ${fewestPasswordCharacters} characters. A few words that do not belong together are easy to remember.`;
  }
  if (length > mostPasswordCharacters) return `Use at most ${mostPasswordCharacters} characters.`;
  const own = ownWords(owner);
  if (pieces(plain, new Set([...commonWords, ...own])) >= fewestPieces) return null;
  return pieces(plain, commonWords) >= fewestPieces
    ? "This is too much like your name, your address or your firm. Choose something that nobody would try."
    : "This is one of the passwords that are guessed first. Choose something less common.";
}

/** Names are often shorter than a word has to be to be looked for inside others. */
const ownWords = ({ name, email, firmName }: PasswordOwner): string[] =>
  [name, email, firmName]
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .map(bare)
    .filter((word) => word.length >= 3);

/** Letters and digits alone, in small letters. */
const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * How many different things somebody has to guess: each place is read as the longest known piece that begins there. The
 * same once more is no secret, nor is what stands between words.
 */
function pieces(password: string, known: ReadonlySet<string>): number {
  const typed = password.toLowerCase().replace(/[\s\-_.]/g, "");
  const longest = Math.max(...[...known].map((word) => word.length));
  const found = new Set<string>();
  for (let at = 0; at < typed.length; ) {
    const length = Math.max(knownWordAt(typed, at, known, longest), yearAt(typed, at), runAt(typed, at), 1);
    found.add(typed.slice(at, at + length));
    at += length;
  }
  return found.size;
}

/** People write words with these, and believe that nobody else does. */
const disguises: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "!": "i",
  "3": "e",
  "4": "a",
  "@": "a",
  "5": "s",
  $: "s",
  "7": "t",
};

function knownWordAt(typed: string, at: number, known: ReadonlySet<string>, longest: number): number {
  for (let length = Math.min(longest, typed.length - at); length >= 2; length--) {
    const word = typed.slice(at, at + length);
    const undisguised = [...word].map((character) => disguises[character] ?? character).join("");
    if (known.has(word) || known.has(undisguised)) return length;
  }
  return 0;
}

const yearAt = (typed: string, at: number): number => (/^(19|20)\d\d/.test(typed.slice(at)) ? 4 : 0);

/** Rows and columns of keyboards, the alphabet and the digits. */
const tracks = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "yxcvbnm",
  "!@#$%^&*()",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
].flatMap((track) => [track, [...track].reverse().join("")]);

/** Characters that follow each other on a keyboard or in the alphabet, or one that is repeated: three and more. */
function runAt(typed: string, at: number): number {
  const repeated = /^(.)\1*/su.exec(typed.slice(at))?.[0].length ?? 0;
  let inTrack = 0;
  while (
    at + inTrack < typed.length &&
    tracks.some((track) => track.includes(typed.slice(at, at + inTrack + 1)))
  )
    inTrack++;
  const length = Math.max(repeated, inTrack);
  return length >= 3 ? length : 0;
}
