/** More typing mistakes than this make another word. */
const MAX_MISTAKES = 2;

/** " Did you mean …?" with the name dressed by `show`, or nothing. */
export function didYouMean(
  written: string,
  names: Iterable<string>,
  show = (name: string): string => name,
): string {
  const similar = findSimilarName(written, names);
  return similar === null ? "" : ` Did you mean ${show(similar)}?`;
}

/** The name that was probably meant, or null if none is close: `Sya` → `Say`, `numdigits` → `numDigits`. */
function findSimilarName(written: string, names: Iterable<string>): string | null {
  const wanted = written.toLowerCase();
  let best: string | null = null;
  let fewest = Math.min(MAX_MISTAKES, Math.floor(written.length / 2)) + 1;
  for (const name of names) {
    if (Math.abs(name.length - written.length) >= fewest) continue;
    const mistakes = countMistakes(wanted, name.toLowerCase(), fewest);
    if (mistakes < fewest) [best, fewest] = [name, mistakes];
  }
  return best;
}

/**
 * Damerau and Levenshtein's distance: letters missing, added, replaced, or two neighbours swapped. It stops counting
 * at `enough`.
 */
function countMistakes(a: string, b: string, enough: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? (beforePrevious[column - 2] ?? Number.POSITIVE_INFINITY) + 1
          : Number.POSITIVE_INFINITY;
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replaced, swapped));
    }
    if (Math.min(...current) >= enough) return enough;
    [beforePrevious, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}
