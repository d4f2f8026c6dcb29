import type { TypedPhone } from "./phones-schema";

/** More than anybody has; Twilio rings ten at once at most. */
export const mostPhones = 10;

/** A phone as the editor holds it. */
export interface EditedPhone extends TypedPhone {
  /** Stays with it while it is moved. */
  key: string;
}

export const withKeys = (phones: readonly TypedPhone[]): EditedPhone[] =>
  phones.map((phone, index) => ({ ...phone, key: `phone-${index}` }));

/** What the hidden field says. */
export const toJson = (phones: readonly EditedPhone[]): string =>
  JSON.stringify(phones.map(({ key: _, ...phone }) => phone));

/** What was typed before, from the hidden field of a form that was sent before its page had come alive. */
export function fromJson(typed: string | undefined): TypedPhone[] | null {
  if (typed === undefined) return null;
  try {
    const phones: unknown = JSON.parse(typed);
    return Array.isArray(phones) ? phones.filter(isTypedPhone) : null;
  } catch {
    return null;
  }
}

const isTypedPhone = (phone: unknown): phone is TypedPhone =>
  typeof phone === "object" &&
  phone !== null &&
  "label" in phone &&
  typeof phone.label === "string" &&
  "number" in phone &&
  typeof phone.number === "string" &&
  "isRung" in phone &&
  typeof phone.isRung === "boolean";

/** The list with one of them a place further up or down. */
export function moved(phones: readonly EditedPhone[], key: string, by: -1 | 1): EditedPhone[] {
  const from = phones.findIndex((phone) => phone.key === key);
  const phone = phones[from];
  const to = from + by;
  if (!phone || to < 0 || to >= phones.length) return [...phones];
  return phones.toSpliced(from, 1).toSpliced(to, 0, phone);
}
