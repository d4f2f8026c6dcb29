import { describe, expect, it } from "vitest";
import { answerMenu, type MenuInput } from "./menu";
import { NotLookedUp } from "./prompt";
import type { CallAction, Reached } from "./setup";
import { ana, moment, nextId, step } from "./testing/example-call";

const id = (digit: string) =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`;
const menuId = id("7");
const before = id("6");

const target = (menuKey: string | null, label: string | null, actionId: string, key = "choices") => ({
  key,
  menuKey,
  label,
  actionId,
  actionName: label ?? key,
});

const menu: CallAction = {
  id: menuId,
  name: "Main menu",
  body: `<Response><Gather action="{{ steps.menu.choices }}"><Say>{% if round > 1 %}Again. {% endif %}Choose.</Say></Gather></Response>`,
  parameters: [
    { key: "choices", type: "menu", defaultValue: null, value: null },
    { key: "attempts", type: "number", defaultValue: 3, value: 2 },
    { key: "operator", type: "action", defaultValue: null, value: null },
    { key: "otherwise", type: "action", defaultValue: null, value: null },
  ],
  people: [],
  targets: [
    target("1", "Sales", id("1")),
    target("2", "New sales", id("2")),
    target("#", "Opening hours", id("3")),
  ],
};

const at = step({ kind: "menu", actionId: menuId, position: "choices" });
const nobody: Reached = { people: [], directory: [] };
const answer = (
  input: Partial<MenuInput>,
  given = at,
  action: CallAction | null = menu,
  reached: Reached | null = nobody,
) =>
  answerMenu(
    given,
    { digits: "", speech: "", ...input },
    action,
    reached,
    moment({ ...given, idleSteps: 5, totalSteps: 9 }),
  );
const leadsTo = (twiml: string) => /\/go\/[^/]+\/([^/]+)\//.exec(twiml)?.[1];
const segments = (twiml: string) => /<Redirect>[^<]*\/go\/([^<]+)</.exec(twiml)?.[1]?.split("/");

describe("answerMenu", () => {
  it.each([
    [{ digits: "1" }, id("1")],
    [{ digits: "#" }, id("3")],
    [{ speech: "Sales, please." }, id("1")],
    [{ speech: "the new sales team" }, id("2")],
    [{ speech: "OPENING HOURS" }, id("3")],
    [{ speech: "I want 2" }, id("2")],
    [{ speech: "1." }, id("1")],
    [{ speech: "Press one." }, id("1")],
    [{ speech: "number two" }, id("2")],
    [{ speech: "the pound key" }, id("3")],
  ])("goes where %o leads", (input, expected) => {
    expect(leadsTo(answer(input).twiml)).toBe(expected);
  });

  it("remembers the way back, and that the caller is there", () => {
    const { twiml, event } = answer({ digits: "1" }, { ...at, trail: [before] });
    const [, , , , trail, , turn, round, idle, total] = segments(twiml) ?? [];
    expect([trail, turn, round, idle, total]).toEqual([`${before}.${menuId}`, "0", "1", "1", "10"]);
    expect(event).toMatchObject({ words: "Pressed 1: on to “Sales”", detail: { digits: "1" } });
  });

  it("goes back with the star, and forgets the menu it has left", () => {
    const { twiml } = answer({ digits: "*" }, { ...at, trail: [nextId, before] });
    expect(leadsTo(twiml)).toBe(before);
    expect(segments(twiml)?.[4]).toBe(nextId);
  });

  it("goes to a person who is asked for by a word for 0, and says how", () => {
    const withOperator = { ...menu, targets: [...menu.targets, target(null, null, id("5"), "operator")] };
    const { twiml, event } = answer({ speech: "Zero." }, at, withOperator);
    expect(leadsTo(twiml)).toBe(id("5"));
    expect(event.words).toBe("Said “Zero.”: on to “operator”");
  });

  it("prefers what a choice is called to a word for a key, and the language of the menu's voice to the firm's", () => {
    const one = { ...menu, targets: [target("1", "Sales", id("1")), target("2", "One", id("2"))] };
    expect(leadsTo(answer({ speech: "one" }, at, one).twiml)).toBe(id("2"));
    const german = {
      ...menu,
      parameters: [
        ...menu.parameters,
        {
          key: "voice",
          type: "voice" as const,
          defaultValue: null,
          value: { name: "Polly.Vicki", language: "de-DE" },
        },
      ],
    };
    expect(leadsTo(answer({ speech: "Taste zwei" }, at, german).twiml)).toBe(id("2"));
    expect(leadsTo(answer({ speech: "two" }, at, german).twiml)).toBeUndefined();
  });

  it("leaves the star to a menu that has a choice for it", () => {
    const own = { ...menu, targets: [target("*", "Something else", id("4"))] };
    expect(leadsTo(answer({ digits: "*" }, { ...at, trail: [before] }, own).twiml)).toBe(id("4"));
  });

  it("goes to a person with 0, unless the menu has a choice for it", () => {
    const operator = target(null, null, id("5"), "operator");
    const withOperator = { ...menu, targets: [...menu.targets, operator] };
    expect(leadsTo(answer({ digits: "0" }, at, withOperator).twiml)).toBe(id("5"));
    const own = { ...menu, targets: [target("0", "Zero", id("4")), operator] };
    expect(leadsTo(answer({ digits: "0" }, at, own).twiml)).toBe(id("4"));
  });

  it.each([
    ["a wrong key", { digits: "9" }, "Pressed 9, which the menu does not have; the menu was read again"],
    ["nothing", {}, "Pressed nothing; the menu was read again"],
    [
      "a word that it does not have",
      { speech: "help" },
      "Said “help”, which the menu does not have; the menu was read again",
    ],
    [
      "a number in another sense",
      { speech: "one moment" },
      "Said “one moment”, which the menu does not have; the menu was read again",
    ],
    [
      "a part of a word",
      { speech: "wholesales" },
      "Said “wholesales”, which the menu does not have; the menu was read again",
    ],
    [
      "the star where there is no menu before",
      { digits: "*" },
      "Pressed *, which the menu does not have; the menu was read again",
    ],
  ])("is read again after %s", (_, input, words) => {
    const { twiml, event } = answer(input);
    expect(twiml).toContain("Again. Choose.");
    expect(event.words).toBe(words);
    expect(/\/menu\/[^"]*\/(\d+)\/\d+\/\d+"/.exec(twiml)?.[1]).toBe("2");
  });

  it("counts only silence against the caller", () => {
    const idleAfter = (input: Partial<MenuInput>) => /\/(\d+)\/\d+"/.exec(answer(input).twiml)?.[1];
    expect(idleAfter({})).toBe("5");
    expect(idleAfter({ digits: "9" })).toBe("1");
  });

  it("goes to the last resort after as many times as it says", () => {
    const withLastResort = { ...menu, targets: [...menu.targets, target(null, null, nextId, "otherwise")] };
    expect(leadsTo(answer({}, { ...at, round: 2 }, withLastResort).twiml)).toBe(nextId);
    expect(answer({}, { ...at, round: 2 }).twiml).toContain("nobody can take your call");
  });

  it("tells the caller politely when the menu has been deleted in the meantime", () => {
    expect(answer({ digits: "1" }, at, null).twiml).toContain("nobody can take your call");
  });

  describe("that takes extensions", () => {
    const body = `<Response>{% if chosen %}<Dial action="{{ steps.afterDial.otherwise }}">{% for phone in chosen %}<Number url="{{ phone.screen }}">{{ phone.number }}</Number>{% endfor %}</Dial>{% else %}<Gather action="{{ steps.menu.choices }}"><Say>Choose.</Say></Gather>{% endif %}</Response>`;
    const open: CallAction = {
      ...menu,
      body,
      parameters: [
        ...menu.parameters,
        { key: "takesExtensions", type: "yesNo", defaultValue: false, value: true },
      ],
    };
    const reached: Reached = { people: [{ ...ana, id: id("9"), name: "Ana" }], directory: [] };

    it("rings whoever has the extension, and says so", () => {
      const { twiml, event } = answer({ digits: "401" }, at, open, reached);
      expect(twiml).toContain(">+12125550142</Number>");
      expect(twiml).toContain(`/${id("9")}/0/1/1/10`);
      expect(event.words).toBe("Dialled 401, the extension of Ana");
    });

    it("takes the first key for a choice that it has, however many follow", () => {
      expect(leadsTo(answer({ digits: "11" }, at, open, reached).twiml)).toBe(id("1"));
    });

    it("is read again after an extension that nobody has", () => {
      const { twiml, event } = answer({ digits: "404" }, at, open);
      expect(twiml).toContain("Choose.");
      expect(event.words).toBe("Pressed 404, which the menu does not have; the menu was read again");
    });

    it("goes to its last resort when the extension cannot be looked up, or leaves it to the fallback", () => {
      const withLastResort = { ...open, targets: [...open.targets, target(null, null, nextId, "otherwise")] };
      expect(leadsTo(answer({ digits: "401" }, at, withLastResort, null).twiml)).toBe(nextId);
      expect(() => answer({ digits: "401" }, at, open, null)).toThrow(NotLookedUp);
    });

    it("leaves several keys to nobody where it does not take extensions", () => {
      const { event } = answer({ digits: "401" }, at, menu, reached);
      expect(event.words).toContain("which the menu does not have");
    });
  });
});
