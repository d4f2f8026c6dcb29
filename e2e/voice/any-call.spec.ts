import { eq } from "drizzle-orm";
import fc from "fast-check";
import { calls } from "@/db/schema";
import { expect, test } from "../fixtures";
import { rememberingLastRun } from "../fuzz/last-run";
import { voicemailsOf } from "../office/call-log";
import { fallbackNumber, type Office } from "../office/start-office";
import { type AnyCircumstances, anyCircumstances } from "../player/any/any-circumstances";
import { type AnySetUp, anySetUp } from "../player/any/any-set-up";
import { anySteps } from "../player/any/any-steps";
import { CallModel } from "../player/any/call-model";
import { LiveCall } from "../player/any/live-call";
import { makeSetUp } from "../player/any/make-set-up";
import { nothing } from "../player/party";
import type { CallInOffice } from "../player/play-in-office";
import { inWords } from "../player/played-call";

/** How many calls, and which: a failure names the seed, the path and the steps that play it again. */
const { CALL_RUNS, CALL_SECONDS, CALL_SEED, CALL_PATH, CALL_STEPS } = process.env;
const mostRuns = Number(CALL_RUNS || 150);
const mostSeconds = Number(CALL_SECONDS || 12);

const steps = anySteps(CALL_STEPS);
type Steps = Parameters<typeof play>[3];

test("any caller of any set-up hears something until the call ends, and the log says how", async ({
  office,
}) => {
  test.setTimeout((mostSeconds + 60) * 1000);
  const endings: Record<string, number> = {};
  const { run, lastRun } = rememberingLastRun(
    async (setUp: AnySetUp, circumstances: AnyCircumstances, given: Steps) => {
      const { log } = await play(office, setUp, circumstances, given);
      const ending = log?.result ?? "nothing";
      endings[ending] = (endings[ending] ?? 0) + 1;
    },
  );
  await fc.assert(fc.asyncProperty(anySetUp, anyCircumstances, steps, run), {
    numRuns: mostRuns,
    interruptAfterTimeLimit: mostSeconds * 1000,
    markInterruptAsFailure: false,
    ...(CALL_SEED && { seed: Number(CALL_SEED) }),
    ...(CALL_PATH && { path: CALL_PATH }),
    asyncReporter: async (details) => {
      if (!details.failed) return;
      const [, done] = /replayPath="([^"]*)"/.exec(String(details.counterexample?.[2])) ?? [];
      const again = `CALL_SEED=${details.seed} CALL_PATH=${details.counterexamplePath} CALL_STEPS=${done}`;
      const what =
        details.errorInstance instanceof Error ? details.errorInstance.message : details.errorInstance;
      throw new Error(`${what}\n${await fc.asyncDefaultReportMessage(details)}\nTo play it again: ${again}`);
    },
  });
  await lastRun();
  const played = Object.values(endings).reduce((sum, count) => sum + count, 0);
  const told = Object.entries(endings).map(([ending, count]) => `${count} ${ending}`);
  console.log(`${played} calls played: ${told.join(", ")}.`);
  expect(played).toBeGreaterThan(0);
});

/**
 * Plays a call step by step beside a model of it; when no step is left, everybody does nothing until it ends. Silence,
 * application errors and calls without end are thrown by the player.
 */
async function play(
  office: Office,
  setUp: AnySetUp,
  circumstances: AnyCircumstances,
  given: Iterable<fc.AsyncCommand<CallModel, { live: LiveCall; office: Office }>>,
): Promise<CallInOffice> {
  office.database.setFault("none");
  const made = await makeSetUp(office.db, setUp);
  const model = new CallModel(setUp, made, fallbackNumber);
  const live = new LiveCall(office, made.line, {
    ...circumstances,
    ...(made.from && { from: made.from }),
    isLost: () => model.takesLoss(),
  });
  try {
    await fc.asyncModelRun(() => ({ model, real: { live, office } }), given);
    office.database.setFault("none");
    const call = await live.end((question) => {
      model.goesOnTo(question);
      model.callerDoes(nothing);
    });
    await check(office, model, call);
    return call;
  } finally {
    office.database.setFault("none");
    await live.abandon();
  }
}

async function check(office: Office, model: CallModel, call: CallInOffice): Promise<void> {
  const rows = await office.db.$count(calls, eq(calls.sid, call.callSid));
  const voicemails = await voicemailsOf(office.db, call.callSid);
  try {
    model.checkEnd(call, rows, voicemails.length);
  } catch (error) {
    const words = error instanceof Error ? error.message : error;
    throw new Error(`${words}\n${inWords(call)}\n${call.story.join("\n")}`);
  }
}
