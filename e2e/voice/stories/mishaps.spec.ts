import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { findCall } from "@/db/queries/calls/find-call";
import { actions, actionTargets, callEvents, calls, templateParameters, templates } from "@/db/schema";
import { expect, test } from "../../fixtures";
import { voicemailsOf } from "../../office/call-log";
import { makeAction, makeLine, makePerson, makeSaying } from "../../office/make-line";
import { cronSecret, fallbackNumber, type Office } from "../../office/start-office";
import { doesNotAnswer, personalMailbox, takesTheCall } from "../../player/callee";
import { leavesMessage, presses } from "../../player/caller";
import { databaseAwayAt } from "../../player/database-away-at";
import { type CallInOffice, type GivenCall, playInOffice } from "../../player/play-in-office";
import { answeredBy, asked, nobodyCanTakeIt, onTo, pressed, refused, taken, takenByFallback } from "./told";

/** A menu, whose 1 rings Ana and Ben, who are not there, so that a message is taken. */
async function wholeOffice({ db }: Office) {
  const ana = await makePerson(db, "Ana");
  const ben = await makePerson(db, "Ben");
  const message = await makeAction(db, "voicemail", {
    greeting: { value: "Please leave a message." },
    afterwards: { value: "Goodbye." },
  });
  const team = await makeAction(db, "ring-all", {
    people: { people: [{ personId: ana.id }, { personId: ben.id }] },
    unanswered: { actionId: message.id },
  });
  const menu = await makeAction(db, "menu", {
    greeting: { value: "Welcome." },
    sayChoices: { value: false },
    choices: { menu: [{ menuKey: "1", label: "the team", actionId: team.id }] },
  });
  return { ana, ben, message, team, menu, line: await makeLine(db, { openActionId: menu.id }) };
}

type WholeOffice = Awaited<ReturnType<typeof wholeOffice>>;

const messageLeft = "A message of 9 s was left";
/** What the log tells of a call that comes to a message, and the step that each line of it is of. */
const messageStory = ({ menu, team, message }: WholeOffice) => [
  ...[answeredBy(menu), ...pressed("1", team)],
  ...[...onTo("Nobody answered", message), messageLeft],
];
const messageSteps = ["entry", "menu", "go", "after-dial", "go", "after-record"];

/** After what the caller heard, and was told of, before the step that failed; of the failure they hear nothing. */
const goesToTheFallback = (call: CallInOffice, heard: string[], story: unknown[]) => {
  expect(call).toMatchObject({
    heard,
    ended: `talked to ${fallbackNumber}`,
    story: [...story, ...takenByFallback],
    log: { result: "answered", degradedTo: "fallbackNumber" },
  });
  expect(call.rang.at(-1)).toEqual([fallbackNumber]);
};
const takesAMessage = (call: CallInOffice, story: unknown[]) =>
  expect(call).toMatchObject({
    heard: ["Welcome.", "Please leave a message.", "Goodbye."],
    ended: "left a message of 9 s",
    story,
    log: { result: "voicemail", voicemails: [{ durationSeconds: 9 }] },
  });
const reachesAna = (call: CallInOffice, { menu, team }: WholeOffice, rings: number, story: string[]) => {
  expect(call).toMatchObject({
    heard: ["Welcome."],
    ended: "talked to Ana",
    story: [answeredBy(menu), ...pressed("1", team), ...story],
    log: { result: "answered", answeredByName: "Ana" },
  });
  expect(call.rang).toHaveLength(rings);
};

const thereIsTheMessage: GivenCall["caller"] = [presses("1"), leavesMessage(9)];

interface Outage {
  step: string;
  caller: GivenCall["caller"];
  isAnaThere?: boolean;
  /** Of a process that has answered this step before. */
  fromMemory(call: CallInOffice, whole: WholeOffice): void;
  /** Of one that has not. */
  withoutMemory(call: CallInOffice, whole: WholeOffice): void;
  /** As far as the caller comes then. */
  callerWithoutMemory?: GivenCall["caller"];
}

const messageOutage = (step: string, callerWithoutMemory: GivenCall["caller"], heard: string[]): Outage => {
  const place = messageSteps.indexOf(step);
  // A message is told of by a callback too.
  const isToldLater = step === "after-record";
  return {
    step,
    caller: thereIsTheMessage,
    callerWithoutMemory,
    fromMemory: (call, whole) =>
      takesAMessage(
        call,
        messageStory(whole).filter((_, other) => other !== place || isToldLater),
      ),
    withoutMemory: (call, whole) =>
      goesToTheFallback(call, heard, [
        ...messageStory(whole).slice(0, place),
        ...(isToldLater ? [messageLeft] : []),
      ]),
  };
};

/** A phone whose question cannot be put is let go, and rung once more. */
const talkOutage = (step: "screen" | "screened"): Outage => ({
  step,
  caller: [presses("1")],
  isAnaThere: true,
  // Who was asked, or that she pressed 1, could not be written down: who took the call is known all the same, from the one or
  // from the other.
  fromMemory: (call, whole) =>
    reachesAna(
      call,
      whole,
      1,
      step === "screen" ? ["Ana pressed 1", "The call was answered"] : [asked("Ana"), "Ana took the call"],
    ),
  withoutMemory: (call, whole) =>
    reachesAna(call, whole, 2, [
      ...(step === "screen" ? [] : [asked("Ana")]),
      "Whoever picked up did not take the call; Ana, Ben rung once more",
      ...taken("Ana"),
    ]),
});

const outages: Outage[] = [
  messageOutage("entry", [], []),
  messageOutage("menu", [presses("1")], ["Welcome."]),
  messageOutage("go", [presses("1")], ["Welcome."]),
  talkOutage("screen"),
  talkOutage("screened"),
  messageOutage("after-dial", [presses("1")], ["Welcome."]),
  messageOutage("after-record", thereIsTheMessage, ["Welcome.", "Please leave a message."]),
];

for (const { step, caller, callerWithoutMemory = caller, isAnaThere, fromMemory, withoutMemory } of outages) {
  const staff = ({ ana }: WholeOffice): GivenCall["staff"] => [
    [ana, isAnaThere ? takesTheCall() : doesNotAnswer],
    [fallbackNumber, takesTheCall()],
  ];

  test(`the database is away at the step “${step}”, which has been answered before: nobody notices`, async ({
    office,
  }) => {
    const whole = await wholeOffice(office);
    const plan = { caller: caller ?? [], staff: staff(whole) ?? [] };
    await playInOffice(office, whole.line, plan);
    const call = await playInOffice(office, whole.line, { ...plan, ...databaseAwayAt(office, step) });
    fromMemory(call, whole);
    expect(call.log).toMatchObject({ to: whole.line.number, reasonCode: "open", status: "completed" });
  });

  test(`the database is away at the step “${step}”, which is new to the app: somebody is reached all the same`, async ({
    office,
  }) => {
    const whole = await wholeOffice(office);
    const call = await playInOffice(office, whole.line, {
      caller: callerWithoutMemory ?? [],
      staff: staff(whole) ?? [],
      ...databaseAwayAt(office, step),
    });
    withoutMemory(call, whole);
    // The entry's record is lost with the entry, and the number's status callback makes up for it.
    const reasonCode = step === "entry" ? "recordLost" : "open";
    expect(call.log).toMatchObject({ to: whole.line.number, reasonCode, status: "completed" });
  });
}

/**
 * What is known of a call of which every record was lost, its end too: nothing, as long as nobody tells of it again. It left
 * no message that could be found at Twilio, so that the regular work, once the database is back, finds nothing either.
 */
async function expectNothingInLog(office: Office, { log, callSid, faults }: CallInOffice) {
  expect(log).toBeNull();
  expect(faults).toEqual([expect.stringContaining("/api/voice/status was answered with 503")]);
  office.database.setFault("none");
  const { baseUrl } = await office.appOf("mailing");
  const headers = { authorization: `Bearer ${cronSecret}` };
  expect((await fetch(`${baseUrl}/api/cron/notices`, { headers })).status).toBe(200);
  const { db } = office;
  expect(await db.select().from(calls).where(eq(calls.sid, callSid))).toEqual([]);
  expect(await db.select().from(callEvents).where(eq(callEvents.callSid, callSid))).toEqual([]);
  expect(await voicemailsOf(db, callSid)).toEqual([]);
}

test("the database is away for the whole call, and knew nothing before: the fallback number takes it, and the log holds nothing", async ({
  office,
}) => {
  const { line } = await wholeOffice(office);
  office.database.setFault("down");
  const call = await playInOffice(office, line, {
    staff: [[fallbackNumber, takesTheCall()]],
    expectsFaults: true,
  });
  expect(call.heard).toEqual([]);
  expect(call.rang).toEqual([[fallbackNumber]]);
  expect(call.ended).toBe(`talked to ${fallbackNumber}`);
  await expectNothingInLog(office, call);
});

test("the same, and the fallback number has a personal mailbox: the caller is told, not the mailbox, and the log holds nothing", async ({
  office,
}) => {
  const { line } = await wholeOffice(office);
  office.database.setFault("down");
  const call = await playInOffice(office, line, {
    staff: [[fallbackNumber, personalMailbox()]],
    expectsFaults: true,
  });
  expect(call.rang).toEqual([[fallbackNumber]]);
  expect(call.heard).toEqual([nobodyCanTakeIt]);
  expect(call.ended).toBe("hung up by the app");
  await expectNothingInLog(office, call);
});

test("the database is away for the whole call, and is back when Twilio tells of its end: the log has that it came", async ({
  office,
}) => {
  const { line } = await wholeOffice(office);
  const call = await playInOffice(office, line, {
    staff: [[fallbackNumber, takesTheCall({ talkSeconds: 20 })]],
    treatment: { callbacks: "late" },
    before: () => office.database.setFault("down"),
    timePasses: async () => office.database.setFault("none"),
  });
  expect(call.ended).toBe(`talked to ${fallbackNumber}`);
  expect(call.log).toMatchObject({
    reasonCode: "recordLost",
    reason: "Answered while the database was away",
    configuration: null,
    status: "completed",
    result: "told",
    answeredByName: null,
  });
  expect(call.story).toEqual([]);
});

const breaks: [string, (office: Office, whole: WholeOffice) => Promise<unknown>, unknown[]][] = [
  [
    "the next action's template no longer renders",
    async ({ db }, { message }) => {
      const id = crypto.randomUUID();
      await db
        .insert(templates)
        .values({ id, name: `Broken ${id}`, body: "<Response>{{ nobodyKnows }}</Response>" });
      await db.insert(actions).values({ id, name: `Broken ${id}`, templateId: id });
      await db
        .update(actionTargets)
        .set({ targetActionId: id })
        .where(eq(actionTargets.targetActionId, message.id));
    },
    [
      expect.stringContaining("Nobody answered; on to “Broken "),
      "The fallback took over: the action could not be spoken",
      "Nobody took the call at the fallback number",
    ],
  ],
  [
    "the next action has been deleted",
    async ({ db }, { message, team }) => {
      await db.delete(actionTargets).where(eq(actionTargets.actionId, team.id));
      await db.delete(actions).where(eq(actions.id, message.id));
    },
    ["Nobody answered; the caller was told"],
  ],
];

for (const [what, breakIt, logged] of breaks) {
  test(`while it rings, ${what}: the caller hears something all the same`, async ({ office }) => {
    const whole = await wholeOffice(office);
    const call = await playInOffice(office, whole.line, {
      caller: [presses("1")],
      before: async ({ step }) => {
        if (step === "after-dial") await breakIt(office, whole);
      },
    });
    expect(call.heard).toEqual(["Welcome.", nobodyCanTakeIt]);
    expect(call.story).toEqual([answeredBy(whole.menu), ...pressed("1", whole.team), ...logged]);
    expect(call.log).toMatchObject({ reasonCode: "open", result: "missed", answeredByName: null });
  });
}

test("an action is deleted between the answer that names it and its own step", async ({ office }) => {
  const { db } = office;
  const next = await makeSaying(db, "Never heard.");
  const first = await makeAction(db, "say", { text: { value: "Hello." }, next: { actionId: next.id } });
  const line = await makeLine(db, { openActionId: first.id });
  const call = await playInOffice(office, line, {
    before: async ({ step }) => {
      if (step !== "go") return;
      await db.delete(actionTargets).where(eq(actionTargets.targetActionId, next.id));
      await db.delete(actions).where(eq(actions.id, next.id));
    },
  });
  expect(call.heard).toEqual(["Hello.", nobodyCanTakeIt]);
  expect(call.story).toEqual([answeredBy(first), "The next action no longer exists"]);
  expect(call.log).toMatchObject({ reasonCode: "open", result: "told" });
});

test("a template is edited in the middle of a call: the next step already speaks by the new one", async ({
  office,
}) => {
  const { db } = office;
  const id = crypto.randomUUID();
  const body = (words: string) =>
    `<Response><Gather action="{{ steps.menu.choices }}" numDigits="1"><Say>${words}</Say></Gather><Redirect>{{ steps.menu.choices }}</Redirect></Response>`;
  await db.insert(templates).values({ id, name: `Own ${id}`, body: body("The old words.") });
  await db
    .insert(templateParameters)
    .values({ templateId: id, key: "choices", position: 0, label: "Choices", type: "menu" });
  await db.insert(actions).values({ id, name: `Own ${id}`, templateId: id });
  const line = await makeLine(db, { openActionId: id });
  const call = await playInOffice(office, line, {
    before: async ({ step }) => {
      if (step === "menu") {
        await db
          .update(templates)
          .set({ body: body("The new words.") })
          .where(eq(templates.id, id));
      }
    },
  });
  expect(call.heard).toEqual(["The old words.", "The new words.", "The new words.", nobodyCanTakeIt]);
  expect(call.story).toEqual([
    answeredBy({ name: `Own ${id}` }),
    "Pressed nothing; the menu was read again",
    "Pressed nothing; the menu was read again",
    "Pressed nothing; the caller was told",
  ]);
  expect(call.log).toMatchObject({ reasonCode: "open", result: "told" });
});

test("each step is asked for twice at once: it is done once, and told once", async ({ office }) => {
  const whole = await wholeOffice(office);
  const { ana, ben, menu, team, message } = whole;
  const call = await playInOffice(office, whole.line, {
    caller: [presses("1"), leavesMessage(9)],
    staff: [
      [ana, personalMailbox({ afterSeconds: 3 })],
      [ben, doesNotAnswer],
    ],
    treatment: { asksTwice: true, isToldTwice: true },
  });
  takesAMessage(call, [
    ...[answeredBy(menu), ...pressed("1", team), ...refused("Ana")],
    "Whoever picked up did not take the call; Ben rung once more",
    ...[...onTo("Nobody answered", message), messageLeft],
  ]);
  expect(call.rang).toEqual([["Ana", "Ben"], ["Ben"]]);
  expect(await voicemailsOf(office.db, call.callSid)).toHaveLength(1);
  expect(call.log).toMatchObject({ result: "voicemail", status: "completed" });
});

for (const callbacks of ["early", "late"] as const) {
  test(`the callbacks come twice and too ${callbacks}, and the log is right in the end`, async ({
    office,
  }) => {
    const { ana, menu, team, line } = await wholeOffice(office);
    const call = await playInOffice(office, line, {
      caller: [presses("1")],
      staff: [[ana, takesTheCall({ talkSeconds: 33 })]],
      treatment: { callbacks, isToldTwice: true },
    });
    expect(call.heard).toEqual(["Welcome."]);
    expect(call.ended).toBe("talked to Ana");
    expect(call.log).toMatchObject({
      result: "answered",
      answeredByName: "Ana",
      reasonCode: "open",
      status: "completed",
    });
    expect(call.log?.durationSeconds).toBeGreaterThanOrEqual(33);
    expect(call.story).toEqual([answeredBy(menu), ...pressed("1", team), ...taken("Ana")]);
  });
}

for (const [step, caller, toldBefore] of [
  ["entry", [], 0],
  ["menu", [presses("1")], 1],
  ["after-dial", [presses("1")], 3],
] as const) {
  test(`Twilio cannot reach the app at the step “${step}”, and its fallback URL rings the fallback number`, async ({
    office,
  }) => {
    const whole = await wholeOffice(office);
    const call = await playInOffice(office, whole.line, {
      caller,
      staff: [[fallbackNumber, takesTheCall()]],
      isLost: (asked) => asked.step === step,
    });
    expect(call.heard).toEqual(step === "entry" ? [] : ["Welcome."]);
    expect(call.rang.at(-1)).toEqual([fallbackNumber]);
    expect(call.ended).toBe(`talked to ${fallbackNumber}`);
    expect(call.asked.find((asked) => asked.step === "fallback")?.parameters).toMatchObject({
      ErrorCode: "11200",
    });
    expect(call.log).toMatchObject({
      reasonCode: step === "entry" ? "recordLost" : "open",
      result: "answered",
      status: "completed",
    });
    expect(call.story).toEqual([
      ...messageStory(whole).slice(0, toldBefore),
      "Switchboard did not answer (Twilio error 11200), so the fallback took over",
      ...takenByFallback,
    ]);
  });
}

test("a message of which both tellings were lost is found at Twilio, and told of once", async ({
  office,
}) => {
  const { action, line, email } = await lineThatTellsAna(office);
  // From the moment at which the caller has spoken, the database is away, and Twilio tells of nothing twice.
  const call = await playInOffice(office, line, {
    caller: [leavesMessage(9)],
    before: ({ step }) => void (step === "after-record" && office.database.setFault("down")),
    expectsFaults: true,
  });
  office.database.setFault("none");
  expect(call.faults).toEqual([
    expect.stringMatching(/recorded.* was answered with 503/),
    expect.stringMatching(/status was answered with 503/),
  ]);
  expect(await voicemailsOf(office.db, call.callSid)).toEqual([]);

  const [message] = call.messages;
  if (!message) throw new Error("No message was left.");
  const twentyMinutesAgo = new Date(Date.now() - 20 * 60_000);
  office.twilio.addRecording({
    sid: message.recordingSid,
    callSid: call.callSid,
    seconds: message.seconds,
    startedAt: twentyMinutesAgo,
  });
  office.twilio.addIncomingCall({ sid: call.callSid, from: call.log?.from ?? "", to: line.number });
  const { baseUrl } = await office.appOf("mailing");
  const cron = async () =>
    (
      await fetch(`${baseUrl}/api/cron/notices`, { headers: { authorization: `Bearer ${cronSecret}` } })
    ).json();
  expect(await cron()).toEqual({ sent: 1, failed: 0, found: 1 });
  expect(await cron()).toEqual({ sent: 0, failed: 0 });
  expect(await voicemailsOf(office.db, call.callSid)).toMatchObject([
    { recordingSid: message.recordingSid, durationSeconds: 9, actionId: action.id },
  ]);
  const log = await findCall(office.db, call.callSid);
  expect(log).toMatchObject({ result: "voicemail", from: call.log?.from });
  expect(log?.steps.map(({ words }) => words)).toContain(
    "A message of 9 s was left, and found at Twilio later",
  );
  await office.mail.next(email);
  expect(office.mail.received.filter(({ to }) => to.includes(email))).toHaveLength(1);
});

/** Takes messages, of which Ana is told by e-mail. */
async function lineThatTellsAna({ db }: Office) {
  const email = `${randomUUID()}@example.com`;
  const ana = await makePerson(db, "Ana", { email });
  const action = await makeAction(db, "voicemail", {
    greeting: { value: "Please leave a message." },
    notify: { people: [{ personId: ana.id }] },
  });
  return { action, email, line: await makeLine(db, { openActionId: action.id }) };
}
