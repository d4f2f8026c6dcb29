import { describe, expect, it } from "vitest";
import { answerExtension, extensionIn } from "./extension";
import { NotLookedUp } from "./prompt";
import type { CallAction, Reached } from "./setup";
import { ana, moment, nextId, person, step } from "./testing/example-call";

const id = "77777777-7777-4777-8777-777777777777";
const anaId = "99999999-9999-4999-8999-999999999999";

const prompt: CallAction = {
  id,
  name: "Dial an extension",
  body: `<Response>{% if chosen == nil %}<Gather action="{{ steps.extension }}"><Say>{% if round > 1 %}Nobody has it. {% endif %}Dial.</Say></Gather>{% elsif chosen == empty %}<Redirect>{{ steps.go.unanswered }}</Redirect>{% else %}<Dial action="{{ steps.afterDial.unanswered }}">{% for phone in chosen %}<Number url="{{ phone.screen }}">{{ phone.number }}</Number>{% endfor %}</Dial>{% endif %}</Response>`,
  parameters: [
    { key: "attempts", type: "number", defaultValue: 3, value: 2 },
    { key: "unanswered", type: "action", defaultValue: null, value: null },
    { key: "operator", type: "action", defaultValue: null, value: null },
    { key: "otherwise", type: "action", defaultValue: null, value: null },
  ],
  people: [],
  targets: [],
};

const leading = (key: string): CallAction => ({
  ...prompt,
  targets: [{ key, menuKey: null, label: null, actionId: nextId, actionName: "Reception" }],
});

const nobody: Reached = { people: [], directory: [] };
const found: Reached = { people: [{ ...ana, id: anaId, name: "Ana" }], directory: [] };

const at = step({ kind: "extension", actionId: id, position: "-" });
const answer = (digits: string, { action = prompt, reached = nobody, given = at }: Partial<Given> = {}) =>
  answerExtension(given, digits, action, reached, moment({ ...given, idleSteps: 5 }));

interface Given {
  action: CallAction | null;
  reached: Reached | null;
  given: typeof at;
}

const leadsTo = (twiml: string) => /\/go\/[^/]+\/([^/]+)\//.exec(twiml)?.[1];

describe("answerExtension", () => {
  it("rings whoever has it, and names them in every step of the ring", () => {
    const { twiml, event } = answer("101", { reached: found });
    expect(twiml).toContain(">+12125550142</Number>");
    const people = [...twiml.matchAll(/\/(?:after-dial|screen)\/(?:[^/]+\/){5}([^/]+)\//g)];
    expect(people.map(([, segment]) => segment)).toEqual([anaId, anaId]);
    expect(event).toMatchObject({ words: "Dialled 101, the extension of Ana", detail: { digits: "101" } });
  });

  it("goes to what follows at once when they are away", () => {
    const away = { ...person("Ana", ["+12125550142"], "2030-01-01T00:00:00Z"), id: anaId, name: "Ana" };
    const reached = { people: [away], directory: [] };
    expect(leadsTo(answer("101", { action: leading("unanswered"), reached }).twiml)).toBe(nextId);
  });

  it.each([
    ["nobody’s extension", "999", "Dialled 999, which is nobody’s extension; asked again"],
    ["a single key", "7", "Dialled 7, which is nobody’s extension; asked again"],
    ["nothing", "", "Dialled nothing; asked again"],
    ["0 without an operator", "0", "Dialled 0, which is nobody’s extension; asked again"],
    ["the star with no menu before", "*", "Dialled *, which is nobody’s extension; asked again"],
  ])("is asked again after %s", (_, digits, words) => {
    const { twiml, event } = answer(digits);
    expect(twiml).toContain("Nobody has it. Dial.");
    expect(event.words).toBe(words);
  });

  it("goes to a person with 0, and back with the star", () => {
    expect(leadsTo(answer("0", { action: leading("operator") }).twiml)).toBe(nextId);
    expect(leadsTo(answer("*", { given: { ...at, trail: [nextId] } }).twiml)).toBe(nextId);
  });

  it("leaves an extension that begins with 0 to whoever has it", () => {
    expect(answer("01", { action: leading("operator"), reached: found }).twiml).toContain("<Dial");
  });

  it("goes to the last resort in the end, or says sorry", () => {
    const given = { ...at, round: 2 };
    expect(leadsTo(answer("999", { action: leading("otherwise"), given }).twiml)).toBe(nextId);
    expect(answer("999", { given }).twiml).toContain("nobody can take your call");
  });

  it("does not say that nobody has it when the database is away", () => {
    expect(leadsTo(answer("101", { action: leading("otherwise"), reached: null }).twiml)).toBe(nextId);
    expect(() => answer("101", { reached: null })).toThrow(NotLookedUp);
  });

  it("tells the caller politely when the action has been deleted in the meantime", () => {
    expect(answer("101", { action: null }).twiml).toContain("nobody can take your call");
  });
});

it.each([
  ["12", "12"],
  ["12345", "12345"],
  ["1", null],
  ["123456", null],
  ["1*", null],
  ["", null],
])("extensionIn(%o) is %o", (digits, expected) => {
  expect(extensionIn(digits)).toBe(expected);
});
