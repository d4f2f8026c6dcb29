/** Everything but the characters of XML 1.0 (section 2.2, production 2). Half a surrogate pair is no character. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const special = /[&<>"'\t\n\r]|[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A parser turns a bare line end or tab of an attribute into a space, and a bare carriage return into a line feed. */
const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** The text without the characters that XML cannot hold even as references. */
export function withoutForbidden(text: string): string {
  return text.replace(forbidden, "");
}

/** Offset of the first such character, or -1. */
export function forbiddenAt(text: string): number {
  return text.search(forbidden);
}

/**
 * The text as XML 1.0 holds it, in an element or in an attribute: an XML parser gives back the same text, less the
 * characters that XML forbids.
 */
export function escapeXml(text: string): string {
  return text.replace(special, (character) => references[character] ?? "");
}
