import { randomInt } from "node:crypto";
import { expect, test } from "../../fixtures";
import { makeAction, makeLine, makePerson } from "../../office/make-line";
import { fallbackNumber, type Office } from "../../office/start-office";
import { takesTheCall } from "../../player/callee";
import { type CallerStep, leavesMessage, presses } from "../../player/caller";
import { databaseAwayAt } from "../../player/database-away-at";
import { playInOffice } from "../../player/play-in-office";

/** How a caller comes to somebody, and the step at which the database is away meanwhile. */
interface Way {
  step: "extension" | "directory" | "after-name";
  /** An action that leads to this person, and what the caller does on the way. */
  make(office: Office, person: { id: string }, extension: string): Promise<{ id: string; name: string }>;
  caller(extension: string): CallerStep[];
  /** Before the step that meets the outage, and what more is heard where that is answered from memory. */
  heard: [before: string[], after: string[]];
  /** What the log tells of the steps after the one that could not be written down. */
  toldAfterwards: string[];
}

/** Nobody else of the tests is found by these letters. */
const spelt = "Wyz Oru";

const ways: Way[] = [
  {
    step: "extension",
    make: ({ db }) => makeAction(db, "extension", { greeting: { value: "Which extension?" } }),
    caller: (extension) => [presses(extension)],
    heard: [["Which extension?"], []],
    toldAfterwards: [],
  },
  {
    step: "directory",
    make: ({ db }) => makeAction(db, "directory", { greeting: { value: "Spell a name." } }),
    // Wyz
    caller: () => [presses("999"), presses("1")],
    heard: [["Spell a name."], [`For ${spelt}, press 1.`]],
    toldAfterwards: [`Pressed 1 for ${spelt}`],
  },
  {
    step: "after-name",
    make: ({ db }, person) =>
      makeAction(db, "ring-one", {
        people: { people: [{ personId: person.id }] },
        askForName: { value: true },
        nameQuestion: { value: "Who is it, please?" },
      }),
    caller: () => [leavesMessage(2)],
    heard: [["Who is it, please?"], []],
    toldAfterwards: [],
  },
];

for (const { step, make, caller, heard, toldAfterwards } of ways) {
  test(`the database is away at the step “${step}”: a stranger to the app gets the fallback number, and then nobody notices`, async ({
    office,
  }) => {
    const { db } = office;
    const extension = String(randomInt(10_000, 99_999));
    const name = step === "directory" ? spelt : "Ana";
    const person = await makePerson(db, name, { extension });
    const action = await make(office, person, extension);
    const line = await makeLine(db, { openActionId: action.id });
    const [before, after] = heard;
    const answered = expect.stringContaining(`“${action.name}”`);
    const staff = [
      [person, takesTheCall()],
      [fallbackNumber, takesTheCall()],
    ] as const;

    // New to this process: what was asked for cannot be known.
    const unknown = await playInOffice(office, line, {
      caller: caller(extension).slice(0, 1),
      staff,
      ...databaseAwayAt(office, step),
    });
    expect(unknown.heard).toEqual(before);
    expect(unknown.rang).toEqual([[fallbackNumber]]);
    expect(unknown.ended).toBe(`talked to ${fallbackNumber}`);
    expect(unknown.story).toEqual([
      answered,
      "Whoever picked up at the fallback number was asked to press 1",
      "Whoever picked up at the fallback number pressed 1",
      "The fallback number took the call",
    ]);
    expect(unknown.log).toMatchObject({
      result: "answered",
      reasonCode: "open",
      degradedTo: "fallbackNumber",
      status: "completed",
    });

    // Answered before, in the same way.
    await playInOffice(office, line, { caller: caller(extension), staff });
    const call = await playInOffice(office, line, {
      caller: caller(extension),
      staff,
      ...databaseAwayAt(office, step),
    });
    expect(call.heard).toEqual([...before, ...after]);
    expect(call.rang).toEqual([[name]]);
    expect(call.ended).toBe(`talked to ${name}`);
    // The step itself could not be written down.
    expect(call.story).toEqual([
      answered,
      ...toldAfterwards,
      `${name} picked up and was asked to press 1`,
      `${name} pressed 1`,
      `${name} took the call`,
    ]);
    expect(call.log).toMatchObject({
      result: "answered",
      answeredByName: name,
      reasonCode: "open",
      status: "completed",
    });
  });
}

test("the database is away when a talk is over, which is new to the app: the call ends with it", async ({
  office,
}) => {
  const { db } = office;
  const ana = await makePerson(db, "Ana");
  const ring = await makeAction(db, "ring-one", { people: { people: [{ personId: ana.id }] } });
  const line = await makeLine(db, { openActionId: ring.id });
  const call = await playInOffice(office, line, {
    staff: [
      [ana, takesTheCall({ talkSeconds: 40 })],
      [fallbackNumber, takesTheCall()],
    ],
    ...databaseAwayAt(office, "after-dial"),
  });
  expect(call.heard).toEqual([]);
  expect(call.rang).toEqual([["Ana"]]);
  expect(call.ended).toBe("talked to Ana");
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Ana", status: "completed" });
});
