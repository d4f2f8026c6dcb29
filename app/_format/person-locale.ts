import { nearestEnglish } from "./nearest-english";

/** What is used where a browser asks for nothing we can follow. */
const fallback = "en-US";

/**
 * The locale that dates, times and numbers are written in for a browser. The interface speaks English, so it is English
 * as that is written in the person's region: "de-AT" becomes "en-AT", and "fr", which is most likely French of France,
 * "en-FR". See `docs/decisions/022-english-words-and-the-persons-own-numbers.md`.
 *
 * @param acceptLanguage the request header of that name (RFC 9110, 12.5.4).
 */
export function personLocale(acceptLanguage: string | null): string {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";").map((word) => word.trim());
      const quality = parameters.find((word) => word.startsWith("q="));
      return { tag, quality: quality ? Number(quality.slice(2)) || 0 : 1 };
    })
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
    .toSorted((one, other) => other.quality - one.quality);
  for (const { tag } of wanted) {
    const region = regionOf(tag);
    if (region) return nearestEnglish(region);
  }
  return fallback;
}

/** The region that a tag names, or the likeliest of its language (Unicode TR 35, "Likely Subtags"). Null for neither. */
function regionOf(tag: string): string | null {
  try {
    return new Intl.Locale(tag).maximize().region ?? null;
  } catch {
    return null;
  }
}
