import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerDirectory, findByKeys, keysOfName } from "./directory";
import { NotLookedUp } from "./prompt";
import type { CallAction, ListedPerson, Reached } from "./setup";
import { ana, moment, nextId, step } from "./testing/example-call";
import { wantedFor } from "./wanted";

const listed = (...names: string[]): ListedPerson[] =>
  names.map((name, index) => ({ id: `${String(index).padStart(8, "0")}-0000-4000-8000-000000000000`, name }));

describe("findByKeys", () => {
  it.each([
    ["Ana Ruiz", "262", "the first name"],
    ["Ana Ruiz", "784", "the last name"],
    ["Émile Zola", "364", "an accent on the first letter"],
    ["José Núñez", "686", "accents within"],
    ["Søren Åse", "767", "a stroke through a letter"],
    ["Łukasz Nowak", "585", "a Polish letter"],
    ["Groß Weiß", "470", "nothing, since 0 has no letters"],
    ["Pat O’Brien", "627", "an apostrophe"],
    ["Anne-Marie Dupont", "627", "the second half of a double name"],
    ["Ana de la Cruz", "335", "a name in several words"],
    ["Ana de la Cruz", "278", "the last of several words"],
    ["Li Wu", "549", "a name of two letters, and on into the next"],
    ["Li Wu", "54", "two letters alone"],
  ])("finds %s by %s: %s", (name, keys) => {
    expect(findByKeys(listed(name), keys).length).toBe(keys.includes("0") ? 0 : 1);
  });

  it.each([
    ["Ana Ruiz", "285"],
    ["Ana Ruiz", "628"],
    ["李伟", "234"],
  ])("does not find %s by %s", (name, keys) => {
    expect(findByKeys(listed(name), keys)).toEqual([]);
  });

  it("finds everybody by the first keys of each of their words, in the order given", () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{3,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const [one] = listed(words.join(" "));
        for (const keys of keysOfName(words.join(" "))) {
          expect(keys).toMatch(/^[2-9]+$/);
          expect(findByKeys(one ? [one] : [], keys.slice(0, 3))).toEqual([one]);
        }
        expect(keysOfName(words.join(" "))).toHaveLength(words.length);
      }),
    );
  });
});

const id = "77777777-7777-4777-8777-777777777777";

const directory: CallAction = {
  id,
  name: "By name",
  body: `<Response>{% if chosen %}<Dial action="{{ steps.afterDial.unanswered }}">{% for phone in chosen %}<Number url="{{ phone.screen }}">{{ phone.number }}</Number>{% endfor %}</Dial>{% else %}<Gather action="{{ steps.directory }}">{% for match in directory.matches %}<Say>{{ match.key }} {{ match.name }}</Say>{% else %}<Say>{% if round > 1 %}Again. {% endif %}Letters.</Say>{% endfor %}{% if directory.hasMore %}<Say>More.</Say>{% endif %}</Gather>{% endif %}</Response>`,
  parameters: [
    { key: "attempts", type: "number", defaultValue: 3, value: 2 },
    { key: "unanswered", type: "action", defaultValue: null, value: null },
    { key: "otherwise", type: "action", defaultValue: null, value: null },
  ],
  people: [],
  targets: [],
};

const withLastResort: CallAction = {
  ...directory,
  targets: [{ key: "otherwise", menuKey: null, label: null, actionId: nextId, actionName: "Reception" }],
};

const reaching = (names: readonly ListedPerson[]): Reached => ({ people: [], directory: names });

const asking = step({ kind: "directory", actionId: id, position: "-" });

const answer = (
  digits: string,
  reached: Reached | null,
  given = asking,
  action: CallAction | null = directory,
) => answerDirectory(given, digits, action, reached, moment({ ...given, idleSteps: 5 }));

const spoken = (twiml: string) => [...twiml.matchAll(/<Say[^>]*>([^<]*)</g)].map(([, words]) => words);

/** The segments of the step that the caller's next key goes to. */
const next = (twiml: string) => {
  const [, path = ""] = /<Gather action="[^"]*\/directory\/([^"]+)"/.exec(twiml) ?? [];
  const [, , , position, , people = "", turn, round] = path.split("/");
  return { position, people: people === "-" ? [] : people.split("."), turn, round };
};

const anas = listed("Ana Ruiz", "Anabel Ito", "Ben Odell");

describe("answerDirectory", () => {
  it("reads those who are found, each with a key, and keeps who they were", () => {
    const { twiml, event } = answer("262", reaching(anas));
    expect(spoken(twiml)).toEqual(["1 Ana Ruiz", "2 Anabel Ito"]);
    expect(next(twiml)).toMatchObject({ position: "262", people: [anas[0]?.id, anas[1]?.id], turn: "0" });
    expect(event.words).toBe("Keyed 262: 2 names found");
  });

  it("asks about a single one too: somebody else may have been meant", () => {
    expect(spoken(answer("236", reaching(anas)).twiml)).toEqual(["1 Ben Odell"]);
  });

  it.each([
    ["nobody is found", "999", "Keyed 999, and nobody was found; asked again"],
    ["a key has no letters", "201", "Keyed 201, which spells no name; asked again"],
    ["nothing is keyed", "", "Keyed nothing; asked again"],
  ])("asks again when %s", (_, digits, words) => {
    const { twiml, event } = answer(digits, reaching(anas));
    expect(spoken(twiml)).toEqual(["Again. Letters."]);
    expect(next(twiml)).toMatchObject({ position: "-", people: [], round: "2" });
    expect(event.words).toBe(words);
  });

  it("goes to the last resort in the end", () => {
    const { twiml } = answer("999", reaching(anas), { ...asking, round: 2 }, withLastResort);
    expect(twiml).toContain(`/${nextId}/`);
  });

  const many = listed(...Array.from({ length: 17 }, (_, index) => `Ana ${"abcdefghijklmnopq"[index]}`));

  it("reads eight at a time, and the next ones on 9, until there are no more", () => {
    const first = answer("262", reaching(many)).twiml;
    expect(spoken(first)).toHaveLength(9);
    const second = answer("9", reaching(many), { ...asking, ...at(first) }).twiml;
    expect(spoken(second)).toEqual([
      ...many.slice(8, 16).map(({ name }, index) => `${index + 1} ${name}`),
      "More.",
    ]);
    const third = answer("9", reaching(many), { ...asking, ...at(second) }).twiml;
    expect(spoken(third)).toEqual([`1 ${many[16]?.name}`]);
    const beyond = answer("9", reaching(many), { ...asking, ...at(third) });
    expect(beyond.event.words).toBe("Pressed 9, which is nobody’s key; the names were read again");
    expect(spoken(beyond.twiml)).toEqual([`1 ${many[16]?.name}`]);
  });

  const at = (twiml: string) => {
    const { position = "-", people, turn } = next(twiml);
    return { position, people, turn: Number(turn) };
  };

  const read = { ...asking, position: "262", people: anas.slice(0, 2).map((one) => one.id) };
  const anabel = { people: [{ ...ana, ...(anas[1] as ListedPerson) }], directory: [] };

  it("rings whoever is chosen, by id and not by place", () => {
    const { twiml, event } = answer("2", anabel, read);
    expect(twiml).toContain(">+12125550142</Number>");
    expect(twiml).toContain(`/${anas[1]?.id}/0/1/`);
    expect(event.words).toBe("Pressed 2 for Anabel Ito");
  });

  it("begins again on the star, and reads again after a key that is nobody's", () => {
    expect(spoken(answer("*", reaching([]), read).twiml)).toEqual(["Letters."]);
    const wrong = answer("5", reaching(anas), read);
    expect(spoken(wrong.twiml)).toEqual(["1 Ana Ruiz", "2 Anabel Ito"]);
    expect(next(wrong.twiml).round).toBe("2");
  });

  it("asks for another name when whoever was chosen has been deleted meanwhile", () => {
    const { twiml, event } = answer("1", { people: [], directory: [] }, read);
    expect(spoken(twiml)).toEqual(["Again. Letters."]);
    expect(event.words).toContain("somebody who has been deleted");
  });

  it("goes to its last resort when the database is away, or leaves it to the fallback", () => {
    expect(answer("262", null, asking, withLastResort).twiml).toContain(`/${nextId}/`);
    expect(() => answer("262", null)).toThrow(NotLookedUp);
    expect(() => answer("1", null, read)).toThrow(NotLookedUp);
  });

  it("tells the caller politely when the action has been deleted in the meantime", () => {
    expect(answer("262", reaching(anas), asking, null).twiml).toContain("nobody can take your call");
  });
});

describe("wantedFor", () => {
  const read = { ...asking, position: "262", people: [anas[0]?.id ?? ""] };
  const ringing = step({ kind: "after-dial", people: [id] });
  it.each([
    ["an extension that is dialled", step({ kind: "extension" }), "101", { extension: "101" }],
    ["an extension that is dialled in a menu", step({ kind: "menu" }), "101", { extension: "101" }],
    ["letters", asking, "262", { isDirectoryWanted: true }],
    ["a key for one of the names", read, "1", { personIds: [anas[0]?.id] }],
    ["the key for the next names", read, "9", { isDirectoryWanted: true }],
    ["a ring of somebody chosen", ringing, "", { personIds: [id] }],
  ])("looks up whom %s asks for", (_, given, digits, wanted) => {
    const none = { personIds: [], extension: null, isDirectoryWanted: false };
    expect(wantedFor(given, digits)).toEqual({ ...none, ...wanted });
  });

  it.each([
    ["a key of a menu", step({ kind: "menu" }), "1"],
    ["an extension of one key", step({ kind: "extension" }), "7"],
    ["no letters", asking, ""],
    ["a ring that the action itself decides", step({ kind: "after-dial" }), ""],
  ])("looks nobody up for %s", (_, given, digits) => {
    expect(wantedFor(given, digits)).toBeNull();
  });
});
