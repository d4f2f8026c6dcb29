/** A count or a measure as a locale writes it: "1,234", "8.5". */
export const formatNumber = (value: number, locale: string, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat(locale, options).format(value);

/** A part of a whole: "12%". Nothing of nothing is none. */
export const formatShare = (part: number, whole: number, locale: string): string =>
  formatNumber(whole === 0 ? 0 : part / whole, locale, { style: "percent" });

/** The size of a file: "4.5 MB". */
export const formatMegabytes = (bytes: number, locale: string): string =>
  `${formatNumber(bytes / 1_000_000, locale)} MB`;
