/** A field of one parameter: its name in the form, what stands in it at first, and what was wrong with it. */
export type FieldLookup = (name: string) => { name: string; typed: string; error: string | undefined };

/** What an answer says of a field, or of a part of it: the third option of a choice, say. */
export function errorOf(fieldErrors: Readonly<Record<string, string>>, name: string): string | undefined {
  const inside = Object.keys(fieldErrors).find((field) => field === name || field.startsWith(`${name}.`));
  return inside === undefined ? undefined : fieldErrors[inside];
}
