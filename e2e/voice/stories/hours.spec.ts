import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { blockedCallers, scheduleOverrides } from "@/db/schema";
import { expect, test } from "../../fixtures";
import {
  anyNumber,
  deactivate,
  type GivenSchedule,
  makeAction,
  makeLine,
  makeSaying,
} from "../../office/make-line";
import { leavesMessage, presses } from "../../player/caller";
import { playInOffice } from "../../player/play-in-office";

const inAnHour = () => new Date(Date.now() + 3_600_000);
const today = Temporal.Now.plainDateISO("UTC").toString();

const closings: [string, GivenSchedule, RegExp][] = [
  ["outside its hours", { windows: [] }, /^Closed/],
  [
    "on a holiday",
    { timeZone: "UTC", exceptions: [{ startsOn: today, endsOn: today, label: "Founders’ Day" }] },
    /Founders’ Day/,
  ],
  [
    "by hand",
    { override: { isOpen: false, until: inAnHour(), reason: "Burst pipe", setByName: "Dana" } },
    /Burst pipe/,
  ],
];

for (const [how, schedule, reason] of closings) {
  test(`an office that is closed ${how} takes a message, and the log says why`, async ({ office }) => {
    const message = await makeAction(office.db, "voicemail", { greeting: { value: "We are closed." } });
    const line = await makeLine(office.db, { schedule, closedActionId: message.id });
    const call = await playInOffice(office, line, { caller: [leavesMessage(12)] });
    expect(call.heard).toEqual(["We are closed.", "Thank you for calling. Goodbye."]);
    expect(call.story.slice(1)).toEqual(["A message of 12 s was left"]);
    expect(call.log).toMatchObject({ reasonCode: "closed", result: "voicemail" });
    expect(call.log?.reason).toMatch(reason);
  });
}

test("hours that end in the middle of a call end no call", async ({ office }) => {
  const sales = await makeSaying(office.db, "This is sales.");
  const menu = await makeAction(office.db, "menu", {
    greeting: { value: "Welcome." },
    choices: { menu: [{ menuKey: "1", label: "sales", actionId: sales.id }] },
  });
  const line = await makeLine(office.db, {
    openActionId: menu.id,
    schedule: {
      windows: [],
      override: { isOpen: true, until: inAnHour(), reason: "Sale", setByName: "Dana" },
    },
  });
  const call = await playInOffice(office, line, {
    caller: [presses("1")],
    before: async ({ step }) => {
      if (step !== "menu") return;
      const over = { setAt: new Date(Date.now() - 7_200_000), until: new Date(Date.now() - 1000) };
      await office.db
        .update(scheduleOverrides)
        .set(over)
        .where(eq(scheduleOverrides.scheduleId, line.scheduleId));
    },
  });
  expect(call.heard).toEqual(["Welcome.", "For sales, press 1.", "This is sales."]);
  expect(call.story.slice(1)).toEqual([`Pressed 1: on to “${sales.name}”`, `Went on to “${sales.name}”`]);
  expect(call.log).toMatchObject({ reasonCode: "open", result: "told" });
  expect(call.log?.reason).toContain("Sale");
  expect((await playInOffice(office, line)).log).toMatchObject({ reasonCode: "closed" });
});

test("a configuration that is switched off in the middle of a call ends no call", async ({ office }) => {
  const next = await makeSaying(office.db, "The next step.");
  const first = await makeAction(office.db, "say", {
    text: { value: "Hello." },
    next: { actionId: next.id },
  });
  const line = await makeLine(office.db, { openActionId: first.id });
  const call = await playInOffice(office, line, {
    before: async ({ step }) => {
      if (step === "go") await deactivate(office.db, line.configurationId);
    },
  });
  expect(call.heard).toEqual(["Hello.", "The next step."]);
  expect(call.story.slice(1)).toEqual([`Went on to “${next.name}”`]);
  expect(call.log).toMatchObject({ reasonCode: "open", result: "told" });
  const later = await playInOffice(office, line);
  expect(later.ended).toBe("rejected");
  expect(later.log).toMatchObject({ reasonCode: "configurationInactive", result: "rejected" });
});

test("a blocked caller is turned away without a word, and anybody else is answered", async ({ office }) => {
  const line = await makeLine(office.db);
  const from = anyNumber();
  await office.db.insert(blockedCallers).values({ number: from });
  const call = await playInOffice(office, line, { from });
  expect(call).toMatchObject({ heard: [], ended: "rejected" });
  expect(call.log).toMatchObject({ from, reasonCode: "callerBlocked", result: "rejected" });
  expect((await playInOffice(office, line)).heard).toEqual(["We are open."]);
});

test("a number that is none of ours is turned away", async ({ office }) => {
  const call = await playInOffice(office, { number: anyNumber() });
  expect(call.heard).toEqual([]);
  expect(call.ended).toBe("rejected");
  expect(call.log).toMatchObject({ reasonCode: "numberUnknown", result: "rejected", configuration: null });
});
