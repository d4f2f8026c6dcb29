export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The longest words to search for that anybody is listened to. */
export const longestSearch = 100;

/** What a look-up is asked for: a bare POST reaches one from anywhere, and may bring anything. */
export const searchSent = (sent: unknown): string =>
  typeof sent === "string" ? sent.slice(0, longestSearch) : "";

/** Reads single values of a URL's query, trimmed: empty where one is missing, or is there twice. */
export const urlTexts = (searchParams: SearchParams) => (name: string) => {
  const value = searchParams[name];
  return typeof value === "string" ? value.trim() : "";
};
