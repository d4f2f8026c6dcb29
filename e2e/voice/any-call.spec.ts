import { eq } from "drizzle-orm";
import fc from "fast-check";
import { calls } from "@/db/schema";
import { expect, test } from "../fixtures";
import { rememberingLastRun } from "../fuzz/last-run";
import { voicemailsOf } from "../office/call-log";
import type { Office } from "../office/start-office";
import { type AnyBehaviour, anyBehaviour, anyCallee, moodyCaller } from "../player/any/any-behaviour";
import { type AnySetUp, anySetUp } from "../player/any/any-set-up";
import { makeSetUp } from "../player/any/make-set-up";
import { type CallInOffice, type GivenCall, playInOffice } from "../player/play-in-office";
import { inWords, isMessage } from "../player/played-call";

/** How many calls, and which: a failure names the seed and the path that play it again. */
const { CALL_RUNS, CALL_SECONDS, CALL_SEED, CALL_PATH } = process.env;
const mostRuns = Number(CALL_RUNS || 150);
const mostSeconds = Number(CALL_SECONDS || 12);

test("any caller of any set-up hears something until the call ends, and the log says how", async ({
  office,
}) => {
  test.setTimeout((mostSeconds + 60) * 1000);
  let played = 0;
  const { run, lastRun } = rememberingLastRun(async (setUp: AnySetUp, behaviour: AnyBehaviour) => {
    await playAndCheck(office, setUp, behaviour);
    played += 1;
  });
  await fc.assert(fc.asyncProperty(anySetUp, anyBehaviour, run), {
    numRuns: mostRuns,
    interruptAfterTimeLimit: mostSeconds * 1000,
    markInterruptAsFailure: false,
    ...(CALL_SEED && { seed: Number(CALL_SEED) }),
    ...(CALL_PATH && { path: CALL_PATH }),
    asyncReporter: async (details) => {
      if (!details.failed) return;
      const again = `CALL_SEED=${details.seed} CALL_PATH=${details.counterexamplePath}`;
      throw new Error(`${await fc.asyncDefaultReportMessage(details)}\nTo play it again: ${again}`);
    },
  });
  await lastRun();
  console.log(`${played} calls played.`);
  expect(played).toBeGreaterThan(0);
});

/** Silence, application errors and calls without end are thrown by the player; what is left is what the log says. */
async function playAndCheck(office: Office, setUp: AnySetUp, behaviour: AnyBehaviour): Promise<void> {
  office.database.setFault("none");
  const { line, from } = await makeSetUp(office.db, setUp);
  const { outage, lost } = behaviour;
  try {
    const call = await playInOffice(office, line, planFor(office, { ...behaviour, ...(from && { from }) }));
    try {
      await checkLog(office, call, { isWhole: outage === null && lost === null });
    } catch (error) {
      throw new Error(
        `${error instanceof Error ? error.message : error}\n${inWords(call)}\n${call.story.join("\n")}`,
      );
    }
  } finally {
    office.database.setFault("none");
  }
}

function planFor(office: Office, behaviour: AnyBehaviour): GivenCall {
  const { from, callerName, moods, answering, treatment, outage, lost } = behaviour;
  let asked = 0;
  let rung = 0;
  return {
    from,
    parameters: { CallerName: callerName },
    caller: moodyCaller(moods),
    phone: () => {
      const next = answering[rung % (answering.length || 1)];
      rung += 1;
      return next ? anyCallee(next) : { picksUp: false, status: "no-answer" };
    },
    treatment,
    before: () => {
      const isAway = outage !== null && asked >= outage.from && asked < outage.from + outage.requests;
      office.database.setFault(isAway ? "down" : "none");
      asked += 1;
    },
    isLost: () => asked - 1 === lost,
    // What was asked has been written down by now, or been lost: what Twilio tells by the way goes through.
    timePasses: async () => office.database.setFault("none"),
  };
}

async function checkLog(
  office: Office,
  call: CallInOffice,
  { isWhole }: { isWhole: boolean },
): Promise<void> {
  expect(await office.db.$count(calls, eq(calls.sid, call.callSid)), "rows of the call").toBe(1);
  expect(call.log?.reason, "why it was answered so").toBeTruthy();
  expect(call.log?.status, "how it ended").toMatch(/^(completed|busy|no-answer)$/);
  if (!isWhole) return;
  expect(call.story.length, "steps in the log").toBeGreaterThan(0);
  const isTurnedAway = ["configurationInactive", "callerBlocked"].includes(call.log?.reasonCode ?? "");
  const decided = isTurnedAway ? "reject" : "answer";
  expect(
    call.log?.steps.map(({ kind }) => kind),
    "the first step",
  ).toContain(decided);
  const messages = call.messages.filter(isMessage);
  expect(await voicemailsOf(office.db, call.callSid), "messages").toHaveLength(messages.length);
  const hasAccepted = call.story.some((words) => words.endsWith(" took the call"));
  if (call.talkedTo !== null) {
    expect(call.log?.result, "what the log says of a talk").toBe("answered");
  } else if (messages.length > 0 && !hasAccepted) {
    expect(call.log?.result, "what the log says of a message").toBe("voicemail");
  } else if (!hasAccepted) {
    expect(call.log?.result, "what the log says of anything else").toMatch(/^(missed|told|rejected)$/);
  } else {
    // Somebody pressed 1 and no talk came of it: the caller was gone, or somebody else was faster and lost them too.
    expect(call.log?.result, "what the log says of a call that was taken in vain").toMatch(
      /^(answered|missed|voicemail|told)$/,
    );
  }
}
