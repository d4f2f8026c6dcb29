import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { blockedCallers, knownCallers, people, schedules } from "@/db/schema";
import { expect, test } from "../../fixtures";
import { anyNumber, makeAction, makeLine, makePerson, makeSaying } from "../../office/make-line";
import type { Office } from "../../office/start-office";
import { type Callee, doesNotAnswer, picksUpAndPresses, takesTheCall } from "../../player/callee";
import { leavesMessage, presses, staysSilent } from "../../player/caller";
import { playInOffice } from "../../player/play-in-office";
import { answeredBy, taken } from "./told";

const nobodyIsThere = "Nobody is there.";

const question = (line: string) => `Call for ${line}, from 4 1 5, 5 5 5, 0 1 2 3. To take it, press 1.`;
const isTakenFrom = (line: string) => [question(line), question(line), "Connecting."];

async function lineWithExtension(office: Office, values: Parameters<typeof makeAction>[2] = {}) {
  const extension = String(randomInt(10_000, 99_999));
  const ana = await makePerson(office.db, "Ana Ruiz", { extension });
  const next = await makeSaying(office.db, nobodyIsThere);
  const prompt = await makeAction(office.db, "extension", { unanswered: { actionId: next.id }, ...values });
  return { ana, extension, next, prompt, line: await makeLine(office.db, { openActionId: prompt.id }) };
}

const asksForExtension = "Please dial the extension of the person you want to reach.";

test("a caller dials an extension that nobody has, is told so, and reaches Ana by the right one", async ({
  office,
}) => {
  const { ana, extension, prompt, line } = await lineWithExtension(office);
  const call = await playInOffice(office, line, {
    caller: [presses("1"), presses(extension)],
    staff: [[ana, takesTheCall()]],
  });
  expect(call.heard).toEqual([asksForExtension, "Sorry, nobody has this extension.", asksForExtension]);
  expect(call.legs[0]?.heard).toEqual(isTakenFrom(line.name));
  expect(call.ended).toBe("talked to Ana Ruiz");
  expect(call.story).toEqual([
    answeredBy(prompt),
    "Dialled 1, which is nobody’s extension; asked again",
    `Dialled ${extension}, the extension of Ana Ruiz`,
    ...taken("Ana Ruiz"),
  ]);
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Ana Ruiz" });
});

test("whoever is reached by an extension refuses, and the caller is told the next thing", async ({
  office,
}) => {
  const { ana, extension, next, prompt, line } = await lineWithExtension(office);
  const call = await playInOffice(office, line, {
    caller: [presses(extension)],
    staff: [[ana, picksUpAndPresses("2")]],
  });
  expect(call.heard).toEqual([asksForExtension, nobodyIsThere]);
  expect(call.ended).toBe("hung up by the app");
  expect(call.story).toEqual([
    answeredBy(prompt),
    `Dialled ${extension}, the extension of Ana Ruiz`,
    "Ana Ruiz picked up and was asked to press 1",
    "Ana Ruiz did not take the call",
    `Whoever picked up did not take the call; on to “${next.name}”`,
    `Went on to “${next.name}”`,
  ]);
  expect(call.log).toMatchObject({ result: "missed", reasonCode: "open", answeredByName: null });
});

test("an extension is dialled within a menu: the caller is asked for a name and told to wait, and Ana sees our number", async ({
  office,
}) => {
  const { db } = office;
  const extension = String(randomInt(10_000, 99_999));
  const ana = await makePerson(db, "Ana Ruiz", { extension });
  const [sales, resort] = [await makeSaying(db, "Sales."), await makeSaying(db, nobodyIsThere)];
  const menu = await makeAction(db, "menu", {
    greeting: { value: "Welcome." },
    sayChoices: { value: false },
    choices: { menu: [{ menuKey: "#", label: "sales", actionId: sales.id }] },
    takesExtensions: { value: true },
    askForName: { value: true },
    nameQuestion: { value: "Who is it, please?" },
    introduction: { value: "One moment." },
    shownNumber: { value: "ours" },
    otherwise: { actionId: resort.id },
  });
  const line = await makeLine(db, { openActionId: menu.id });
  const shown: (string | undefined)[] = [];
  const play = (callee: Callee) =>
    playInOffice(office, line, {
      caller: [presses(extension), leavesMessage(2)],
      staff: [[ana, callee]],
      before: ({ step, parameters }) => {
        if (step === "screen") shown.push(parameters.From);
      },
    });
  const heard = ["Welcome.", "Who is it, please?", "One moment."];
  const asked = [
    answeredBy(menu),
    `Dialled ${extension}, the extension of Ana Ruiz`,
    "The caller said their name",
  ];

  const call = await play(takesTheCall());
  expect(call.heard).toEqual(heard);
  expect(shown).toEqual([line.number]);
  expect(call.legs[0]?.heard).toContainEqual(expect.stringContaining("Recordings/RE"));
  expect(call.ended).toBe("talked to Ana Ruiz");
  expect(call.story).toEqual([...asked, ...taken("Ana Ruiz")]);
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Ana Ruiz", voicemails: [] });

  const missed = await play(doesNotAnswer);
  expect(missed.heard).toEqual([...heard, nobodyIsThere]);
  expect(missed.story).toEqual([
    ...asked,
    `Nobody answered; on to “${resort.name}”`,
    `Went on to “${resort.name}”`,
  ]);
  expect(missed.log).toMatchObject({ result: "missed", answeredByName: null });
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
  expect(call.heard).toEqual([
    "Please key the first three letters of the first or the last name of the person you want to reach.",
    "For Bo Zwinger, press 1.",
    "For Cy Zwirner, press 2.",
  ]);
  expect(call.legs[0]?.heard).toEqual(isTakenFrom(line.name));
  expect(call.ended).toBe("talked to Bo Zwinger");
  expect(call.story).toEqual([
    answeredBy(directory),
    "Keyed 994: 2 names found",
    "Pressed 1 for Bo Zwinger",
    ...taken("Bo Zwinger"),
  ]);
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
  return { ana, ring, line: await makeLine(db, { openActionId: ring.id }) };
}

test("a caller says their name, which Ana hears before she takes the call", async ({ office }) => {
  const { ana, ring, line } = await lineThatAsksForNames(office);
  const call = await playInOffice(office, line, {
    caller: [leavesMessage(2)],
    staff: [[ana, takesTheCall()]],
  });
  expect(call.heard).toEqual(["Who is it, please?"]);
  const withName = [
    `Call for ${line.name}, from`,
    expect.stringContaining(`Recordings/${call.messages[0]?.recordingSid}`),
    "4 1 5, 5 5 5, 0 1 2 3. To take it, press 1.",
  ];
  expect(call.legs[0]?.heard).toEqual([...withName, ...withName, "Connecting."]);
  expect(call.ended).toBe("talked to Ana");
  expect(call.story).toEqual([answeredBy(ring), "The caller said their name", ...taken("Ana")]);
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Ana" });
});

test("a caller who says no name is put through all the same", async ({ office }) => {
  const { ana, ring, line } = await lineThatAsksForNames(office);
  const call = await playInOffice(office, line, { caller: [staysSilent()], staff: [[ana, takesTheCall()]] });
  expect(call.heard).toEqual(["Who is it, please?"]);
  expect(call.legs[0]?.heard).toEqual(isTakenFrom(line.name));
  expect(call.ended).toBe("talked to Ana");
  expect(call.story).toEqual([answeredBy(ring), "The caller gave no name", ...taken("Ana")]);
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Ana" });
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
  expect(call.story).toEqual([answeredBy(ring), "Nobody answered; on to the next", ...taken("Ana")]);
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
  expect(call.ended).toBe("talked to Cleo");
  expect(call.story).toEqual([answeredBy(team), ...taken("Cleo")]);
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
  const digits = [from.slice(2, 5), from.slice(5, 8), from.slice(8)].map((group) => [...group].join(" "));
  const asked = `Call for ${line.name}, from Vera Post, ${digits.join(", ")}. To take it, press 1.`;
  expect(call.legs[0]?.heard).toEqual([asked, asked, "Connecting."]);
  expect(call.ended).toBe("talked to Ana");
  expect(call.story).toEqual([`A known caller, Vera Post: straight to “${ring.name}”`, ...taken("Ana")]);
  expect(call.log).toMatchObject({ result: "answered", reasonCode: "knownCaller" });

  await db.insert(blockedCallers).values({ number: from });
  const turnedAway = await playInOffice(office, line, { from });
  expect(turnedAway.heard).toEqual([]);
  expect(turnedAway.rang).toEqual([]);
  expect(turnedAway.ended).toBe("rejected");
  expect(turnedAway.story).toEqual(["The caller is blocked"]);
  expect(turnedAway.log).toMatchObject({ result: "rejected", reasonCode: "callerBlocked", status: "busy" });
});
