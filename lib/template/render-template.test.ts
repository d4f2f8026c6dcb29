import { afterEach, describe, expect, test, vi } from "vitest";
import { faultOf, renderBody } from "./testing/compile-body";
import { exampleScope, phones } from "./testing/example-call";
import { findElement, readXml } from "./testing/read-xml";

const spoken = (inner: string, values?: Record<string, unknown>): string =>
  findElement(readXml(renderBody(`<Response><Say>${inner}</Say></Response>`, values)), "Say").text;

afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  ["a text as it is", "{{ text }}", { text: `<a> & "b" 'c'` }, `<a> & "b" 'c'`],
  ["null as nothing", "[{{ caller.name }}]", { caller: { number: null, name: null } }, "[]"],
  ["a property of null as nothing", "[{{ next.name }}]", { next: null }, "[]"],
  ["a number", "{{ seconds }}", { seconds: 20.5 }, "20.5"],
  ["yes and no as true and false", "{{ isLoud }}", { isLoud: false }, "false"],
  ["nil as nothing", "[{{ nil }}]", {}, "[]"],
  ["a list of texts one after another", `{{ people | map: "name" }}`, {}, "AdaGrace"],
  [
    "Liquid in a value as text",
    "{{ text }}",
    { text: "{{ caller.name }}{% raw %}" },
    "{{ caller.name }}{% raw %}",
  ],
  ["what the template itself escapes", "&lt;{{ text }}&gt; &#39;", { text: "&lt;" }, "<&lt;> '"],
  ["a literal with markup as text", `{{ "</Say>" }}{{ "\\u003c" }}`, {}, "</Say><"],
])("prints %s", (_, inner, values, expected) => {
  expect(spoken(inner, values)).toBe(expected);
});

describe("what is captured", () => {
  const hostile = { text: `<b> & "c"` };
  test.each([
    ["is escaped once, not twice", "{% capture a %}{{ text }}{% endcapture %}{{ a }}", `<b> & "c"`],
    [
      "may be captured again",
      "{% capture a %}{{ text }}{% endcapture %}{% capture b %}{{ a }}!{% endcapture %}{{ b }}",
      `<b> & "c"!`,
    ],
    ["is what filters see", "{% capture a %}{{ text }}{% endcapture %}{{ a | size }}", "9"],
    ["can be cut anywhere", "{% capture a %}{{ text }}{% endcapture %}{{ a | slice: 4, 3 }}", '& "'],
    ["can be changed to capitals", "{% capture a %}{{ text }}{% endcapture %}{{ a | upcase }}", `<B> & "C"`],
    ["keeps the template's own characters", `{% capture a %}R&D "x"{% endcapture %}{{ a }}`, `R&D "x"`],
    [
      "takes conditions and loops",
      "{% capture a %}{% for p in people %}{% if p.name %}{{ p.name }};{% endif %}{% endfor %}{% endcapture %}{{ a }}",
      "Ada;Grace;",
    ],
  ])("%s", (_, inner, expected) => {
    expect(spoken(inner, hostile)).toBe(expected);
  });
});

test("a text for a URL is encoded and can hold anything", () => {
  expect(spoken("{{ text | url_encode }}", { text: "a b&c=\ud800é" })).toBe("a%20b%26c%3D%C3%A9");
});

test("a condition may ask for the first of an empty list, and printing it is a fault", () => {
  expect(spoken("{% if people.first %}yes{% else %}no{% endif %}", { people: [] })).toBe("no");
  expect(faultOf(() => spoken("{{ people.first.name }}", { people: [] })).code).toBe("missing-value");
});

test("blank lines of Liquid's tags are dropped, and those of a value stay", () => {
  const body =
    "\n{% assign a = 1 %}\n\n<Response>\n  {% if isLoud %}\n  <Say>{{ text }}</Say>\n  {% endif %}\n</Response>\n";
  const twiml = renderBody(body, { text: "one\n\n\ntwo" });
  expect(twiml).toBe("<Response>\n  <Say>one&#10;&#10;&#10;two</Say>\n</Response>\n");
});

test("rendering leaves its scope as it was", () => {
  const scope = exampleScope();
  const before = structuredClone(scope);
  renderBody(
    "<Response>{% assign a = 1 %}{% capture b %}c{% endcapture %}{% for p in people reversed %}<Pause/>{% endfor %}</Response>",
    scope,
  );
  expect(scope).toEqual(before);
});

test("a property of a value that JavaScript would find on its prototype is none", () => {
  const fault = faultOf(() =>
    spoken(`{% assign a = people | first %}{{ a.constructor }}`, { people: phones("Ada") }),
  );
  expect(fault.code).toBe("missing-value");
});

test.each([
  ["as 64 kB are", 63_900, null],
  ["more than 64 kB", 64_100, "too-long"],
])("takes an answer as long %s", (_, length, code) => {
  const render = () => spoken("{{ text }}", { text: "x".repeat(length) });
  if (code) expect(faultOf(render).code).toBe(code);
  else expect(render()).toHaveLength(length);
});

test("counts bytes of UTF-8, not characters", () => {
  expect(faultOf(() => spoken("{{ text }}", { text: "日".repeat(22_000) })).code).toBe("too-long");
});

describe("a template that would never end", () => {
  const counting = (levels: number) => "{% for i in a %}".repeat(levels) + "{% endfor %}".repeat(levels);
  test.each([
    ["counts to a hundred million", "{% for i in (1..100000000) %}{% endfor %}"],
    ["makes a list of a hundred million", "{% assign a = (1..100000000) %}"],
    ["counts to what a caller sends", "{% for i in (1..caller.number) %}{% endfor %}"],
    ["counts within counting", "{% for i in (1..9999) %}{% for j in (1..9999) %}{% endfor %}{% endfor %}"],
    ["counts over a list within itself", `{% assign a = (1..1000) %}${counting(4)}`],
    [
      "prints over and over",
      "{% assign a = (1..1000) %}{% for i in a %}{% for j in a %}some words {% endfor %}{% endfor %}",
    ],
    [
      "doubles a text by capturing",
      `{% assign a = "aaaa" %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}`,
    ],
    [
      "doubles a text by appending",
      `{% assign a = "aaaa" %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}`,
    ],
    [
      "doubles a text by replacing",
      `{% assign a = "aaaa" %}{% for i in (1..60) %}{% assign a = a | replace: "a", "aa" %}{% endfor %}`,
    ],
    [
      "doubles a list",
      `{% assign a = (1..9) %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}`,
    ],
    [
      "doubles a text by encoding",
      `{% assign a = "%" %}{% for i in (1..60) %}{% assign a = a | url_encode | append: a %}{% endfor %}`,
    ],
  ])("that %s stops soon, even where the clock stands still", (_, inner) => {
    vi.spyOn(performance, "now").mockReturnValue(performance.now());
    expect(faultOf(() => spoken(inner)).code).toBe("too-much-work");
  });
});
