import type { NewActionValue } from "@/db/queries/actions/insert-action-values";
import { expect, test } from "../../fixtures";
import { makeAction, makeLine, makePerson, makeSaying } from "../../office/make-line";
import { fallbackNumber, type Office } from "../../office/start-office";
import { takesTheCall } from "../../player/callee";
import { type CallerStep, hangsUp, presses, pressesNothing, says } from "../../player/caller";
import { playInOffice } from "../../player/play-in-office";

const nobodyCanTakeIt = "We are sorry, nobody can take your call right now. Please try again later. Goodbye.";
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
  return { olga, kitchens, repairs, sinks, line: await makeLine(db, { openActionId: welcome.id }) };
}

/** What was heard, without the choices that are read out. */
const withoutChoices = (heard: readonly string[]) => heard.filter((text) => !text.startsWith("For "));

test("three menus deep the caller finds what they are looking for", async ({ office }) => {
  const { line, sinks } = await threeMenus(office);
  const call = await playInOffice(office, line, { caller: [presses("2"), presses("1"), presses("2")] });
  expect(call.heard).toEqual([
    "Welcome.",
    "For sales, press 1.",
    "For repairs, press 2.",
    "Repairs.",
    "For kitchens, press 1.",
    "Kitchens.",
    "For ovens, press 1.",
    "For sinks, press 2.",
    "Sinks are repaired on Tuesdays.",
  ]);
  expect(call.log).toMatchObject({ result: "told", reasonCode: "open" });
  expect(call.story.at(-1)).toBe(`Went on to “${sinks.name}”`);
});

test("the star goes back menu by menu, as far as the first", async ({ office }) => {
  const { line } = await threeMenus(office);
  const call = await playInOffice(office, line, {
    caller: ["2", "1", "*", "*", "*", "1"].map((key) => presses(key)),
  });
  expect(withoutChoices(call.heard)).toEqual([
    ...["Welcome.", "Repairs.", "Kitchens.", "Repairs.", "Welcome."],
    ...[again, "Welcome.", "This is sales."],
  ]);
  expect(call.story.filter((words) => words === "Pressed *: back to the menu before")).toHaveLength(2);
  expect(call.log).toMatchObject({ result: "told" });
});

test("0 leads to a person from any menu", async ({ office }) => {
  const { line, olga } = await threeMenus(office);
  const call = await playInOffice(office, line, {
    caller: [presses("2"), presses("0")],
    staff: [[olga, takesTheCall()]],
  });
  expect(withoutChoices(call.heard)).toEqual(["Welcome.", "Repairs."]);
  expect(call.ended).toBe("talked to Olga");
  expect(call.story.slice(-3)).toEqual([
    "Olga picked up and was asked to press 1",
    "Olga took the call",
    "The call was answered",
  ]);
  expect(call.log).toMatchObject({ result: "answered", answeredByName: "Olga" });
});

test("wrong keys are forgiven twice", async ({ office }) => {
  const { line } = await threeMenus(office);
  const call = await playInOffice(office, line, { caller: [presses("7"), presses("#"), presses("1")] });
  expect(withoutChoices(call.heard)).toEqual([
    ...["Welcome.", again, "Welcome.", again, "Welcome."],
    "This is sales.",
  ]);
  expect(call.story).toContain("Pressed 7, which the menu does not have; the menu was read again");
  expect(call.log).toMatchObject({ result: "told" });
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
  expect(withoutChoices(call.heard)).toEqual([
    ...["Welcome.", again, "Welcome.", "Then leave a message."],
    "Thank you for calling. Goodbye.",
  ]);
  expect(call.log).toMatchObject({ result: "told", voicemails: [] });
  expect(call.story).toContain(`Pressed nothing; on to “${resort.name}”`);
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
  const readings = Array.from({ length: 9 }, (_, place) =>
    place === 0 ? ["Welcome."] : [again, "Welcome."],
  );
  expect(withoutChoices(call.heard)).toEqual(["Hello.", ...readings.flat(), "Please call again."]);
  expect(call.story.filter((words) => words === "Pressed nothing; the menu was read again")).toHaveLength(8);
  expect(call.story).toContain(`Pressed nothing; on to “${resort.name}”`);
  expect(call.rang).toEqual([]);
  expect(call.log).toMatchObject({ result: "told", degradedTo: null });
});

test("silence without a last resort is answered with an apology, not with more silence", async ({
  office,
}) => {
  const { line } = await threeMenus(office);
  const call = await playInOffice(office, line, {
    caller: [pressesNothing(), pressesNothing(), pressesNothing()],
  });
  expect(withoutChoices(call.heard)).toEqual([
    ...["Welcome.", again, "Welcome.", again, "Welcome."],
    nobodyCanTakeIt,
  ]);
  expect(call.ended).toBe("hung up by the app");
  expect(call.story.at(-1)).toBe("Pressed nothing; the caller was told");
  expect(call.log).toMatchObject({ result: "told" });
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
  return makeLine(office.db, { openActionId: menu.id });
}

const waysToSay: [string, CallerStep[], string, string][] = [
  [
    "by the name of a choice",
    [says("New orders, please.")],
    "This is for new orders.",
    "Said “New orders, please.”",
  ],
  ["by its number", [says("1.")], "This is sales.", "Said “1.”: on to"],
  ["by a key after all", [says("Er, what?"), presses("1")], "This is sales.", "Pressed 1"],
];

for (const [how, caller, heard, logged] of waysToSay) {
  test(`a caller who may speak chooses ${how}`, async ({ office }) => {
    const line = await spokenMenu(office);
    const call = await playInOffice(office, line, { caller });
    const reading = [
      "Welcome.",
      "For orders, say orders or press 1.",
      "For new orders, say new orders or press 2.",
    ];
    const readAgain = caller.length > 1 ? [again, ...reading] : [];
    expect(call.heard).toEqual([...reading, ...readAgain, heard]);
    expect(call.story.at(-2)).toContain(logged);
    expect(call.story.at(-1)).toContain("Went on to");
    expect(call.log).toMatchObject({ result: "told" });
  });
}

test("words are not listened for where only keys are asked for", async ({ office }) => {
  const { line } = await threeMenus(office);
  const call = await playInOffice(office, line, { caller: [says("sales"), presses("1")] });
  expect(withoutChoices(call.heard)).toEqual(["Welcome.", again, "Welcome.", "This is sales."]);
  expect(call.story).toContain("Pressed nothing; the menu was read again");
});

test("the caller hangs up in the menu, and the log ends there", async ({ office }) => {
  const { line, repairs } = await threeMenus(office);
  const call = await playInOffice(office, line, { caller: [presses("2"), hangsUp("in the menu")] });
  expect(withoutChoices(call.heard)).toEqual(["Welcome.", "Repairs."]);
  expect(call.ended).toBe("the caller hung up");
  expect(call.story.at(-1)).toBe(`Went on to “${repairs.name}”`);
  expect(call.log).toMatchObject({ result: "told", status: "completed" });
});

test("a caller who goes to and fro for ever is taken over by the fallback in the end", async ({ office }) => {
  const { line } = await threeMenus(office);
  let count = 0;
  const call = await playInOffice(office, line, {
    caller: ({ kind }) => {
      if (kind !== "asked") return { does: "nothing" };
      count += 1;
      return { does: "presses", keys: count % 2 === 1 ? "2" : "*" };
    },
  });
  expect(count).toBe(30);
  expect(call.rang).toEqual([[fallbackNumber]]);
  const readings = Array.from({ length: 30 }, (_, place) => (place % 2 === 0 ? "Welcome." : "Repairs."));
  expect(withoutChoices(call.heard)).toEqual([...readings, nobodyCanTakeIt]);
  expect(call.story).toContain("The fallback took over: the call had gone round for too long");
  expect(call.log).toMatchObject({ reasonCode: "open", result: "missed" });
});
