import { expect, test } from "../../fixtures";
import { makeAction, makeLine, makePerson, makeSaying } from "../../office/make-line";
import type { Office } from "../../office/start-office";
import { busy, personalMailbox, picksUpAndPresses, takesTheCall } from "../../player/callee";
import { hangsUp, waitsWhileItRings } from "../../player/caller";
import { playInOffice } from "../../player/play-in-office";

/** A line that rings Ana, then Ben for 40 seconds, then Cleo. */
async function oneAfterAnother({ db }: Office, awayUntil?: Date) {
  const ana = await makePerson(db, "Ana");
  const ben = await makePerson(db, "Ben", awayUntil && { awayUntil });
  const cleo = await makePerson(db, "Cleo");
  const next = await makeSaying(db, "Nobody is there.");
  const action = await makeAction(db, "ring-in-turn", {
    introduction: { value: "One moment please." },
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
  expect(call.story).toContain("Busy; on to the next");
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
  expect(call.log).toMatchObject({ result: "missed" });
});

test("Ben is away, and is passed over without a pause", async ({ office }) => {
  const { ana, ben, cleo, line } = await oneAfterAnother(office, new Date(Date.now() + 3_600_000));
  const call = await playInOffice(office, line, {
    staff: [[ana], [ben, takesTheCall()], [cleo, takesTheCall()]],
  });
  expect(call.heard).toEqual(["One moment please."]);
  expect(call.rang).toEqual([["Ana"], ["Cleo"]]);
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
