import { expect, test } from "../../fixtures";
import { makeAction, makeLine, makePerson, makeSaying } from "../../office/make-line";
import type { Office } from "../../office/start-office";
import { busy, personalMailbox, picksUpAndPresses, takesTheCall } from "../../player/callee";
import { hangsUp, waitsWhileItRings } from "../../player/caller";
import { type CallInOffice, type GivenCall, playInOffice } from "../../player/play-in-office";

/** A line that rings Ana, then Ben for 40 seconds, then Cleo. */
async function oneAfterAnother({ db }: Office, awayUntil?: Date, order = "asListed") {
  const ana = await makePerson(db, "Ana");
  const ben = await makePerson(db, "Ben", awayUntil && { awayUntil });
  const cleo = await makePerson(db, "Cleo");
  const next = await makeSaying(db, "Nobody is there.");
  const action = await makeAction(db, "ring-in-turn", {
    introduction: { value: "One moment please." },
    order: { value: order },
    people: {
      people: [{ personId: ana.id }, { personId: ben.id, ringSeconds: 40 }, { personId: cleo.id }],
    },
    unanswered: { actionId: next.id },
  });
  return { ana, ben, cleo, line: await makeLine(db, { openActionId: action.id }) };
}

test("Ana is busy, Ben answers in his own longer time, and Cleo's phone stays silent", async ({ office }) => {
  const { ana, ben, line } = await oneAfterAnother(office);
  const call = await playInOffice(office, line, {
    staff: [
      [ana, busy],
      [ben, takesTheCall({ afterSeconds: 35 })],
    ],
  });
  expect(call.heard).toEqual(["One moment please."]);
  expect(call.rang).toEqual([["Ana"], ["Ben"]]);
  expect(call.ended).toBe("talked to Ben");
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Ben" });
  expect(call.story.slice(1)).toEqual([
    "Busy; on to the next",
    "Ben picked up and was asked to press 1",
    "Ben took the call",
    "The call was answered",
  ]);
});

test("Ana refuses and Ben's mailbox picks up, so Cleo is rung and takes the call", async ({ office }) => {
  const { ana, ben, cleo, line } = await oneAfterAnother(office);
  const call = await playInOffice(office, line, {
    staff: [
      [ana, picksUpAndPresses("2")],
      [ben, personalMailbox()],
      [cleo, takesTheCall()],
    ],
  });
  expect(call.heard).toEqual(["One moment please."]);
  expect(call.rang).toEqual([["Ana"], ["Ben"], ["Cleo"]]);
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Cleo" });
  expect(call.story).toEqual(
    expect.arrayContaining(["Ana did not take the call", "Ben did not take the call", "Cleo took the call"]),
  );
});

test("nobody answers, each is rung once, and the caller is told", async ({ office }) => {
  const { ana, ben, cleo, line } = await oneAfterAnother(office);
  const call = await playInOffice(office, line, { staff: [[ana], [ben], [cleo]] });
  expect(call.rang).toEqual([["Ana"], ["Ben"], ["Cleo"]]);
  expect(call.heard).toEqual(["One moment please.", "Nobody is there."]);
  expect(call.log).toMatchObject({ result: "missed", answeredByName: null });
  expect(call.story.filter((words) => words === "Nobody answered; on to the next")).toHaveLength(2);
});

test("Ben is away, and is passed over without a pause", async ({ office }) => {
  const { ana, ben, cleo, line } = await oneAfterAnother(office, new Date(Date.now() + 3_600_000));
  const call = await playInOffice(office, line, {
    staff: [[ana], [ben, takesTheCall()], [cleo, takesTheCall()]],
  });
  expect(call.heard).toEqual(["One moment please."]);
  expect(call.rang).toEqual([["Ana"], ["Cleo"]]);
  expect(call.story).toContain("Nobody answered; on to the next");
  expect(call.ended).toBe("talked to Cleo");
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Cleo" });
});

test("the caller hangs up while Ben rings, and Cleo is not disturbed", async ({ office }) => {
  const { ana, ben, cleo, line } = await oneAfterAnother(office);
  const call = await playInOffice(office, line, {
    caller: [waitsWhileItRings(), hangsUp("while it rings")],
    staff: [[ana], [ben], [cleo]],
  });
  expect(call.heard).toEqual(["One moment please."]);
  expect(call.rang).toEqual([["Ana"], ["Ben"]]);
  expect(call.ended).toBe("the caller hung up");
  expect(call.log).toMatchObject({ result: "missed" });
  expect(call.story).toContain("The caller hung up while it rang");
});

test("calls are shared out: whoever has taken one is rung last on the next, and the list is no longer the order", async ({
  office,
}) => {
  const { ana, ben, cleo, line } = await oneAfterAnother(office, undefined, "idleLongest");
  const play = (...staff: NonNullable<GivenCall["staff"]>) => playInOffice(office, line, { staff });
  const told = (call: CallInOffice) => call.story.slice(1);
  const heard = ["One moment please."];
  const taken = (name: string) => [
    `${name} picked up and was asked to press 1`,
    `${name} took the call`,
    "The call was answered",
  ];

  // Nobody has taken a call yet: as they are listed.
  const first = await play([ana, takesTheCall()], [ben, takesTheCall()], [cleo, takesTheCall()]);
  expect(first).toMatchObject({ heard, rang: [["Ana"]], ended: "talked to Ana" });
  expect(told(first)).toEqual(taken("Ana"));
  expect(first.log).toMatchObject({ result: "answered", answeredByName: "Ana" });

  const second = await play([ana, takesTheCall()], [ben, busy], [cleo, takesTheCall()]);
  expect(second).toMatchObject({ heard, rang: [["Ben"], ["Cleo"]], ended: "talked to Cleo" });
  expect(told(second)).toEqual(["Busy; on to the next", ...taken("Cleo")]);
  expect(second.log).toMatchObject({ result: "answered", answeredByName: "Cleo" });

  // Ben still has not; then Ana, who took hers before Cleo.
  const third = await play([ana], [ben], [cleo, takesTheCall()]);
  expect(third).toMatchObject({ heard, rang: [["Ben"], ["Ana"], ["Cleo"]], ended: "talked to Cleo" });
  const onwards = "Nobody answered; on to the next";
  expect(told(third)).toEqual([onwards, onwards, ...taken("Cleo")]);
  expect(third.log).toMatchObject({ result: "answered", answeredByName: "Cleo" });
  expect(third.log?.rung.map(({ name }) => name)).toEqual(["Ana", "Ben", "Cleo"]);
});
