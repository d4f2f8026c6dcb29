import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { blockedCallers, knownCallers, people, schedules } from "@/db/schema";
import { expect, test } from "../../fixtures";
import { anyNumber, makeAction, makeLine, makePerson, makeSaying } from "../../office/make-line";
import type { Office } from "../../office/start-office";
import { picksUpAndPresses, takesTheCall } from "../../player/callee";
import { leavesMessage, presses, staysSilent } from "../../player/caller";
import { playInOffice } from "../../player/play-in-office";

const nobodyIsThere = "Nobody is there.";

async function lineWithExtension(office: Office, values: Parameters<typeof makeAction>[2] = {}) {
  const extension = String(randomInt(10_000, 99_999));
  const ana = await makePerson(office.db, "Ana Ruiz", { extension });
  const next = await makeSaying(office.db, nobodyIsThere);
  const prompt = await makeAction(office.db, "extension", { unanswered: { actionId: next.id }, ...values });
  return { ana, extension, line: await makeLine(office.db, { openActionId: prompt.id }) };
}

const asksForExtension = "Please dial the extension of the person you want to reach.";

test("a caller dials an extension that nobody has, is told so, and reaches Ana by the right one", async ({
  office,
}) => {
  const { ana, extension, line } = await lineWithExtension(office);
  const call = await playInOffice(office, line, {
    caller: [presses("1"), presses(extension)],
    staff: [[ana, takesTheCall()]],
  });
  expect(call.heard).toEqual([asksForExtension, "Sorry, nobody has this extension.", asksForExtension]);
  expect(call.ended).toBe("talked to Ana Ruiz");
  expect(call.story).toContain(`Dialled ${extension}, the extension of Ana Ruiz`);
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Ana Ruiz" });
});

test("whoever is reached by an extension refuses, and the caller is told the next thing", async ({
  office,
}) => {
  const { ana, extension, line } = await lineWithExtension(office);
  const call = await playInOffice(office, line, {
    caller: [presses(extension)],
    staff: [[ana, picksUpAndPresses("2")]],
  });
  expect(call.heard).toEqual([asksForExtension, nobodyIsThere]);
  expect(call.ended).toBe("hung up by the app");
  expect(call.story).toContain("Ana Ruiz did not take the call");
  expect(call.log).toMatchObject({ result: "missed" });
});

test("a caller spells a name, hears who is meant, and chooses", async ({ office }) => {
  const { db } = office;
  const bo = await makePerson(db, "Bo Zwinger");
  await makePerson(db, "Cy Zwirner");
  const directory = await makeAction(db, "directory");
  const line = await makeLine(db, { openActionId: directory.id });
  const call = await playInOffice(office, line, {
    caller: [presses("994"), presses("1")],
    staff: [[bo, takesTheCall()]],
  });
  expect(call.heard).toEqual(
    expect.arrayContaining(["For Bo Zwinger, press 1.", "For Cy Zwirner, press 2."]),
  );
  expect(call.ended).toBe("talked to Bo Zwinger");
  expect(call.story).toContain("Keyed 994: 2 names found");
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Bo Zwinger" });
});

async function lineThatAsksForNames({ db }: Office) {
  const ana = await makePerson(db, "Ana");
  const next = await makeSaying(db, nobodyIsThere);
  const ring = await makeAction(db, "ring-one", {
    people: { people: [{ personId: ana.id }] },
    askForName: { value: true },
    nameQuestion: { value: "Who is it, please?" },
    unanswered: { actionId: next.id },
  });
  return { ana, line: await makeLine(db, { openActionId: ring.id }) };
}

test("a caller says their name, which Ana hears before she takes the call", async ({ office }) => {
  const { ana, line } = await lineThatAsksForNames(office);
  const call = await playInOffice(office, line, {
    caller: [leavesMessage(2)],
    staff: [[ana, takesTheCall()]],
  });
  expect(call.heard[0]).toBe("Who is it, please?");
  expect(call.legs[0]?.heard.some((words) => words.includes("Recordings/RE"))).toBe(true);
  expect(call.ended).toBe("talked to Ana");
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Ana" });
});

test("a caller who says no name is put through all the same", async ({ office }) => {
  const { ana, line } = await lineThatAsksForNames(office);
  const call = await playInOffice(office, line, { caller: [staysSilent()], staff: [[ana, takesTheCall()]] });
  expect(call.heard[0]).toBe("Who is it, please?");
  expect(call.legs[0]?.heard.some((words) => words.includes("Recordings/RE"))).toBe(false);
  expect(call.ended).toBe("talked to Ana");
  expect(call.log).toMatchObject({ result: "answered" });
});

test("a desk phone on SIP rings first, and the mobile takes the call", async ({ office }) => {
  const { db } = office;
  const desk = `sip:desk.${randomInt(1_000_000)}@pbx.example.com`;
  const mobile = anyNumber();
  const ana = await makePerson(db, "Ana", { numbers: [desk, mobile] });
  const ring = await makeAction(db, "ring-one", {
    people: { people: [{ personId: ana.id }] },
    introduction: { value: "One moment." },
  });
  const line = await makeLine(db, { openActionId: ring.id });
  const call = await playInOffice(office, line, {
    staff: [[{ name: "Ana", numbers: [mobile] }, takesTheCall()]],
  });
  expect(call.heard).toEqual(["One moment."]);
  expect(call.rang).toEqual([[desk], ["Ana"]]);
  expect(call.ended).toBe("talked to Ana");
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Ana" });
});

test("Ben, who is off duty, is not rung, and Cleo is", async ({ office }) => {
  const { db } = office;
  const [ben, cleo] = [await makePerson(db, "Ben"), await makePerson(db, "Cleo")];
  const [never] = await db
    .insert(schedules)
    .values({ name: `Never ${ben.id}`, timeZone: "America/New_York" })
    .returning();
  await db
    .update(people)
    .set({ dutyScheduleId: never?.id ?? null })
    .where(eq(people.id, ben.id));
  const team = await makeAction(db, "ring-in-turn", {
    people: { people: [{ personId: ben.id }, { personId: cleo.id }] },
    introduction: { value: "One moment." },
  });
  const line = await makeLine(db, { openActionId: team.id });
  const call = await playInOffice(office, line, {
    staff: [
      [ben, takesTheCall()],
      [cleo, takesTheCall()],
    ],
  });
  expect(call.heard).toEqual(["One moment."]);
  expect(call.rang).toEqual([["Cleo"]]);
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Cleo" });
});

test("a known caller goes straight to Ana at night, and is called by name; blocked, they reach nobody", async ({
  office,
}) => {
  const { db } = office;
  const from = anyNumber();
  const ana = await makePerson(db, "Ana");
  const ring = await makeAction(db, "ring-one", { people: { people: [{ personId: ana.id }] } });
  await db.insert(knownCallers).values({ number: from, name: "Vera Post", actionId: ring.id });
  const line = await makeLine(db, { schedule: { windows: [] } });
  const call = await playInOffice(office, line, { from, staff: [[ana, takesTheCall()]] });
  expect(call.heard).toEqual([]);
  expect(call.legs[0]?.heard[0]).toContain("from Vera Post");
  expect(call.ended).toBe("talked to Ana");
  expect(call.story[0]).toMatch(/^A known caller, Vera Post: straight to/);
  expect(call.log).toMatchObject({ result: "answered", reasonCode: "knownCaller" });

  await db.insert(blockedCallers).values({ number: from });
  const turnedAway = await playInOffice(office, line, { from });
  expect(turnedAway.heard).toEqual([]);
  expect(turnedAway.rang).toEqual([]);
  expect(turnedAway.log).toMatchObject({ result: "rejected" });
});
