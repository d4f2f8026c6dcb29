import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { inRingOrder, ringOrderOf } from "./ring-order";
import type { ActionPerson, CallAction } from "./setup";
import { person, ring } from "./testing/example-call";

const tookAt = (seconds: number | null) =>
  seconds === null ? null : Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

const team = (...idle: (number | null)[]): ActionPerson[] =>
  idle.map((seconds, index) => ({
    ...person(`P${index}`, [`+1212555${1000 + index}`]),
    lastTookAt: tookAt(seconds),
  }));

const byIdleTime = (people: readonly ActionPerson[], value: string | null = "idleLongest"): CallAction => ({
  ...ring,
  people,
  parameters: [...ring.parameters, { key: "order", type: "choice", defaultValue: "asListed", value }],
});

describe("ringOrderOf", () => {
  it("begins with whoever took a call longest ago, and before them all with who never did", () => {
    expect(ringOrderOf(byIdleTime(team(30, 10, null, 20)))).toEqual([2, 1, 3, 0]);
  });

  it("leaves those whom nothing tells apart as they are listed", () => {
    expect(ringOrderOf(byIdleTime(team(null, 5, null, 5)))).toEqual([0, 2, 1, 3]);
  });

  it("is the list's own where nothing else is asked for", () => {
    expect(ringOrderOf(byIdleTime(team(30, 10), "asListed"))).toEqual([]);
    expect(ringOrderOf(byIdleTime(team(30, 10), null))).toEqual([]);
    expect(ringOrderOf({ ...ring, people: team(30, 10) })).toEqual([]);
  });

  it("is asked for by a default of the template's too", () => {
    const action = byIdleTime(team(30, 10), null);
    const parameters = action.parameters.map((parameter) => ({ ...parameter, defaultValue: "idleLongest" }));
    expect(ringOrderOf({ ...action, parameters })).toEqual([1, 0]);
  });

  it("gives somebody who is listed twice one turn", () => {
    const [first, second] = team(9, 1);
    const people = [first, second, first].flatMap((one) => (one ? [one] : []));
    expect(ringOrderOf(byIdleTime(people))).toEqual([1, 0]);
  });

  it("has everybody exactly once, whoever took what when", () => {
    const idle = fc.array(fc.option(fc.integer({ min: 0, max: 1000 })), { maxLength: 20 });
    fc.assert(
      fc.property(idle, (times) => {
        const order = ringOrderOf(byIdleTime(team(...times)));
        expect([...order].sort((a, b) => a - b)).toEqual(times.map((_, place) => place));
        const inOrder = order.map((place) => times[place] ?? -1);
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
      }),
    );
  });

  it("starves nobody: as calls come in, nobody takes two before each who can has taken one", () => {
    const members = fc.integer({ min: 1, max: 10 });
    const calls = fc.array(fc.infiniteStream(fc.boolean()), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(members, calls, (size, whoIsThere) => {
        const people = team(...Array.from({ length: size }, () => null));
        const waiting = people.map(() => 0);
        for (const [second, presence] of whoIsThere.entries()) {
          const isThere = people.map(() => presence.next().value === true);
          const taker = ringOrderOf(byIdleTime(people)).find((place) => isThere[place]);
          if (taker === undefined) continue;
          for (const place of people.keys()) {
            if (place === taker) waiting[place] = 0;
            else if (isThere[place]) waiting[place] = (waiting[place] ?? 0) + 1;
            // Each of the others can be ahead of somebody who is there once, and no more.
            expect(waiting[place]).toBeLessThan(size);
          }
          people[taker] = { ...(people[taker] as ActionPerson), lastTookAt: tookAt(second) };
        }
      }),
    );
  });
});

describe("inRingOrder", () => {
  it("keeps a call's order, whatever the idle times have become since", () => {
    const people = team(1, 2, 3);
    expect(inRingOrder(people, [2, 0, 1]).map(({ name }) => name)).toEqual(["P2", "P0", "P1"]);
  });

  it("leaves out places that the list no longer has", () => {
    expect(inRingOrder(team(1, 2), [2, 1, 0]).map(({ name }) => name)).toEqual(["P1", "P0"]);
  });
});
