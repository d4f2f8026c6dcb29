import { expect, test } from "../fixtures";
import { stepsInLog } from "../office/call-log";
import { makeAction, makeLine, makePerson, makeSaying } from "../office/make-line";
import { callParameters, sid } from "../twilio/twilio";

const gatherUrl = (body: string) => /<Gather action="([^"]+)"/.exec(body)?.[1] ?? "";
const redirectUrl = (body: string) => /<Redirect>([^<]+)</.exec(body)?.[1] ?? "";

test("a caller goes through a menu within a menu, back with the star, and to a person", async ({
  office,
}) => {
  const { db } = office;
  const sales = await makeSaying(db, "This is sales.");
  const inner = await makeAction(db, "menu", {
    greeting: { value: "Repairs." },
    choices: { menu: [{ menuKey: "1", label: "washing machines", actionId: sales.id }] },
  });
  const outer = await makeAction(db, "menu", {
    greeting: { value: "Welcome." },
    choices: {
      menu: [
        { menuKey: "1", label: "sales", actionId: sales.id },
        { menuKey: "2", label: "repairs", actionId: inner.id },
      ],
    },
  });
  const { number } = await makeLine(db, { openActionId: outer.id });
  const callSid = sid("CA");
  const call = callParameters({ to: number, callSid });
  const press = async (body: string, Digits: string) => {
    const { body: next } = await office.post(gatherUrl(body), { ...call, Digits });
    const url = redirectUrl(next);
    return next.includes("<Gather") ? next : (await office.post(url, call)).body;
  };

  const first = (await office.call({ to: number, callSid })).body;
  expect(first).toContain("Welcome.");
  expect(first).toContain("For repairs, press 2.");
  const again = await press(first, "9");
  expect(again).toContain("Sorry, I did not get that.");
  const repairs = await press(again, "2");
  expect(repairs).toContain("Repairs.");
  const back = await press(repairs, "*");
  expect(back).toContain("Welcome.");
  expect(await press(back, "1")).toContain("This is sales.");

  const story = await stepsInLog(db, callSid, 8);
  expect(story).toContain(`Pressed 2: on to “${inner.name}”`);
  expect(story).toContain("Pressed *: back to the menu before");
});

test("somebody who presses nothing comes to the last resort", async ({ office }) => {
  const resort = await makeSaying(office.db, "Please call again.");
  const menu = await makeAction(office.db, "menu", {
    choices: { menu: [{ menuKey: "1", label: "sales", actionId: resort.id }] },
    attempts: { value: 2 },
    otherwise: { actionId: resort.id },
  });
  const { number } = await makeLine(office.db, { openActionId: menu.id });
  const call = callParameters({ to: number });
  let { body } = await office.post("/api/voice", call);
  for (const attempt of [1, 2]) {
    expect(body, `attempt ${attempt}`).toContain("<Gather");
    ({ body } = await office.post(gatherUrl(body), { ...call, Digits: "" }));
  }
  expect((await office.post(redirectUrl(body), call)).body).toContain("Please call again.");
});

test("people are rung one after another, until the list is at its end", async ({ office }) => {
  const { db } = office;
  const ana = await makePerson(db, "Ana");
  const ben = await makePerson(db, "Ben");
  const next = await makeSaying(db, "Nobody is there.");
  const action = await makeAction(db, "ring-in-turn", {
    people: { people: [{ personId: ana.id }, { personId: ben.id, ringSeconds: 40 }] },
    unanswered: { actionId: next.id },
  });
  const { number } = await makeLine(db, { openActionId: action.id });
  const call = callParameters({ to: number });
  const dialUrl = (body: string) => /<Dial action="([^"]+)"/.exec(body)?.[1] ?? "";
  const missed = { ...call, DialCallStatus: "no-answer", DialBridged: "false" };

  const first = (await office.post("/api/voice", call)).body;
  expect(first).toContain(ana.numbers[0]);
  expect(first).not.toContain(ben.numbers[0]);
  const second = (await office.post(dialUrl(first), missed)).body;
  expect(second).toContain(ben.numbers[0]);
  expect(second).toContain('timeout="40"');
  const third = (await office.post(dialUrl(second), missed)).body;
  expect((await office.post(redirectUrl(third), call)).body).toContain("Nobody is there.");
});
