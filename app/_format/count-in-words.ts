import { formatNumber } from "./format-number";

/** How many of a thing, as a locale writes it: "1 number", "1,234 numbers". */
export const countInWords = (count: number, one: string, many: string, locale: string): string =>
  `${formatNumber(count, locale)} ${count === 1 ? one : many}`;
