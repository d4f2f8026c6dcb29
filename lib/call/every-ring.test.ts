import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { builtInTemplates } from "@/lib/template/built-in/declarations";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import { answerAfterDial, dialResultFrom } from "./after-dial";
import { stepAt } from "./answer-in-words";
import { everyPhone } from "./phones-to-ring";
import { renderAction } from "./render-action";
import type { ActionPerson, CallAction } from "./setup";
import { hasGoneOnTooLong } from "./step";
import { stepKey } from "./step-answer";
import { at, moment, nextId, person, ring } from "./testing/example-call";

const actionOf = (
  key: string,
  people: readonly ActionPerson[],
  values: Record<string, string> = {},
): CallAction => ({
  ...ring,
  body: readFileSync(join(import.meta.dirname, `../template/built-in/${key}.twiml`), "utf8"),
  parameters: (builtInTemplates.find((template) => template.key === key)?.parameters ?? []).map(
    ({ key: name, type, defaultValue }) => ({ key: name, type, defaultValue, value: values[name] ?? null }),
  ),
  people,
});

const rungIn = (twiml: string): string[] =>
  [...twiml.matchAll(/<(?:Number|Sip)[^>]*>([^<]+)</g)].map(([, number = ""]) => number);

interface Ended {
  DialCallStatus: string;
  DialBridged: string;
  /** Of those who rang, who refused by the time that the ring is over. */
  refused: readonly string[];
}

/** Plays a call to its end, as Twilio would: the rings, in order, and the answer that follows the last. */
function play(
  action: CallAction,
  end: (rung: readonly string[]) => Ended,
  presence: (ring: number) => CallAction = () => action,
) {
  const rings: string[][] = [];
  const refusedBy: string[] = [];
  const asked: string[] = [];
  let given = moment();
  let twiml = renderAction(presence(0), given);
  for (let count = 1; twiml.includes("<Dial"); count += 1) {
    expect(checkTwiml(twiml).filter(({ severity }) => severity === "error")).toEqual([]);
    const rung = rungIn(twiml);
    const step = stepAt(/<Dial action="([^"]+)"/.exec(twiml)?.[1] ?? "", given.origin);
    if (!step) throw new Error(`No step follows:\n${twiml}`);
    expect(hasGoneOnTooLong(step), "the fallback takes over").toBe(false);
    rings.push(rung);
    const { refused, ...parameters } = end(rung);
    refusedBy.push(...refused);
    const { turn, order, round, idleSteps, totalSteps } = step;
    const places = everyPhone(action.people).map(({ number }) => number);
    for (const number of refused) {
      asked.push(stepKey({ ...step, kind: "screen", position: String(places.indexOf(number)) }));
    }
    given = moment({
      turn,
      order,
      round,
      idleSteps,
      totalSteps,
      refusedBy: [...refusedBy],
      asked: [...asked],
    });
    const result = dialResultFrom(new URLSearchParams({ CallStatus: "in-progress", ...parameters }));
    twiml = answerAfterDial(step, result, presence(count), given).twiml;
  }
  return { rings, twiml };
}

const nobody = () => ({ DialCallStatus: "no-answer", DialBridged: "false", refused: [] });
/** Whoever picks up first presses nothing, as a personal mailbox does. */
const mailbox = (rung: readonly string[]) => ({
  DialCallStatus: "completed",
  DialBridged: "false",
  refused: rung.slice(0, 1),
});
const everybodyRefuses = (rung: readonly string[]) => ({
  DialCallStatus: "completed",
  DialBridged: "false",
  refused: rung,
});
const ends = [
  ["nobody answers", nobody],
  ["all are busy", () => ({ ...nobody(), DialCallStatus: "busy" })],
  ["none can be reached", () => ({ ...nobody(), DialCallStatus: "failed" })],
  ["all refuse", everybodyRefuses],
  [
    "mailboxes pick up, and the others ring on",
    (rung: readonly string[]) => ({ ...mailbox(rung), DialCallStatus: "no-answer" }),
  ],
  ["mailboxes pick up, and the others are hung up", mailbox],
  ["Twilio says nothing of how it ended", () => ({ ...nobody(), DialCallStatus: "" })],
] as const;

/** Each run is a whole call, with up to twenty rings. */
const runs = { numRuns: 25 };

const offDuty = { timeZone: "America/New_York", windows: [], exceptions: [], override: null };

/** Up to ten people with phones of both kinds, some of them away or off duty. */
const anyTeam = fc
  .array(
    fc.record({
      numbers: fc.integer({ min: 0, max: 2 }),
      sips: fc.integer({ min: 0, max: 2 }),
      sipFirst: fc.boolean(),
      state: fc.constantFrom("here", "here", "away", "offDuty"),
      idle: fc.option(fc.integer({ min: 0, max: 9 })),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((members) =>
    members.map(({ numbers, sips, sipFirst, state, idle }, index): ActionPerson => {
      const own = Array.from({ length: numbers }, (_, n) => `+1212555${100 + index}${n}`);
      const addresses = Array.from({ length: sips }, (_, n) => `sip:p${index}.${n}@example.com`);
      return {
        ...person(`P${index}`, sipFirst ? [...addresses, ...own] : [...own, ...addresses]),
        awayUntil: state === "away" ? at.add({ hours: 1 }) : null,
        duty: state === "offDuty" ? offDuty : null,
        lastTookAt: idle === null ? null : Temporal.Instant.fromEpochMilliseconds(idle * 1000),
      };
    }),
  );

const isThere = ({ awayUntil, duty }: ActionPerson) => awayUntil === null && duty === null;

describe.each([
  ["ring-one", {}],
  ["ring-all", {}],
  ["ring-in-turn", {}],
  ["ring-in-turn", { order: "idleLongest" }],
] as const)("%s %j", (key, values) => {
  it.each(ends)("reaches the next action when %s, whoever is there", (_, end) => {
    fc.assert(
      fc.property(anyTeam, (people) => {
        const { twiml } = play(actionOf(key, people, values), end);
        expect(twiml).toContain(`/api/voice/go/`);
        expect(twiml).toContain(nextId);
      }),
      runs,
    );
  });

  it("rings every phone of whoever is there exactly once when nobody answers, and none of the others", () => {
    fc.assert(
      fc.property(anyTeam, (people) => {
        const { rings } = play(actionOf(key, people, values), nobody);
        const all = people.filter(isThere).flatMap(({ numbers }) => numbers);
        const most = (kind: string[]) => (key === "ring-in-turn" ? kind : kind.slice(0, 10));
        const expected = [
          ...most(all.filter((number) => number.startsWith("+"))),
          ...most(all.filter((number) => number.startsWith("sip:"))),
        ];
        expect(rings.flat().sort()).toEqual(expected.sort());
      }),
      runs,
    );
  });

  it("never has numbers and addresses in one ring", () => {
    fc.assert(
      fc.property(anyTeam, (people) => {
        for (const rung of play(actionOf(key, people, values), mailbox).rings) {
          expect(new Set(rung.map((number) => number.startsWith("sip:"))).size).toBe(1);
        }
      }),
      runs,
    );
  });

  it("is over at once when everybody is away or off duty", () => {
    const gone = [
      person("A", ["+12125550142"], "2100-01-01T00:00:00Z"),
      { ...person("B", ["+12125550143"]), duty: offDuty },
    ];
    const { rings, twiml } = play(actionOf(key, gone, values), nobody);
    expect(rings).toEqual([]);
    expect(twiml).toContain(nextId);
  });
});

it.each(["extension", "directory", "menu"])(
  "rings whoever was chosen by %s at their number and at their SIP address",
  (key) => {
    const both = { ...person("Ana", ["sip:ana@example.com", "+12125550142"]), key: "chosen" };
    const last = ["unanswered", "otherwise"].flatMap((place) =>
      ring.targets.map((target) => ({ ...target, key: place })),
    );
    const { rings, twiml } = play({ ...actionOf(key, [both]), targets: last }, nobody);
    expect(rings).toEqual([["sip:ana@example.com"], ["+12125550142"]]);
    expect(twiml).toContain(nextId);
  },
);

it("rings people from a menu, however often it has been read", () => {
  const body = `<Response><Gather/><Dial action="{{ steps.afterDial.unanswered }}">{% for phone in people %}<Number>{{ phone.number }}</Number>{% endfor %}</Dial></Response>`;
  const menu = { ...ring, body };
  for (const round of [1, 2, 3, 9]) expect(rungIn(renderAction(menu, moment({ round })))).toHaveLength(3);
});

describe("ring-in-turn, whoever took a call longest ago first", () => {
  it("keeps its order while idle times change and people come and go, and rings nobody twice", () => {
    const anyPresence = fc.array(fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), {
      minLength: 21,
      maxLength: 21,
    });
    fc.assert(
      fc.property(
        anyTeam,
        anyPresence,
        fc.infiniteStream(fc.integer({ min: 0, max: 99 })),
        (people, here, idle) => {
          const presence = (count: number) =>
            actionOf(
              "ring-in-turn",
              people.map((one, index) => ({
                ...one,
                duty: null,
                awayUntil: here[count]?.[index] ? null : at.add({ hours: 1 }),
                // What is looked up with each step differs once the call has its order.
                lastTookAt:
                  count === 0 ? one.lastTookAt : Temporal.Instant.fromEpochMilliseconds(idle.next().value),
              })),
              { order: "idleLongest" },
            );
          const { rings, twiml } = play(presence(0), nobody, presence);
          expect(twiml).toContain(nextId);
          const rung = rings.flat();
          expect(new Set(rung).size).toBe(rung.length);
          const ownerOf = (number: string) => people.findIndex(({ numbers }) => numbers.includes(number));
          const idleOf = (number: string) => people[ownerOf(number)]?.lastTookAt?.epochMilliseconds ?? -1;
          const times = rung.map(idleOf);
          expect(times).toEqual([...times].sort((a, b) => a - b));
        },
      ),
    );
  });

  it("rings ten people with phones of both kinds, each in their turn", () => {
    const ten = Array.from({ length: 10 }, (_, index) =>
      person(`P${index}`, [`+1212555010${index}`, `sip:p${index}@example.com`]),
    );
    const { rings } = play(actionOf("ring-in-turn", ten), nobody);
    expect(rings).toEqual(ten.flatMap(({ numbers }) => numbers.map((number) => [number])));
  });
});
