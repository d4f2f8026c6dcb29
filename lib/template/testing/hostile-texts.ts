import fc from "fast-check";

/** What somebody would try who wants a value to become something else than text. */
export const hostileTexts: readonly string[] = [
  `"/><Dial>+15005550006</Dial><Say x="`,
  `'/><Redirect>https://example.org</Redirect>`,
  "</Say></Response><Response><Hangup/>",
  "]]>",
  "]]",
  "<![CDATA[",
  "<!-- ",
  "-->",
  "<?xml version='1.0'?>",
  "&lt;Dial&gt; &amp; &#60; &#x3c;",
  "{{ 7 | times: 7 }}",
  "{% raw %}",
  "{% endraw %}{{ caller.number }}",
  "{%- comment -%}",
  "\u0000\u0001\u0008\u000b\u001f\ufffe\uffff",
  "\ud800 half \udc00",
  "line one\nline two\r\nline three\ttabbed\u0085\u2028",
  "__proto__",
  "constructor",
  "toString",
  "x".repeat(10_000),
  "😀 ünïcödé 日本語",
];

/** Any text, half surrogate pairs and control characters among it, and the hostile ones. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0x22, 0x26, 0x27, 0x3c, 0x3e, 0x5d)),
      {
        maxLength: 40,
      },
    )
    .map((units) => String.fromCharCode(...units)),
);
