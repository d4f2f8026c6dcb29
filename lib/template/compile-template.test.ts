import { describe, expect, test } from "vitest";
import { compileTemplate } from "./compile-template";
import { compileBody, faultOf } from "./testing/compile-body";

const within = (inner: string) => `<Response>${inner}</Response>`;
const inSay = (inner: string) => within(`<Say>${inner}</Say>`);

const accepted: [string, string][] = [
  ["an empty response", "<Response/>"],
  [
    "a comment and an assignment before the XML declaration",
    `{% comment %} x {% endcomment %}\n{% assign a = 1 %}<?xml version="1.0" encoding="utf-8"?>\n<Response/>`,
  ],
  ["a comment on a condition before the first element", "{% if isLoud %}<!-- a -->{% endif %}<Response/>"],
  ["comments and CDATA of plain text", within("<!-- a & <b> --><Say><![CDATA[ 1 < 2 & 3 ]]></Say>")],
  ["attributes in either quote", within(`<Say voice="{{ voice.name }}" language='{{ voice.language }}'/>`)],
  ["an attribute on a condition", within(`<Say {% if isLoud %}loop="2"{% endif %} voice="x"/>`)],
  [
    "an attribute on a condition, its space within",
    within(`<Say{% if isLoud %} loop="2"{% endif %}>a</Say>`),
  ],
  [
    "one attribute with two values to choose from",
    within(`<Say loop="{% if isLoud %}2{% else %}1{% endif %}"/>`),
  ],
  ["an attribute in each branch", within(`<Say {% if isLoud %}loop="2"{% else %}loop="1"{% endif %}/>`)],
  ["whole elements on a condition", within(`{% unless isLoud %}<Pause/>{% else %}<Hangup/>{% endunless %}`)],
  [
    "a case over texts",
    within(`{% case kind %}{% when "busy", "x" %}<Pause/>{% else %}<Hangup/>{% endcase %}`),
  ],
  [
    "a case that chooses an attribute",
    within(
      `<Reject {% case kind %}{% when "a" %}reason="busy"{% when "b" %}reason="rejected"{% endcase %}/>`,
    ),
  ],
  [
    "a loop over people",
    within("<Dial>{% for p in people limit: 10 %}<Number>{{ p.number }}</Number>{% endfor %}</Dial>"),
  ],
  [
    "a loop within an attribute",
    within(
      `<Gather hints="{% for k in keys %}{{ k.label }}{% unless forloop.last %}, {% endunless %}{% endfor %}"/>`,
    ),
  ],
  [
    "a loop that is left between elements",
    within("{% for p in people %}{% if p.name %}{% break %}{% endif %}<Pause/>{% endfor %}"),
  ],
  [
    "a variable set in both branches",
    inSay(`{% if isLoud %}{% assign a = "A" %}{% else %}{% assign a = "B" %}{% endif %}{{ a }}`),
  ],
  [
    "a variable with the properties of what it was set to",
    inSay("{% assign first = people.first %}{{ first.name }}"),
  ],
  ["a list made by filters", inSay(`{{ people | map: "name" | join: ", " }}`)],
  ["names and properties in brackets", inSay(`{{ ["caller"]["name"] }}{{ people[0]["name"] }}`)],
  ["a > in an attribute", within(`<Gather hints="a > b"/>`)],
  ["references to characters", inSay("&amp; &#233; &#xE9;")],
  ["a placeholder with every operator", inSay("{{ isLoud and seconds > 3 or not isLoud }}")],
];

test.each(accepted)("accepts %s", (_, body) => {
  expect(() => compileBody(body)).not.toThrow();
});

/** What is refused, its code, and what the words must hold. */
type Refusal = [what: string, body: string, code: string, message: RegExp];

const refused: Refusal[] = [
  ["an output that is not closed", inSay("{{ text"), "syntax", /\{\{ is not closed/],
  ["a tag that is not closed", inSay("{% if text"), "syntax", /\{% is not closed/],
  ["a condition without an end", inSay("{% if text %}a"), "syntax", /\{% endif %\}/],
  ["an end without a beginning", inSay("{% endfor %}"), "not-available", /stands alone/],
  ["nothing to print", inSay("{{ }}"), "syntax", /value is missing/],
  ["two values side by side", inSay("{{ text kind }}"), "syntax", /operator/],
  ["a condition with two values side by side", inSay("{% if text kind %}{% endif %}"), "syntax", /operator/],
  ["one = instead of two", inSay("{% if kind = 'busy' %}{% endif %}"), "syntax", /cannot be read/],
  [
    "a loop's option without its colon",
    within("{% for p in people limit 2 %}{% endfor %}"),
    "syntax",
    /limit:/,
  ],
  [
    "a case with the same value twice",
    within("{% case kind %}{% when 'a' %}{% when 'a' %}{% endcase %}"),
    "syntax",
    /twice/,
  ],
  [
    "a case that compares with a variable",
    within("{% case kind %}{% when text %}{% endcase %}"),
    "syntax",
    /fixed/,
  ],

  ...[
    "raw",
    "include",
    "render",
    "layout",
    "block",
    "tablerow",
    "cycle",
    "echo",
    "liquid",
    "increment",
    "decrement",
  ].map((tag): Refusal => [`the tag ${tag}`, inSay(`{% ${tag} "x" %}`), "not-available", new RegExp(tag)]),
  ["raw with an end", inSay("{% raw %}{{ text }}{% endraw %}"), "not-available", /raw/],
  ...["raw", "escape", "date", "json", "sample", "where_exp", "sha256", "constructor", "toString"].map(
    (filter): Refusal => [
      `the filter ${filter}`,
      inSay(`{{ text | ${filter} }}`),
      "not-available",
      new RegExp(filter),
    ],
  ),

  ["a name that is not declared", inSay("{{ txt }}"), "unknown-name", /“txt”/],
  ["an undeclared name in a condition", inSay("{% if txt %}{% endif %}"), "unknown-name", /“txt”/],
  ["an undeclared name in a filter", inSay("{{ text | append: txt }}"), "unknown-name", /“txt”/],
  ["an undeclared name as an index", inSay("{{ people[txt].name }}"), "unknown-name", /“txt”/],
  [
    "an undeclared name where a range begins",
    within("{% for i in (txt..2) %}{% endfor %}"),
    "unknown-name",
    /“txt”/,
  ],
  ["an undeclared name in a range's property", inSay("{{ (1..txt).size }}"), "unknown-name", /“txt”/],
  ["an undeclared name in a range", within("{% for i in (1..txt) %}{% endfor %}"), "unknown-name", /“txt”/],
  [
    "an undeclared name in a loop's option",
    within("{% for p in people limit: txt %}{% endfor %}"),
    "unknown-name",
    /“txt”/,
  ],
  [
    "an undeclared name where nothing is rendered",
    inSay("{% if false %}{{ txt }}{% endif %}"),
    "unknown-name",
    /“txt”/,
  ],
  ["a name looked up by a value", inSay("{{ [text] }}"), "unknown-name", /written out/],
  [
    "a variable set in one branch only",
    inSay("{% if isLoud %}{% assign a = 1 %}{% endif %}{{ a }}"),
    "unknown-name",
    /every way/,
  ],
  [
    "a variable set in a loop and read after it",
    inSay("{% for p in people %}{% assign a = 1 %}{% endfor %}{{ a }}"),
    "unknown-name",
    /every way/,
  ],
  [
    "a loop's variable after the loop",
    inSay("{% for p in people %}{% endfor %}{{ p.name }}"),
    "unknown-name",
    /“p”/,
  ],
  ["forloop outside a loop", inSay("{{ forloop.index }}"), "unknown-name", /forloop/],
  ["a variable with a name of the call", inSay("{% assign line = caller.name %}"), "name-taken", /“line”/],
  [
    "a capture with a parameter's name",
    inSay("{% capture people %}a{% endcapture %}"),
    "name-taken",
    /“people”/,
  ],
  [
    "a loop variable with a parameter's name",
    within("{% for people in people %}{% endfor %}"),
    "name-taken",
    /“people”/,
  ],

  [
    "a misspelt property of the caller",
    inSay("{{ caller.nmae }}"),
    "unknown-property",
    /number, name, city, country/,
  ],
  ["a misspelt property of the line", inSay("{{ line.nam }}"), "unknown-property", /number/],
  [
    "a step for what is no action parameter",
    within("<Redirect>{{ steps.go.people }}</Redirect>"),
    "unknown-property",
    /It has: next/,
  ],
  [
    "a misspelt step",
    within("<Redirect>{{ steps.goto.next }}</Redirect>"),
    "unknown-property",
    /go, menu, extension, directory, afterDial, afterRecord, afterName, recorded, transcribed/,
  ],
  [
    "a step looked up by a value",
    within("<Redirect>{{ steps.go[text] }}</Redirect>"),
    "unknown-property",
    /steps\.go/,
  ],
  [
    "a misspelt property of a person",
    within("{% for p in people %}<Say>{{ p.nmae }}</Say>{% endfor %}"),
    "unknown-property",
    /screen/,
  ],
  ["a property of a number", inSay("{{ seconds.long }}"), "unknown-property", /seconds/],
  ["JavaScript's own properties", inSay("{{ text.constructor }}"), "unknown-property", /constructor/],
  ["a prototype", inSay("{{ caller.__proto__ }}"), "unknown-property", /__proto__/],
  ["printing a list", inSay("{{ people }}"), "wrong-kind", /list/],
  ["printing a group of values", inSay("{{ voice }}"), "wrong-kind", /name, language/],
  ["a loop over what is no list", within("{% for c in caller %}{% endfor %}"), "wrong-kind", /no list/],

  ["no element at all", "Hello", "markup", /outside/],
  ["nothing at all", "", "markup", /needs <Response>/],
  ["two outermost elements", "<Response/><Response/>", "markup", /closed already/],
  ["an element that is not closed", "<Response><Say>a", "markup", /inside <Say>/],
  ["elements that overlap", "<Response><Say>a</Response></Say>", "markup", /<\/Say> must come first/],
  ["a bare &", inSay("Smith & Sons"), "markup", /&amp;/],
  ["a bare <", inSay("1 < 2"), "markup", /&lt;/],
  ["a bare >, as ]] could come from a value before it", inSay("{{ text }}>"), "markup", /&gt;/],
  ["an entity that XML does not have", inSay("&nbsp;"), "markup", /&amp;/],
  ["a reference to a forbidden character", inSay("&#0;"), "markup", /forbids/],
  ["a control character", inSay("a\u0001b"), "markup", /control character/],
  ["an attribute without quotes", within("<Say voice=x/>"), "markup", /name="value"/],
  ["an attribute twice", within(`<Say voice="a" voice="b"/>`), "markup", /twice/],
  [
    "an attribute that a condition could repeat",
    within(`<Say voice="a" {% if isLoud %}voice="b"{% endif %}/>`),
    "markup",
    /twice/,
  ],
  [
    "an attribute that the other branch could repeat",
    within(`<Say {% if isLoud %}{% else %}loop="1"{% endif %} loop="2"/>`),
    "markup",
    /twice/,
  ],
  [
    "attributes that one branch leaves without a space",
    within(`<Say {% if isLoud %}loop="1"{% endif %}voice="a"/>`),
    "markup",
    /space/,
  ],
  [
    "an XML declaration that a branch may come before",
    `{% if isLoud %}<!-- a -->{% endif %}<?xml version="1.0"?><Response/>`,
    "markup",
    /begins no tag/,
  ],
  ["attributes without a space", within(`<Say voice="a"loop="2"/>`), "markup", /space/],
  ["a < within an attribute", within(`<Say voice="a<b"/>`), "markup", /not closed/],
  ["a document type", `<!DOCTYPE Response><Response/>`, "markup", /begins no tag/],
  ["a processing instruction", within("<?php echo 1 ?>"), "markup", /begins no tag/],
  ["an XML declaration that is not first", within(`<?xml version="1.0"?>`), "markup", /begins no tag/],
  ["another encoding", `<?xml version="1.0" encoding="latin1"?><Response/>`, "markup", /begins no tag/],
  ["a comment with -- in it", within("<!-- a -- b -->"), "markup", /begins no tag/],

  ["a placeholder before the first element", "{{ text }}<Response/>", "placeholder-place", /outside/],
  [
    "a placeholder in place of attributes",
    within("<Say {{ text }}>a</Say>"),
    "placeholder-place",
    /within the tag/,
  ],
  ["a placeholder as an element's name", within("<{{ kind }}/>"), "markup", /begins no tag/],
  ["a placeholder in an element's name", within("<Say{{ kind }}/>"), "placeholder-place", /within the tag/],
  [
    "a placeholder as an attribute's name",
    within(`<Say {{ kind }}="x"/>`),
    "placeholder-place",
    /within the tag/,
  ],
  ["a placeholder in an attribute's name", within(`<Say a{{ kind }}="x"/>`), "markup", /name="value"/],
  ["a placeholder as a value without quotes", within("<Say voice={{ kind }}/>"), "markup", /name="value"/],
  ["a placeholder in a comment", within("<!-- {{ text }} -->"), "markup", /comments/],
  ["a placeholder in CDATA", inSay("<![CDATA[{{ text }}]]>"), "markup", /CDATA/],
  ["a placeholder in an instruction", within("<?x {{ text }} ?>"), "markup", /begins no tag/],
  ["a placeholder in a closing tag", within("<Say></Say{{ text }}>"), "markup", /begins no tag/],

  [
    "a quote cut in half by a condition",
    within(`<Say {% if isLoud %}voice="{% endif %}a"/>`),
    "unbalanced",
    /in the value of voice/,
  ],
  [
    "quotes that differ by branch",
    within(`<Say {% if isLoud %}voice="{% else %}voice='{% endif %}a"/>`),
    "unbalanced",
    /one branch/,
  ],
  [
    "attributes that differ by branch",
    within(`<Say {% if isLoud %}voice="{% else %}loop="{% endif %}2"/>`),
    "unbalanced",
    /of <Say>/,
  ],
  [
    "an element cut in half by a condition",
    within("{% if isLoud %}<Say>{% endif %}a</Say>"),
    "unbalanced",
    /inside <Say>/,
  ],
  [
    "an element cut in half by a loop",
    within("{% for p in people %}<Say>{% endfor %}"),
    "unbalanced",
    /within a loop/,
  ],
  [
    "an element cut in half by a case",
    within("{% case kind %}{% when 'a' %}<Say>{% endcase %}</Say>"),
    "unbalanced",
    /inside <Say>/,
  ],
  [
    "attributes set by a loop",
    within(`<Say {% for p in people %}a="b" {% endfor %}/>`),
    "unbalanced",
    /within a tag/,
  ],
  [
    "an outermost element on a condition",
    "{% if isLoud %}<Response/>{% endif %}",
    "unbalanced",
    /one branch/,
  ],
  [
    "an outermost element on a condition, after a comment",
    "<!-- a -->{% if isLoud %}<Response/>{% endif %}",
    "unbalanced",
    /outside/,
  ],
  ["a name cut in half by a condition", within("<Sa{% if isLoud %}y{% endif %}/>"), "markup", /space/],
  [
    "a break that leaves an element open",
    within("{% for p in people %}<Say>{% break %}</Say>{% endfor %}"),
    "unbalanced",
    /break/,
  ],
  ["a break outside a loop", within("{% break %}"), "unbalanced", /no loop/],
  [
    "a break out of a capture",
    within("{% for p in people %}{% capture a %}{% break %}{% endcapture %}{% endfor %}"),
    "unbalanced",
    /no loop/,
  ],
  ["markup in a capture", within("{% capture a %}<Say>b</Say>{% endcapture %}"), "markup", /text only/],
  [
    "an escaped character in a capture",
    within("{% capture a %}b &amp; c{% endcapture %}"),
    "markup",
    /text only/,
  ],

  ["too many characters", within(" ".repeat(64_000)), "too-long", /64000/],
  ...[25, 250, 800, 2500].map(
    (depth): Refusal => [
      `tags nested ${depth} deep`,
      inSay("{% if text %}".repeat(depth) + "{% endif %}".repeat(depth)),
      "too-deep",
      /within each other/,
    ],
  ),
  ["elements nested too deeply", "<a>".repeat(10_000), "markup", /within each other/],
  [
    "more attributes than there are",
    within(`<Say ${Array.from({ length: 5000 }, (_, index) => `a${index}=""`).join(" ")}/>`),
    "markup",
    /too many attributes/,
  ],
];

test.each(refused)("refuses %s", (_, body, code, message) => {
  const fault = faultOf(() => compileBody(body));
  expect(fault.code).toBe(code);
  expect(fault.message).toMatch(message);
});

describe("a parameter's key", () => {
  const withKeys = (...keys: string[]) =>
    compileTemplate({ body: "<Response/>", parameters: keys.map((key) => ({ key, type: "text" })) });

  test.each([
    "caller",
    "line",
    "firm",
    "steps",
    "round",
    "recorded",
    "forloop",
    "true",
    "nil",
    "empty",
    "contains",
    "constructor",
    "toString",
  ])("cannot be the word %s", (key) => {
    expect(faultOf(() => withKeys(key)).code).toBe("parameter-key");
  });
  test.each(["", "Text", "1a", "a b", "a-b", "__proto__", "ä"])("cannot have the form %j", (key) => {
    expect(faultOf(() => withKeys(key)).code).toBe("parameter-key");
  });
  test("cannot be used twice", () => {
    expect(faultOf(() => withKeys("a", "b", "a")).message).toContain("two parameters");
  });
});

test.each([
  ["a name", "<Response>\n  <Say>\n    {{ txt }}\n  </Say>\n</Response>", 3, 8],
  ["a mark of text", "<Response>\n  <Say>a &\n b</Say></Response>", 2, 10],
  ["a tag", "<Response>\n{% raw %}{% endraw %}</Response>", 2, 1],
  ["what is missing at the end", "<Response>\n<Say>", 2, 6],
  ["text behind trimmed white space", "<Response>{{ text -}}\n\n  <Say>&</Say></Response>", 3, 8],
])("says in which line and column %s is wrong", (_, body, line, column) => {
  expect(faultOf(() => compileBody(body))).toMatchObject({ line, column });
});

test("tells which names a template reads", () => {
  const { mentions } = compileBody(
    `<Response>{% unless recorded %}<Pause length="{{ seconds | at_most: round }}"/>{% endunless %}</Response>`,
  );
  expect([...mentions].sort()).toEqual(["recorded", "round", "seconds"]);
});
