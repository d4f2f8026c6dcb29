/** Digits in groups with hyphens between them, as `formatPhoneNumber` writes many countries' numbers. */
const number = /(\+?\(?\d[\d()\u00a0./]*-[\d()\u00a0./-]*\d)/;

/** A text in its parts: those that are a phone number with hyphens, and what stands between. */
export function cutAtNumbers(text: string): { text: string; isNumber: boolean }[] {
  return text
    .split(number)
    .map((part, index) => ({ text: part, isNumber: index % 2 === 1 }))
    .filter((part) => part.text !== "");
}
