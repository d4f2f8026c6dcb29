import type { NewActionValue } from "@/db/queries/actions/insert-action-values";
import { expect, test } from "../../fixtures";
import { makeAction, makeLine, makePerson, makeSaying } from "../../office/make-line";
import { fallbackNumber, type Office } from "../../office/start-office";
import { takesTheCall } from "../../player/callee";
import { type CallerStep, hangsUp, presses, pressesNothing, says } from "../../player/caller";
import { playInOffice } from "../../player/play-in-office";
import { answeredBy, nobodyCanTakeIt, pressed, taken, wentOn } from "./told";

const again = "Sorry, I did not get that.";

const makeMenu = (
  { db }: Office,
  greeting: string,
  choices: Record<string, [label: string, action: { id: string }]>,
  values: Record<string, NewActionValue> = {},
) =>
  makeAction(db, "menu", {
    greeting: { value: greeting },
    choices: {
      menu: Object.entries(choices).map(([menuKey, [label, { id }]]) => ({ menuKey, label, actionId: id })),
    },
    ...values,
  });

/** Welcome: 1 sales, 2 repairs (1 kitchens: 1 ovens, 2 sinks); 0 is Olga. */
async function threeMenus(office: Office) {
  const { db } = office;
  const olga = await makePerson(db, "Olga");
  const operator = await makeAction(db, "ring-one", { people: { people: [{ personId: olga.id }] } });
  const toOlga = { operator: { actionId: operator.id } };
  const sales = await makeSaying(db, "This is sales.");
  const ovens = await makeSaying(db, "Ovens are repaired on Mondays.");
  const sinks = await makeSaying(db, "Sinks are repaired on Tuesdays.");
  const kitchens = await makeMenu(office, "Kitchens.", { 1: ["ovens", ovens], 2: ["sinks", sinks] }, toOlga);
  const repairs = await makeMenu(office, "Repairs.", { 1: ["kitchens", kitchens] }, toOlga);
  const welcome = await makeMenu(
    office,
    "Welcome.",
    { 1: ["sales", sales], 2: ["repairs", repairs] },
    toOlga,
  );
  const line = await makeLine(db, { openActionId: welcome.id });
  return { olga, operator, welcome, repairs, kitchens, sinks, sales, line };
}

/** What the three menus say. */
const read = {
  welcome: ["Welcome.", "For sales, press 1.", "For repairs, press 2."],
  repairs: ["Repairs.", "For kitchens, press 1."],
  kitchens: ["Kitchens.", "For ovens, press 1.", "For sinks, press 2."],
};
/** A menu of one choice, where the greeting is the same. */
const onlySales = ["Welcome.", "For sales, press 1."];
const repeated = "Pressed nothing; the menu was read again";

test("three menus deep the caller finds what they are looking for", async ({ office }) => {
  const { line, welcome, repairs, kitchens, sinks } = await threeMenus(office);
  const call = await playInOffice(office, line, { caller: [presses("2"), presses("1"), presses("2")] });
  expect(call).toMatchObject({
    heard: [...read.welcome, ...read.repairs, ...read.kitchens, "Sinks are repaired on Tuesdays."],
    ended: "hung up by the app",
    story: [answeredBy(welcome), ...pressed("2", repairs), ...pressed("1", kitchens), ...pressed("2", sinks)],
    log: { result: "told", reasonCode: "open" },
  });
});

test("the star goes back menu by menu, as far as the first", async ({ office }) => {
  const { line, welcome, repairs, kitchens, sales } = await threeMenus(office);
  const call = await playInOffice(office, line, {
    caller: ["2", "1", "*", "*", "*", "1"].map((key) => presses(key)),
  });
  const back = (menu: { name: string }) => ["Pressed *: back to the menu before", wentOn(menu)];
  expect(call).toMatchObject({
    heard: [
      ...[read.welcome, read.repairs, read.kitchens, read.repairs, read.welcome].flat(),
      ...[again, ...read.welcome, "This is sales."],
    ],
    story: [
      answeredBy(welcome),
      ...[...pressed("2", repairs), ...pressed("1", kitchens), ...back(repairs), ...back(welcome)],
      "Pressed *, which the menu does not have; the menu was read again",
      ...pressed("1", sales),
    ],
    log: { result: "told" },
  });
});

test("0 leads to a person from any menu", async ({ office }) => {
  const { line, olga, operator, welcome, repairs } = await threeMenus(office);
  const call = await playInOffice(office, line, {
    caller: [presses("2"), presses("0")],
    staff: [[olga, takesTheCall()]],
  });
  expect(call).toMatchObject({
    heard: [...read.welcome, ...read.repairs],
    ended: "talked to Olga",
    story: [answeredBy(welcome), ...[...pressed("2", repairs), ...pressed("0", operator), ...taken("Olga")]],
    log: { result: "answered", answeredByName: "Olga" },
  });
});

test("wrong keys are forgiven twice", async ({ office }) => {
  const { line, welcome, sales } = await threeMenus(office);
  const call = await playInOffice(office, line, { caller: [presses("7"), presses("#"), presses("1")] });
  expect(call).toMatchObject({
    heard: [...read.welcome, again, ...read.welcome, again, ...read.welcome, "This is sales."],
    story: [
      answeredBy(welcome),
      "Pressed 7, which the menu does not have; the menu was read again",
      "Pressed #, which the menu does not have; the menu was read again",
      ...pressed("1", sales),
    ],
    log: { result: "told" },
  });
});

test("silence comes to the last resort", async ({ office }) => {
  const resort = await makeAction(office.db, "voicemail", { greeting: { value: "Then leave a message." } });
  const sales = await makeSaying(office.db, "This is sales.");
  const menu = await makeMenu(
    office,
    "Welcome.",
    { 1: ["sales", sales] },
    { attempts: { value: 2 }, otherwise: { actionId: resort.id } },
  );
  const line = await makeLine(office.db, { openActionId: menu.id });
  const call = await playInOffice(office, line);
  expect(call).toMatchObject({
    heard: [...onlySales, again, ...onlySales, "Then leave a message.", "Thank you for calling. Goodbye."],
    story: [answeredBy(menu), repeated, `Pressed nothing; on to “${resort.name}”`, wentOn(resort)],
    log: { result: "told", voicemails: [] },
  });
});

test("a menu is read nine times to a caller who does nothing, and then comes to its last resort", async ({
  office,
}) => {
  const resort = await makeSaying(office.db, "Please call again.");
  const menu = await makeMenu(
    office,
    "Welcome.",
    { 1: ["sales", resort] },
    { attempts: { value: 9 }, otherwise: { actionId: resort.id } },
  );
  const hello = await makeAction(office.db, "say", {
    text: { value: "Hello." },
    next: { actionId: menu.id },
  });
  const line = await makeLine(office.db, { openActionId: hello.id });
  const call = await playInOffice(office, line);
  const readAgain = Array.from({ length: 8 }, () => [again, ...onlySales]);
  expect(call).toMatchObject({
    heard: ["Hello.", ...onlySales, ...readAgain.flat(), "Please call again."],
    rang: [],
    story: [
      ...[answeredBy(hello), wentOn(menu), ...readAgain.map(() => repeated)],
      ...[`Pressed nothing; on to “${resort.name}”`, wentOn(resort)],
    ],
    log: { result: "told", degradedTo: null },
  });
});

test("silence without a last resort is answered with an apology, not with more silence", async ({
  office,
}) => {
  const { line, welcome } = await threeMenus(office);
  const call = await playInOffice(office, line, {
    caller: [pressesNothing(), pressesNothing(), pressesNothing()],
  });
  expect(call).toMatchObject({
    heard: [...read.welcome, again, ...read.welcome, again, ...read.welcome, nobodyCanTakeIt],
    ended: "hung up by the app",
    story: [answeredBy(welcome), repeated, repeated, "Pressed nothing; the caller was told"],
    log: { result: "told" },
  });
});

async function spokenMenu(office: Office) {
  const sales = await makeSaying(office.db, "This is sales.");
  const fresh = await makeSaying(office.db, "This is for new orders.");
  const menu = await makeMenu(
    office,
    "Welcome.",
    { 1: ["orders", sales], 2: ["new orders", fresh] },
    { isSpoken: { value: true } },
  );
  return { menu, sales, fresh, line: await makeLine(office.db, { openActionId: menu.id }) };
}

const waysToSay: [string, CallerStep[], "sales" | "fresh", string, string[]?][] = [
  ["by the name of a choice", [says("New orders, please.")], "fresh", "Said “New orders, please.”"],
  ["by its number", [says("1.")], "sales", "Said “1.”"],
  [
    "by a key after all",
    [says("Er, what?"), presses("1")],
    "sales",
    "Pressed 1",
    ["Said “Er, what?”, which the menu does not have; the menu was read again"],
  ],
];

for (const [how, caller, wanted, said, before = []] of waysToSay) {
  test(`a caller who may speak chooses ${how}`, async ({ office }) => {
    const { line, menu, ...choices } = await spokenMenu(office);
    const call = await playInOffice(office, line, { caller });
    const reading = [
      "Welcome.",
      "For orders, say orders or press 1.",
      "For new orders, say new orders or press 2.",
    ];
    const chosen = choices[wanted];
    expect(call).toMatchObject({
      heard: [
        ...[...reading, ...before.flatMap(() => [again, ...reading])],
        wanted === "sales" ? "This is sales." : "This is for new orders.",
      ],
      story: [answeredBy(menu), ...before, `${said}: on to “${chosen.name}”`, wentOn(chosen)],
      log: { result: "told" },
    });
  });
}

test("words are not listened for where only keys are asked for", async ({ office }) => {
  const { line, welcome, sales } = await threeMenus(office);
  const call = await playInOffice(office, line, { caller: [says("sales"), presses("1")] });
  expect(call).toMatchObject({
    heard: [...read.welcome, again, ...read.welcome, "This is sales."],
    story: [answeredBy(welcome), repeated, ...pressed("1", sales)],
    log: { result: "told" },
  });
});

test("the caller hangs up in the menu, and the log ends there", async ({ office }) => {
  const { line, welcome, repairs } = await threeMenus(office);
  const call = await playInOffice(office, line, { caller: [presses("2"), hangsUp("in the menu")] });
  expect(call).toMatchObject({
    heard: [...read.welcome, ...read.repairs],
    ended: "the caller hung up",
    story: [answeredBy(welcome), ...pressed("2", repairs)],
    log: { result: "told", status: "completed" },
  });
});

test("a caller who goes to and fro for ever is taken over by the fallback in the end", async ({ office }) => {
  const { line, welcome, repairs } = await threeMenus(office);
  let count = 0;
  const call = await playInOffice(office, line, {
    caller: ({ kind }) => {
      if (kind !== "asked") return { does: "nothing" };
      count += 1;
      return { does: "presses", keys: count % 2 === 1 ? "2" : "*" };
    },
  });
  const rounds = Array.from({ length: 15 }, () => [...read.welcome, ...read.repairs]);
  const round = [...pressed("2", repairs), ...["Pressed *: back to the menu before", wentOn(welcome)]];
  expect(count).toBe(30);
  expect(call).toMatchObject({
    heard: [...rounds.flat(), nobodyCanTakeIt],
    rang: [[fallbackNumber]],
    story: [
      answeredBy(welcome),
      // The last step of all is the fallback's.
      ...rounds.flatMap(() => round).slice(0, -1),
      "The fallback took over: the call had gone round for too long",
      "Nobody took the call at the fallback number",
    ],
    log: { reasonCode: "open", result: "missed" },
  });
});
