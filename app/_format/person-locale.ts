/** What is used where a browser asks for nothing we can follow. */
const fallback = "en-US";

/**
 * The locale that dates and numbers are written in for a browser: its own where it asks for English, and English as
 * written in its region otherwise ("de-AT" becomes "en-AT"), since the words around them are English.
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
    if (region) return `en-${region}`;
  }
  return fallback;
}

/** Null for a language alone: "fr" may be written in Canada, "en" anywhere. */
function regionOf(tag: string): string | null {
  try {
    return new Intl.Locale(tag).region ?? null;
  } catch {
    return null;
  }
}
