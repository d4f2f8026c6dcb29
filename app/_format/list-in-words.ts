/** "Ana, Ben and Chloe", as a locale joins words. */
export const listInWords = (words: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
