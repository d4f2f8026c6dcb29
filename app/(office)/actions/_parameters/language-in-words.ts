const languageNames = new Intl.DisplayNames(["en"], { type: "language", languageDisplay: "standard" });

/** Amazon Polly's tag for Welsh English is none that BCP 47 allows, and Intl throws for it. */
const otherNames: Readonly<Record<string, string>> = { "en-GB-WLS": "English (Wales)" };

/** "en-GB" is "English (United Kingdom)". */
export const languageInWords = (language: string): string =>
  otherNames[language] ?? languageNames.of(language) ?? language;
