import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { builtInTemplates } from "../built-in/declarations";
import { declare } from "../built-in/declare";
import { checkDraft } from "./check-draft";

const parameters = [
  declare("greeting", "longText", "Greeting", "", { isRequired: true }),
  declare("sound", "audio", "Sound", ""),
  declare("isLoud", "yesNo", "Loud", ""),
  declare("people", "people", "Who", ""),
  declare("next", "action", "Then", ""),
  declare("kind", "choice", "Kind", "", {
    bounds: {
      options: [
        { value: "busy", label: "Busy" },
        { value: "odd", label: "Odd" },
      ],
    },
  }),
];

const problemsOf = (...lines: string[]) =>
  checkDraft({ body: lines.join("\n"), parameters }).map(
    ({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`,
  );

describe("checkDraft", () => {
  it("finds nothing in a template that is right", () => {
    expect(problemsOf("<Response>", "  <Say>{{ greeting }}</Say>", "</Response>")).toEqual([]);
  });

  it("names the line and column in the template, not in what it makes of it", () => {
    expect(
      problemsOf(
        "{% comment %}",
        "  two lines",
        "{% endcomment %}",
        '<?xml version="1.0"?>',
        "<Response>",
        "  {% for phone in people %}",
        "    <Pause/>",
        "  {% endfor %}",
        "  <Redirect>/relative</Redirect>",
        "</Response>",
      ),
    ).toEqual([expect.stringMatching(/^9:3 error The address in <Redirect> must be a whole web address/)]);
  });

  it("names the line of another verb that a message speaks of", () => {
    expect(
      problemsOf(
        "<Response>",
        "{% for phone in people %}<Pause/>",
        "{% endfor %}<Hangup/>",
        "<Say>Hello</Say>",
        "</Response>",
      ),
    ).toEqual(["4:1 warning <Say> is never reached: <Hangup> ends the call (line 3)."]);
  });

  it.each([
    ["XML that is not well-formed", "<Say>Hello</Sai>", /^2:13 error <\/Sai> stands where <\/Say>/],
    ["a verb that Twilio does not know", "<Speak>Hello</Speak>", /^2:3 error .*<Speak>/],
    ["a noun in the wrong place", "<Number>+12125550142</Number>", /^2:3 error .*<Number>/],
    ["an attribute that the verb does not take", `<Say loudness="3">Hello</Say>`, /^2:\d+ error .*loudness/],
    ["a placeholder that is not declared", "<Say>{{ greting }}</Say>", /^2:11 error .*greting/],
    ["a relative address", "<Play>/sounds/hello.mp3</Play>", /^2:3 error .*whole web address/],
    [
      "what the caller sent in an address",
      "<Play>https://a.example/{{ caller.name }}</Play>",
      /^2:\d+ error/,
    ],
  ])("refuses %s at its line", (_, verb, problem) => {
    expect(problemsOf("<Response>", `  ${verb}`, "</Response>")).toEqual([expect.stringMatching(problem)]);
  });

  it("finds every placeholder that is wrong, and what is wrong elsewhere, at once", () => {
    expect(
      problemsOf(
        "<Response>",
        "<Say>{{ one }}</Say>",
        "<Say>{{ two }}{{ three.four }}</Say>",
        "<Speak/>",
        "</Response>",
      ).map((problem) => problem.split(" ")[0]),
    ).toEqual(["2:9", "3:9", "3:18", "4:1"]);
  });

  it("says when a problem is one of what is left empty alone", () => {
    expect(problemsOf("<Response>", "<Play>{{ sound }}</Play>", "</Response>")).toEqual([
      expect.stringMatching(/^2:1 error .*it is empty \(when “Sound” is left empty\)\.$/),
    ]);
  });

  it("says when a problem is one of a choice alone", () => {
    expect(problemsOf("<Response>", `<Reject reason="{{ kind }}"/>`, "</Response>")).toEqual(
      [
        expect.stringMatching(/^2:9 error .*“odd”.*\(when “Kind” is “Odd”\)\.$/),
        expect.stringMatching(/\(when “Kind” is left empty\)\.$/),
      ].slice(0, 1),
    );
  });

  it("warns of a situation that the template does not care for", () => {
    expect(
      problemsOf(
        "<Response><Dial>{% for phone in people %}<Number>{{ phone.number }}</Number>{% endfor %}</Dial></Response>",
      ),
    ).toEqual([
      expect.stringMatching(/^1:11 warning .*rings nobody.*\(when nobody is there to be rung\)\.$/),
    ]);
  });

  it("reports a value that is missing where the template is rendered", () => {
    expect(problemsOf("<Response>", "<Say>{{ people.first.name }}</Say>", "</Response>")).toEqual([
      expect.stringMatching(/^2:\d+ error .*has no value here.*\(when nobody is there to be rung\)\.$/),
    ]);
  });

  it.each([
    ["nothing", ""],
    ["a blank", " "],
    ["a tag that templates do not have", "{% raw %}"],
    ["a loop without an end", "<Response>{% for a in people %}"],
    ["a control character", "\u0000"],
    ["more than Twilio takes", "x".repeat(70_000)],
  ])("answers for %s", (_, body) => {
    expect(checkDraft({ body, parameters }).length).toBeGreaterThan(0);
  });
});

test.each(builtInTemplates.map(({ key, parameters: declared }) => [key, declared] as const))(
  "the built-in %s has no problems, not even on its ways out of the ordinary",
  (key, declared) => {
    const body = readFileSync(join(import.meta.dirname, `../built-in/${key}.twiml`), "utf8");
    expect(checkDraft({ body, parameters: declared })).toEqual([]);
  },
);
