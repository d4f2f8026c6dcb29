import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeXml, forbiddenAt, withoutForbidden } from "./escape-xml";
import { anyText, hostileTexts } from "./testing/hostile-texts";
import { readXml } from "./testing/read-xml";

test.each([
  ["the five characters of markup", `<a b="c" d='e'>&`, "&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;"],
  ["an escaped text once more, as it is text", "&amp;", "&amp;amp;"],
  ["line ends and tabs, which an attribute would lose", "a\r\n\tb", "a&#13;&#10;&#9;b"],
  ["nothing in plain text", "Müller 😀", "Müller 😀"],
])("escapes %s", (_, text, escaped) => {
  expect(escapeXml(text)).toBe(escaped);
});

test.each([
  ["NUL", "a\u0000b"],
  ["a control character", "a\u000bb"],
  ["a non-character", "a\uffffb"],
  ["the first half of a surrogate pair", "a\ud83db"],
  ["the second half of a surrogate pair", "a\ude00b"],
])("strips %s", (_, text) => {
  expect(escapeXml(text)).toBe("ab");
  expect(forbiddenAt(text)).toBe(1);
});

const comesBack = (text: string) => {
  const escaped = escapeXml(text);
  const root = readXml(`<a b="${escaped}" c='${escaped}'>${escaped}</a>`);
  const expected = withoutForbidden(text);
  expect(root).toEqual({ name: "a", attributes: { b: expected, c: expected }, text: expected, children: [] });
};

test.each(hostileTexts.map((text) => [text.slice(0, 30), text]))("%j comes back as it was", (_, text) => {
  comesBack(text);
});

test("any text comes back from an element and from an attribute, less what XML forbids", () => {
  fc.assert(fc.property(anyText, comesBack), { numRuns: 500 });
});
