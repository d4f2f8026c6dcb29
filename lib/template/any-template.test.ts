import fc from "fast-check";
import { expect, test } from "vitest";
import { mayHoldCallerData } from "./caller-data";
import type { CompiledTemplate } from "./compile-template";
import { startOfDocument } from "./place";
import { renderTemplate } from "./render-template";
import { TemplateFault } from "./template-fault";
import { compileBody } from "./testing/compile-body";
import { exampleCall, exampleScope } from "./testing/example-call";
import { anyText } from "./testing/hostile-texts";
import { everyElement, readXml, skeletonOf } from "./testing/read-xml";

const values = [
  "text",
  "a",
  "b",
  "caller.name",
  "caller.number",
  "p.name",
  "p.number",
  "voice.name",
  "seconds",
];
const value = fc.constantFrom(...values, `"]]"`, `"<"`);
const filter = fc.constantFrom(
  "",
  "",
  " | upcase",
  ` | append: caller.name`,
  ` | append: "]"`,
  " | truncate: 5",
  " | default: a",
);
const output = fc.tuple(value, filter).map(([name, by]) => `{{ ${name}${by} }}`);

/** Templates that are right more often than not, so that what is refused by the checks alone does not hide the rest. */
const { content } = fc.letrec<{ content: string; piece: string; attributes: string; branch: string }>(
  (tie) => ({
    content: fc.array(tie("piece"), { maxLength: 4 }).map((pieces) => pieces.join("")),
    piece: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      output,
      fc.constantFrom(
        "words ",
        "]]",
        "&gt;",
        "\n",
        "<!-- note -->",
        "{% comment %}x{% endcomment %}",
        "<![CDATA[<]]>",
      ),
      fc
        .tuple(fc.constantFrom("assign a = ", "assign b = "), value, filter)
        .map((parts) => `{% ${parts.join("")} %}`),
      fc
        .tuple(fc.constantFrom("a", "b"), fc.array(output, { maxLength: 3 }))
        .map(([name, outputs]) => `{% capture ${name} %}x${outputs.join(" & ")}{% endcapture %}`),
      fc
        .tuple(
          fc.constantFrom("Say", "Number", "Dial", "Body", "Parameter", "s"),
          tie("attributes"),
          tie("content"),
        )
        .map(([name, attributes, inner]) => `<${name}${attributes}>${inner}</${name}>`),
      fc
        .tuple(tie("branch"), tie("content"), tie("content"))
        .map(([condition, one, other]) => `{% if ${condition} %}${one}{% else %}${other}{% endif %}`),
      tie("content").map(
        (inner) => `{% for p in people %}${inner}{% if isLoud %}{% break %}{% endif %}{% endfor %}`,
      ),
    ),
    attributes: fc.oneof(
      { depthSize: "small" },
      fc.constant(""),
      output.map((printed) => ` value="${printed}"`),
      output.map((printed) => ` url='x${printed}'`),
      tie("attributes").map((inner) => `{% if isLoud %}${inner}{% endif %} loop="1"`),
    ),
    branch: fc.constantFrom(
      "isLoud",
      "a",
      "caller.name",
      "text == caller.name",
      `kind == "busy"`,
      "people.size > 1",
    ),
  }),
);

/** Some of it taken out, doubled or moved, so that quotes and tags end up anywhere. */
const cut = fc.tuple(
  content,
  fc.nat(400),
  fc.nat(12),
  fc.constantFrom("", "<", ">", `"`, "'", "/", " ", "{% endif %}", "{{ text }}"),
);
const body = fc
  .oneof(
    { weight: 3, arbitrary: content },
    {
      weight: 2,
      arbitrary: cut.map(([text, at, length, put]) => text.slice(0, at) + put + text.slice(at + length)),
    },
  )
  .map(
    (inner) => `<Response>{% assign a = text %}{% assign b = 1 %}{% assign p = voice %}${inner}</Response>`,
  );

function compiledOrNull(text: string): CompiledTemplate | null {
  try {
    return compileBody(text);
  } catch (error) {
    expect(error).toBeInstanceOf(TemplateFault);
    return null;
  }
}

function renderedOrNull(template: CompiledTemplate, texts: { text: string; name: string }): string | null {
  const caller = { number: "+14155550123", name: `${mark}${texts.name}`, city: null, country: null };
  try {
    return renderTemplate(template, exampleScope({ ...exampleCall(["next"]), caller, text: texts.text }));
  } catch (error) {
    expect(error).toBeInstanceOf(TemplateFault);
    return null;
  }
}

/** Begins every caller's name here, to be found again in what is rendered. */
const mark = "⟦7⟧";

test("whatever compiles is well-formed, has the same elements for any values, and dials nothing of the caller's", () => {
  let rendered = 0;
  const property = fc.property(body, anyText, anyText, (template, text, name) => {
    const compiled = compiledOrNull(template);
    const plain = compiled && renderedOrNull(compiled, { text: "plain", name: "plain" });
    const hostile = compiled && renderedOrNull(compiled, { text, name });
    if (!plain || !hostile) return;
    rendered += 1;
    const root = readXml(hostile);
    expect(skeletonOf(root)).toBe(skeletonOf(readXml(plain)));
    for (const [where, printed] of printedIn(root)) {
      if (printed.includes(mark)) expect(where).toBe("may hold it");
    }
  });
  fc.assert(property, { numRuns: 2000 });
  // Were nearly everything refused, the property would say nothing.
  expect(rendered).toBeGreaterThan(400);
}, 60_000);

function* printedIn(root: ReturnType<typeof readXml>): Generator<[string, string]> {
  for (const { name, attributes, text } of everyElement(root)) {
    yield [name === "Say" || name === "Body" || name === "s" ? "may hold it" : name, text];
    for (const [attribute, printed] of Object.entries(attributes)) {
      const place = { ...startOfDocument, kind: "attribute" as const, path: [name], attribute };
      yield [mayHoldCallerData(place) ? "may hold it" : `${name} ${attribute}`, printed];
    }
  }
}
