/** At most two letters that stand for a name: of its first word and of its last. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  // A letter can be more than one code unit, or one with its accents beside it.
  const first = (word = "") => [...new Intl.Segmenter().segment(word)][0]?.segment ?? "";
  return ends.map(first).join("").toUpperCase();
}
