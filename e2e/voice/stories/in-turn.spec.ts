import { expect, test } from "../../fixtures";
import { makeAction, makeLine, makePerson, makeSaying } from "../../office/make-line";
import type { Office } from "../../office/start-office";
import { busy, personalMailbox, picksUpAndPresses, takesTheCall } from "../../player/callee";
import { hangsUp, waitsWhileItRings } from "../../player/caller";
import { type GivenCall, playInOffice } from "../../player/play-in-office";
import { answeredBy, onTo, refused, taken } from "./told";

/** A line that rings Ana, then Ben for 40 seconds, then Cleo. */
async function oneAfterAnother({ db }: Office, awayUntil?: Date, order = "asListed") {
  const ana = await makePerson(db, "Ana");
  const ben = await makePerson(db, "Ben", awayUntil && { awayUntil });
  const cleo = await makePerson(db, "Cleo");
  const next = await makeSaying(db, "Nobody is there.");
  const action = await makeAction(db, "ring-in-turn", {
    introduction: { value: introduction },
    order: { value: order },
    people: {
      people: [{ personId: ana.id }, { personId: ben.id, ringSeconds: 40 }, { personId: cleo.id }],
    },
    unanswered: { actionId: next.id },
  });
  return { ana, ben, cleo, next, action, line: await makeLine(db, { openActionId: action.id }) };
}

const introduction = "One moment please.";
const onwards = "Nobody answered; on to the next";

test("Ana is busy, Ben answers in his own longer time, and Cleo's phone stays silent", async ({ office }) => {
  const { ana, ben, action, line } = await oneAfterAnother(office);
  const call = await playInOffice(office, line, {
    staff: [
      [ana, busy],
      [ben, takesTheCall({ afterSeconds: 35 })],
    ],
  });
  expect(call).toMatchObject({
    heard: [introduction],
    rang: [["Ana"], ["Ben"]],
    ended: "talked to Ben",
    story: [answeredBy(action), "Busy; on to the next", ...taken("Ben")],
    log: { result: "answered", answeredByName: "Ben" },
  });
});

test("Ana refuses and Ben's mailbox picks up, so Cleo is rung and takes the call", async ({ office }) => {
  const { ana, ben, cleo, action, line } = await oneAfterAnother(office);
  const call = await playInOffice(office, line, {
    staff: [
      [ana, picksUpAndPresses("2")],
      [ben, personalMailbox()],
      [cleo, takesTheCall()],
    ],
  });
  const untaken = "Whoever picked up did not take the call; on to the next";
  expect(call).toMatchObject({
    heard: [introduction],
    rang: [["Ana"], ["Ben"], ["Cleo"]],
    ended: "talked to Cleo",
    story: [
      answeredBy(action),
      ...[...refused("Ana"), untaken, ...refused("Ben"), untaken, ...taken("Cleo")],
    ],
    log: { result: "answered", answeredByName: "Cleo" },
  });
});

test("nobody answers, each is rung once, and the caller is told", async ({ office }) => {
  const { ana, ben, cleo, next, action, line } = await oneAfterAnother(office);
  const call = await playInOffice(office, line, { staff: [[ana], [ben], [cleo]] });
  expect(call).toMatchObject({
    heard: [introduction, "Nobody is there."],
    rang: [["Ana"], ["Ben"], ["Cleo"]],
    ended: "hung up by the app",
    story: [answeredBy(action), onwards, onwards, ...onTo("Nobody answered", next)],
    log: { result: "missed", answeredByName: null },
  });
});

test("Ben is away, and is passed over without a pause", async ({ office }) => {
  const { ana, ben, cleo, action, line } = await oneAfterAnother(office, new Date(Date.now() + 3_600_000));
  const call = await playInOffice(office, line, {
    staff: [[ana], [ben, takesTheCall()], [cleo, takesTheCall()]],
  });
  expect(call).toMatchObject({
    heard: [introduction],
    rang: [["Ana"], ["Cleo"]],
    ended: "talked to Cleo",
    story: [answeredBy(action), onwards, ...taken("Cleo")],
    log: { result: "answered", answeredByName: "Cleo" },
  });
});

test("the caller hangs up while Ben rings, and Cleo is not disturbed", async ({ office }) => {
  const { ana, ben, cleo, action, line } = await oneAfterAnother(office);
  const call = await playInOffice(office, line, {
    caller: [waitsWhileItRings(), hangsUp("while it rings")],
    staff: [[ana], [ben], [cleo]],
  });
  expect(call).toMatchObject({
    heard: [introduction],
    rang: [["Ana"], ["Ben"]],
    ended: "the caller hung up",
    story: [answeredBy(action), onwards, "The caller hung up while it rang"],
    log: { result: "missed", answeredByName: null },
  });
});

test("calls are shared out: whoever has taken one is rung last on the next, and the list is no longer the order", async ({
  office,
}) => {
  const { ana, ben, cleo, action, line } = await oneAfterAnother(office, undefined, "idleLongest");
  const play = (...staff: NonNullable<GivenCall["staff"]>) => playInOffice(office, line, { staff });
  const takenBy = (name: string, rang: string[][], before: string[]) => ({
    heard: [introduction],
    rang,
    ended: `talked to ${name}`,
    story: [answeredBy(action), ...before, ...taken(name)],
    log: { result: "answered", answeredByName: name },
  });

  // Nobody has taken a call yet: as they are listed.
  const first = await play([ana, takesTheCall()], [ben, takesTheCall()], [cleo, takesTheCall()]);
  expect(first).toMatchObject(takenBy("Ana", [["Ana"]], []));

  const second = await play([ana, takesTheCall()], [ben, busy], [cleo, takesTheCall()]);
  expect(second).toMatchObject(takenBy("Cleo", [["Ben"], ["Cleo"]], ["Busy; on to the next"]));

  // Ben still has not; then Ana, who took hers before Cleo.
  const third = await play([ana], [ben], [cleo, takesTheCall()]);
  expect(third).toMatchObject(takenBy("Cleo", [["Ben"], ["Ana"], ["Cleo"]], [onwards, onwards]));
  expect(third.log?.rung.map(({ name }) => name)).toEqual(["Ana", "Ben", "Cleo"]);
});
