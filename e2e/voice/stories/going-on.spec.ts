import { eq } from "drizzle-orm";
import { actionTargets } from "@/db/schema";
import { expect, test } from "../../fixtures";
import { makeAction, makeLine, makePerson, makeSaying } from "../../office/make-line";
import { fallbackNumber } from "../../office/start-office";
import { doesNotAnswer, takesTheCall } from "../../player/callee";
import { hangsUp, leavesMessage } from "../../player/caller";
import { playInOffice } from "../../player/play-in-office";

test("something is said, then played, then it rings, then a message is taken", async ({ office }) => {
  const { db } = office;
  const ana = await makePerson(db, "Ana");
  const message = await makeAction(db, "voicemail", { greeting: { value: "Please leave a message." } });
  const ring = await makeAction(db, "ring-one", {
    people: { people: [{ personId: ana.id }] },
    unanswered: { actionId: message.id },
  });
  const chime = await makeAction(db, "play", {
    recording: { value: "/sounds/chime.wav" },
    next: { actionId: ring.id },
  });
  const go = await makeAction(db, "go-to-action", { target: { actionId: chime.id } });
  const hello = await makeAction(db, "say", { text: { value: "Hello." }, next: { actionId: go.id } });
  const line = await makeLine(db, { openActionId: hello.id });
  const call = await playInOffice(office, line, {
    caller: [leavesMessage(20)],
    staff: [[ana, doesNotAnswer]],
  });
  expect(call.heard).toEqual([
    ...["Hello.", `${office.app.baseUrl}/sounds/chime.wav`, "Please leave a message."],
    "Thank you for calling. Goodbye.",
  ]);
  expect(call.rang).toEqual([["Ana"]]);
  expect(call.log).toMatchObject({ result: "voicemail", reasonCode: "open" });
  for (const { name } of [go, chime, ring, message]) expect(call.story).toContain(`Went on to “${name}”`);
});

test("a caller is told goodbye before the app hangs up", async ({ office }) => {
  const goodbye = await makeAction(office.db, "hang-up", { sentence: { value: "We have moved. Goodbye." } });
  const line = await makeLine(office.db, { openActionId: goodbye.id });
  const call = await playInOffice(office, line);
  expect(call.heard).toEqual(["We have moved. Goodbye."]);
  expect(call.ended).toBe("hung up by the app");
  expect(call.log).toMatchObject({ result: "told", status: "completed" });
  expect(call.story).toEqual([expect.stringContaining(`“${goodbye.name}”`)]);
});

test("a call that is turned away by its action is never picked up", async ({ office }) => {
  const reject = await makeAction(office.db, "reject", { reason: { value: "busy" } });
  const line = await makeLine(office.db, { openActionId: reject.id });
  const call = await playInOffice(office, line);
  expect(call).toMatchObject({ heard: [], ended: "rejected", seconds: 0 });
  expect(call.log).toMatchObject({ reasonCode: "open", status: "busy" });
  expect(call.story[0]).toContain(`“${reject.name}”`);
});

test("nothing follows what is said, so the app hangs up", async ({ office }) => {
  const line = await makeLine(office.db);
  const call = await playInOffice(office, line);
  expect(call.heard).toEqual(["We are open."]);
  expect(call.story).toHaveLength(1);
  expect(call.log).toMatchObject({ result: "told", reasonCode: "open" });
});

test("a caller who hangs up while something is said is asked nothing more", async ({ office }) => {
  const next = await makeSaying(office.db, "Never heard.");
  const hello = await makeAction(office.db, "say", {
    text: { value: "Hello." },
    next: { actionId: next.id },
  });
  const line = await makeLine(office.db, { openActionId: hello.id });
  const call = await playInOffice(office, line, { caller: [hangsUp("in the greeting", 1)] });
  expect(call.heard).toEqual(["Hello."]);
  expect(call.asked).toHaveLength(1);
  expect(call.log).toMatchObject({ result: "told", status: "completed" });
});

for (const isTaken of [true, false]) {
  test(`two actions send to each other, and the fallback number ${isTaken ? "takes the call" : "does not answer"}`, async ({
    office,
  }) => {
    const { db } = office;
    const there = await makeSaying(db, "Never left like this.");
    const here = await makeAction(db, "go-to-action", { target: { actionId: there.id } });
    const back = await makeAction(db, "go-to-action", { target: { actionId: here.id } });
    await db
      .update(actionTargets)
      .set({ targetActionId: back.id })
      .where(eq(actionTargets.actionId, here.id));
    const line = await makeLine(db, { openActionId: here.id });
    const call = await playInOffice(office, line, {
      staff: [[fallbackNumber, isTaken ? takesTheCall() : doesNotAnswer]],
    });
    expect(call.rang).toEqual([[fallbackNumber]]);
    const apology = "We are sorry, nobody can take your call right now. Please try again later. Goodbye.";
    expect(call.heard).toEqual(isTaken ? [] : [apology]);
    expect(call.ended).toBe(isTaken ? `talked to ${fallbackNumber}` : "hung up by the app");
    expect(call.story.at(-1)).toBe(
      isTaken ? "The fallback number took the call" : "Nobody took the call at the fallback number",
    );
    expect(call.story).toContain("The fallback took over: the call had gone round for too long");
    expect(call.log).toMatchObject({ reasonCode: "open", result: isTaken ? "answered" : "missed" });
  });
}
