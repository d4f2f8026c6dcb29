/** Fewer are in numbers of all kinds, and no index has them. */
const fewestDigits = 3;

/**
 * The digits of a number, or of a part of one, as E.164 has them, however somebody typed it: without the zero that a country
 * puts before its own numbers. Empty for anything else: "2 pm" is no number.
 */
export function digitsOfNumber(typed: string): string {
  const digits = /^[\d\s()+./-]+$/.test(typed) ? typed.replace(/\D/g, "").replace(/^0+/, "") : "";
  return digits.length >= fewestDigits ? digits : "";
}
