import { expect, test } from "../../fixtures";
import { anyNumber, makeAction, makeLine, makePerson, makeSaying } from "../../office/make-line";
import type { Office } from "../../office/start-office";
import {
  busy,
  cannotBeReached,
  doesNotAnswer,
  hangsUpWhenAsked,
  personalMailbox,
  picksUpAndPresses,
  takesTheCall,
} from "../../player/callee";
import { hangsUp } from "../../player/caller";
import { playInOffice } from "../../player/play-in-office";
import { answeredBy, asked, nobodyCanTakeIt, onTo, refused, rowOf, taken, wentOn } from "./told";

const nobodyIsThere = "Nobody is there.";
const untaken = "Whoever picked up did not take the call";

/** A line that rings Ana and Ben together, and says a sentence if neither takes the call. */
async function officeOfTwo({ db }: Office, values: Parameters<typeof makeAction>[2] = {}) {
  const ana = await makePerson(db, "Ana");
  const ben = await makePerson(db, "Ben");
  const next = await makeSaying(db, nobodyIsThere);
  const team = await makeAction(db, "ring-all", {
    people: { people: [{ personId: ana.id }, { personId: ben.id }] },
    unanswered: { actionId: next.id },
    ...values,
  });
  const line = await makeLine(db, { openActionId: team.id });
  return { ana, ben, next, team, line };
}

test("Ana is told which line and who calls, presses 1, and talks to the caller", async ({ office }) => {
  const { ana, ben, team, line } = await officeOfTwo(office, {
    introduction: { value: "One moment please." },
  });
  const call = await playInOffice(office, line, { staff: [[ana, takesTheCall({ talkSeconds: 95 })]] });
  expect(call.heard).toEqual(["One moment please."]);
  // Asked twice: a phone takes a moment to reach the ear.
  const question = `Call for ${line.name}, from 4 1 5, 5 5 5, 0 1 2 3. To take it, press 1.`;
  expect(call.legs[0]?.heard).toEqual([question, question, "Connecting."]);
  expect(call.ended).toBe("talked to Ana");
  expect(call.log).toEqual(rowOf(call, line, { result: "answered", answeredBy: ana, rung: [ana, ben] }));
  expect(call.log?.durationSeconds).toBeGreaterThanOrEqual(95);
  expect(call.story).toEqual([answeredBy(team), ...taken("Ana")]);
});

for (const others of ["hungUp", "ringOn"] as const) {
  test.describe(
    others === "hungUp" ? "when the first to pick up silences the others" : "when the others ring on",
    () => {
      const treatment = { others };

      test("Ana's mailbox picks up first, and Ben takes the call", async ({ office }) => {
        const { ana, ben, team, line } = await officeOfTwo(office);
        const call = await playInOffice(office, line, {
          staff: [
            [ana, personalMailbox({ afterSeconds: 4 })],
            [ben, takesTheCall({ afterSeconds: 16 })],
          ],
          treatment,
        });
        expect(call.heard).toEqual([]);
        expect(call.rang).toEqual(others === "hungUp" ? [["Ana", "Ben"], ["Ben"]] : [["Ana", "Ben"]]);
        expect(call.ended).toBe("talked to Ben");
        expect(call.log).toEqual(
          rowOf(call, line, { result: "answered", answeredBy: ben, rung: [ana, ben] }),
        );
        expect(call.story).toEqual([
          answeredBy(team),
          ...(others === "hungUp"
            ? [...refused("Ana"), `${untaken}; Ben rung once more`, ...taken("Ben")]
            : [asked("Ana"), asked("Ben"), "Ana did not take the call", ...taken("Ben").slice(1)]),
        ]);
      });

      test("both refuse, and the caller is told that nobody is there", async ({ office }) => {
        const { ana, ben, next, team, line } = await officeOfTwo(office);
        const call = await playInOffice(office, line, {
          staff: [
            [ana, picksUpAndPresses("2")],
            [ben, picksUpAndPresses("9", { afterSeconds: 9 })],
          ],
          treatment,
        });
        expect(call.heard).toEqual([nobodyIsThere]);
        expect(call.ended).toBe("hung up by the app");
        expect(call.log).toEqual(rowOf(call, line, { result: "missed", answeredBy: null, rung: [ana, ben] }));
        expect(call.story).toEqual([
          answeredBy(team),
          ...(others === "hungUp"
            ? [...refused("Ana"), `${untaken}; Ben rung once more`, ...refused("Ben")]
            : [asked("Ana"), asked("Ben"), "Ana did not take the call", "Ben did not take the call"]),
          ...onTo(untaken, next),
        ]);
      });

      test("Ana is asked and hangs up, and Ben takes the call", async ({ office }) => {
        const { ana, ben, team, line } = await officeOfTwo(office);
        const call = await playInOffice(office, line, {
          staff: [
            [ana, hangsUpWhenAsked(), doesNotAnswer],
            [ben, takesTheCall({ afterSeconds: 14 })],
          ],
          treatment,
        });
        expect(call.heard).toEqual([]);
        expect(call.ended).toBe("talked to Ben");
        expect(call.log).toEqual(
          rowOf(call, line, { result: "answered", answeredBy: ben, rung: [ana, ben] }),
        );
        expect(call.story).toEqual([
          answeredBy(team),
          asked("Ana"),
          ...(others === "hungUp" ? [`${untaken}; Ana, Ben rung once more`] : []),
          ...taken("Ben"),
        ]);
      });

      test("both press 1, and the caller talks to whoever was first", async ({ office }) => {
        const { ana, ben, team, line } = await officeOfTwo(office);
        const call = await playInOffice(office, line, {
          staff: [
            [ana, takesTheCall({ afterSeconds: 7 })],
            [ben, takesTheCall({ afterSeconds: 6 })],
          ],
          treatment,
        });
        expect(call.heard).toEqual([]);
        expect(call.ended).toBe("talked to Ben");
        expect(call.log).toEqual(
          rowOf(call, line, { result: "answered", answeredBy: ben, rung: [ana, ben] }),
        );
        expect(call.story).toEqual([
          answeredBy(team),
          asked("Ben"),
          ...(others === "hungUp" ? [] : [asked("Ana")]),
          "Ben pressed 1",
          // She meant to take it as well; Twilio connects one.
          ...(others === "hungUp" ? [] : ["Ana pressed 1"]),
          "Ben took the call",
        ]);
      });
    },
  );
}

test("Ana refuses, which Twilio calls unanswered, and Ben, whose phone fell silent, takes the call", async ({
  office,
}) => {
  const { ana, ben, team, line } = await officeOfTwo(office);
  const call = await playInOffice(office, line, {
    staff: [
      [ana, picksUpAndPresses("2")],
      [ben, takesTheCall({ afterSeconds: 16 })],
    ],
    treatment: { others: "hungUp", statusOfRefused: "no-answer" },
  });
  expect(call.heard).toEqual([]);
  expect(call.rang).toEqual([["Ana", "Ben"], ["Ben"]]);
  expect(call.ended).toBe("talked to Ben");
  expect(call.log).toEqual(rowOf(call, line, { result: "answered", answeredBy: ben, rung: [ana, ben] }));
  expect(call.story).toEqual([
    answeredBy(team),
    ...[...refused("Ana"), `${untaken}; Ben rung once more`, ...taken("Ben")],
  ]);
});

test("Ana does not hear it at first, and takes the call when it rings once more", async ({ office }) => {
  const { ana, ben, team, line } = await officeOfTwo(office);
  const call = await playInOffice(office, line, {
    staff: [
      [ana, doesNotAnswer, takesTheCall({ afterSeconds: 18 })],
      [ben, personalMailbox({ afterSeconds: 5 })],
    ],
  });
  expect(call.heard).toEqual([]);
  expect(call.rang).toEqual([["Ana", "Ben"], ["Ana"]]);
  expect(call.ended).toBe("talked to Ana");
  expect(call.log).toEqual(rowOf(call, line, { result: "answered", answeredBy: ana, rung: [ana, ben] }));
  expect(call.story).toEqual([
    answeredBy(team),
    ...[...refused("Ben"), `${untaken}; Ana rung once more`, ...taken("Ana")],
  ]);
});

for (const [what, callee, words] of [
  ["all phones are busy", busy, "Busy"],
  ["no phone can be reached", cannotBeReached, "The phone could not be reached"],
  ["nobody answers", doesNotAnswer, "Nobody answered"],
] as const) {
  test(`${what}, and the call goes on to the next action`, async ({ office }) => {
    const { ana, ben, next, team, line } = await officeOfTwo(office);
    const call = await playInOffice(office, line, {
      staff: [
        [ana, callee],
        [ben, callee],
      ],
    });
    expect(call.rang).toEqual([["Ana", "Ben"]]);
    expect(call.heard).toEqual([nobodyIsThere]);
    expect(call.log).toEqual(rowOf(call, line, { result: "missed", answeredBy: null, rung: [ana, ben] }));
    expect(call.story).toEqual([answeredBy(team), ...onTo(words, next)]);
  });
}

test("nobody answers and no next action is set, so the caller hears an apology", async ({ office }) => {
  const number = anyNumber();
  const ring = await makeAction(office.db, "ring-one", { people: { people: [{ number }] } });
  const line = await makeLine(office.db, { openActionId: ring.id });
  const call = await playInOffice(office, line);
  expect(call.rang).toEqual([[number]]);
  expect(call.heard).toEqual([nobodyCanTakeIt]);
  expect(call.log).toEqual(rowOf(call, line, { result: "missed", answeredBy: null, rung: [] }));
  expect(call.story).toEqual([answeredBy(ring), "Nobody answered; the caller was told"]);
});

test("everybody is away, so nothing rings and the caller is told at once", async ({ office }) => {
  const away = await makePerson(office.db, "Cy", { awayUntil: new Date(Date.now() + 3_600_000) });
  const next = await makeSaying(office.db, nobodyIsThere);
  const ring = await makeAction(office.db, "ring-all", {
    people: { people: [{ personId: away.id }] },
    unanswered: { actionId: next.id },
  });
  const line = await makeLine(office.db, { openActionId: ring.id });
  const call = await playInOffice(office, line, { staff: [[away, takesTheCall()]] });
  expect(call.rang).toEqual([]);
  expect(call.heard).toEqual([nobodyIsThere]);
  expect(call.log).toEqual(rowOf(call, line, { result: "told", answeredBy: null, rung: [] }));
  expect(call.story).toEqual([answeredBy(ring), wentOn(next)]);
});

for (const statusOfUnanswered of ["completed", "no-answer"] as const) {
  test(`the caller hangs up while it rings, which Twilio calls ${statusOfUnanswered}`, async ({ office }) => {
    const { ana, ben, team, line } = await officeOfTwo(office);
    const call = await playInOffice(office, line, {
      caller: [hangsUp("while it rings", 8)],
      treatment: { statusOfUnanswered },
    });
    expect(call.heard).toEqual([]);
    expect(call.ended).toBe("the caller hung up");
    expect(call.rang).toHaveLength(1);
    expect(call.log).toEqual(
      rowOf(call, line, {
        result: "missed",
        answeredBy: null,
        rung: [ana, ben],
        status: statusOfUnanswered,
      }),
    );
    expect(call.story).toEqual([answeredBy(team), "The caller hung up while it rang"]);
  });
}

test("the caller hangs up while Ana is being asked, and nobody else is rung", async ({ office }) => {
  const { ana, ben, team, line } = await officeOfTwo(office);
  const call = await playInOffice(office, line, {
    caller: [hangsUp("while it rings", 9)],
    staff: [[ana, personalMailbox({ afterSeconds: 6 })]],
  });
  expect(call.heard).toEqual([]);
  expect(call.rang).toHaveLength(1);
  expect(call.legs[0]).toMatchObject({ name: "Ana", status: "completed" });
  expect(call.log).toEqual(rowOf(call, line, { result: "missed", answeredBy: null, rung: [ana, ben] }));
  expect(call.story).toEqual([answeredBy(team), asked("Ana"), "The caller hung up while it rang"]);
});

test("the caller hangs up in the talk, and the log says that it was answered", async ({ office }) => {
  const { ana, ben, team, line } = await officeOfTwo(office);
  const call = await playInOffice(office, line, {
    caller: [hangsUp("in the talk", 30)],
    staff: [[ana, takesTheCall({ talkSeconds: 600 })]],
  });
  expect(call.heard).toEqual([]);
  expect(call.endedBy).toBe("the caller");
  expect(call.ended).toBe("talked to Ana");
  expect(call.log).toEqual(rowOf(call, line, { result: "answered", answeredBy: ana, rung: [ana, ben] }));
  expect(call.log?.durationSeconds).toBeLessThan(60);
  expect(call.story).toEqual([answeredBy(team), ...taken("Ana")]);
});

test("where nobody is asked to accept, a personal mailbox takes the call: which is why they are", async ({
  office,
}) => {
  const { ana, ben, team, line } = await officeOfTwo(office, { askToAccept: { value: false } });
  const call = await playInOffice(office, line, {
    staff: [
      [ana, personalMailbox({ afterSeconds: 10 })],
      [ben, takesTheCall({ afterSeconds: 15 })],
    ],
  });
  expect(call.legs[0]?.heard).toEqual([]);
  expect(call.ended).toBe("talked to Ana");
  expect(call.log).toEqual(rowOf(call, line, { result: "answered", answeredBy: null, rung: [] }));
  expect(call.heard).toEqual([]);
  expect(call.story).toEqual([answeredBy(team), "The call was answered"]);
});

test("a caller who withholds the number is announced as such, and one of ours is shown", async ({
  office,
}) => {
  const { ana, ben, team, line } = await officeOfTwo(office);
  const shown: (string | undefined)[] = [];
  const call = await playInOffice(office, line, {
    from: "anonymous",
    staff: [[ana, takesTheCall()]],
    before: ({ step, parameters }) => {
      if (step === "screen") shown.push(parameters.From);
    },
  });
  expect(call.legs[0]?.heard[0]).toContain("from a withheld number.");
  expect(shown).toEqual([line.number]);
  expect(call.log).toEqual(
    rowOf(call, line, { result: "answered", answeredBy: ana, rung: [ana, ben], from: "anonymous" }),
  );
  expect(call.heard).toEqual([]);
  expect(call.story).toEqual([answeredBy(team), ...taken("Ana")]);
});
