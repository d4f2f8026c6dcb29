import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtInTemplates } from "@/lib/template/built-in/declarations";
import { answerAfterName, saidNameFrom } from "./after-name";
import { renderAction, withChosen } from "./render-action";
import type { CallAction } from "./setup";
import { ana, moment, ring, step } from "./testing/example-call";

const url = "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1";
const said = (parameters: Record<string, string>) =>
  saidNameFrom(new URLSearchParams({ CallStatus: "in-progress", ...parameters }));
const here = step({ kind: "after-name" });
const asking = {
  ...ring,
  body: `{% if named == false %}<Response><Record action="{{ steps.afterName.unanswered }}"/></Response>{% else %}${ring.body}{% endif %}`,
};

describe("answerAfterName", () => {
  it("keeps the name, and rings", () => {
    const answer = answerAfterName(here, said({ RecordingUrl: url }), asking, moment({ idleSteps: 3 }));
    expect(answer.spokenNameUrl).toBe(url);
    expect(answer.event.words).toBe("The caller said their name");
    expect(answer.twiml).toContain("<Dial");
    // Somebody who speaks is there.
    expect(answer.twiml).toMatch(/after-dial\/[^"]*\/1\/1"/);
  });

  it("is the same answer and the same step however often Twilio asks", () => {
    const ask = () => answerAfterName(here, said({ RecordingUrl: url }), asking, moment());
    expect(ask()).toEqual(ask());
  });

  it.each<[string, Record<string, string>]>([
    ["nothing was recorded", {}],
    ["what was recorded has no address", { RecordingUrl: "" }],
    ["what was recorded has an address that is none", { RecordingUrl: "javascript:alert(1)" }],
  ])("rings as usual where %s", (_, parameters) => {
    const answer = answerAfterName(here, said(parameters), asking, moment());
    expect(answer.twiml).toContain("<Dial");
    expect(answer.spokenNameUrl).toBeUndefined();
    expect(answer.event.words).toBe("The caller gave no name");
  });

  it("goes straight to the next action where everybody has gone away meanwhile", () => {
    const body = `<Response>{% if people == empty %}<Redirect>{{ steps.go.unanswered }}</Redirect>{% else %}${named}{% endif %}</Response>`;
    const answer = answerAfterName(here, said({}), { ...ring, body, people: [] }, moment());
    expect(answer.twiml).toContain("/api/voice/go/");
  });

  it("rings nobody for a caller who has hung up, and keeps what they said", () => {
    const answer = answerAfterName(
      here,
      said({ RecordingUrl: url, CallStatus: "completed" }),
      asking,
      moment(),
    );
    expect(answer.twiml).toContain("<Hangup/>");
    expect(answer.twiml).not.toContain("<Dial");
    expect(answer.spokenNameUrl).toBe(url);
  });

  it("tells the caller politely where the action has been deleted since", () => {
    expect(answerAfterName(here, said({}), null, moment()).twiml).toContain("nobody can take your call");
  });
});

describe.each(["extension", "directory", "menu"])("whoever has been chosen by %s", (key) => {
  const { parameters } = builtInTemplates.find((template) => template.key === key) ?? { parameters: [] };
  const chosen = (values: Record<string, boolean>): CallAction =>
    withChosen(
      {
        ...ring,
        body: readFileSync(join(import.meta.dirname, `../template/built-in/${key}.twiml`), "utf8"),
        parameters: parameters.map(({ key: name, type, defaultValue }) => ({
          key: name,
          type,
          defaultValue,
          value: values[name] ?? null,
        })),
      },
      ana,
    );
  const people = ["99999999-9999-4999-8999-999999999999"];

  it("is rung once the caller has been asked for their name, and once only", () => {
    const action = chosen({ askForName: true });
    const first = renderAction(action, moment({ people }));
    expect(first).toContain("Please say your name after the tone.");
    expect(first).not.toContain("<Dial");
    // The step knows who was chosen.
    expect(/<Record action="[^"]*\/after-name\/([^"]*)"/.exec(first)?.[1]).toContain(people[0]);
    const answer = answerAfterName(here, said({ RecordingUrl: url }), action, moment({ people }));
    expect(answer.twiml).toContain(">+12125550142</Number>");
    expect(answer.spokenNameUrl).toBe(url);
    expect(renderAction(action, moment({ people, named: true }))).toContain("<Dial");
  });

  // In a menu whoever has an extension is always asked.
  const atOnce = key === "menu" ? [{}] : [{}, { askForName: true, askToAccept: false }];
  it.each(atOnce)("is rung at once with %j", (values) => {
    expect(renderAction(chosen(values), moment({ people }))).toContain("<Dial");
  });
});

const named = "{% if named %}{% endif %}";
