/** "Ana, Ben and Chloe", or "Ana, Ben or Chloe", as a locale joins words. */
export const listInWords = (words: readonly string[], locale: string, by: "and" | "or" = "and"): string =>
  new Intl.ListFormat(locale, { type: by === "and" ? "conjunction" : "disjunction" }).format(words);
