export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The longest words to search for that a URL is listened to. */
export const longestSearch = 100;

/** Reads single values of a URL's query, trimmed: empty where one is missing, or is there twice. */
export const urlTexts = (searchParams: SearchParams) => (name: string) => {
  const value = searchParams[name];
  return typeof value === "string" ? value.trim() : "";
};
