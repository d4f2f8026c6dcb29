import { eq } from "drizzle-orm";
import fc from "fast-check";
import { calls, voicemails } from "@/db/schema";
import { listRoutes } from "../faults/list-routes";
import { makeScene, type Scene } from "../faults/make-scene";
import { test as base, expect } from "../fixtures";
import { type AnyRequest, anyRequest, forgeries } from "../fuzz/any-request";
import { faultOfAnswer, leakOf, type Secrets } from "../fuzz/check-answer";
import { rememberingLastRun } from "../fuzz/last-run";
import { forgedSignature, genuineSignature, inScene, send } from "../fuzz/send-request";
import { authSecret, fallbackNumber, type Office } from "../office/start-office";
import { sid } from "../twilio/twilio";

/** How many requests, and which: a failure names the seed and the path that send it again. */
const { FUZZ_RUNS, FUZZ_SECONDS, FUZZ_SEED, FUZZ_PATH } = process.env;
const mostRuns = Number(FUZZ_RUNS || 320);
const mostSeconds = Number(FUZZ_SECONDS || 60);

const voiceRoutes = listRoutes().filter((route) => route.startsWith("/api/voice"));

/** Of a call that no request is about. */
const somebodyElse = {
  callSid: sid("CA"),
  from: "+12025550987",
  name: "Zebulon Quartermain",
  message: "The marmalade tractor is in the barn.",
};

const test = base.extend<object, { scene: Scene; secrets: Secrets }>({
  scene: [
    async ({ office }, use) => {
      await office.db.batch([
        office.db.insert(calls).values({
          sid: somebodyElse.callSid,
          fromNumber: somebodyElse.from,
          fromName: somebodyElse.name,
          toNumber: "+15550000009",
          receivedAt: new Date(),
          reasonCode: "open",
          reason: "Open",
        }),
        office.db.insert(voicemails).values({
          callSid: somebodyElse.callSid,
          recordingSid: sid("RE"),
          recordingUrl: "https://api.twilio.com/recording",
          durationSeconds: 42,
          leftAt: new Date(),
          transcription: somebodyElse.message,
        }),
      ]);
      await use(await makeScene(office));
    },
    { scope: "worker" },
  ],
  secrets: [
    async ({ office }, use) =>
      use({
        "the auth token": office.account.authToken,
        "the secret of the sessions": authSecret,
        "the database's address": office.databaseUrl,
        "the place of the database": new URL(office.database.endpoint).host,
        "the place of Twilio's API": new URL(office.twilio.origin).host,
        "somebody else's number": somebodyElse.from,
        "somebody else's name": somebodyElse.name,
        "somebody else's message": somebodyElse.message,
        "somebody else's call": somebodyElse.callSid,
      }),
    { scope: "worker" },
  ],
});

async function assertFor<Given extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Given]: fc.Arbitrary<Given[Index]> },
  send: (...given: Given) => Promise<void>,
  runs: number,
): Promise<void> {
  let sent = 0;
  const { run, lastRun } = rememberingLastRun((...given: Given) => {
    sent += 1;
    return send(...given);
  });
  const seed = FUZZ_SEED ? Number(FUZZ_SEED) : Math.floor(Math.random() * 2 ** 31);
  console.log(`FUZZ_SEED=${seed}`);
  await fc.assert(fc.asyncProperty(...arbitraries, run), {
    numRuns: runs,
    seed,
    interruptAfterTimeLimit: mostSeconds * 1000,
    markInterruptAsFailure: false,
    ...(FUZZ_PATH && { path: FUZZ_PATH }),
    asyncReporter: async (details) => {
      if (!details.failed) return;
      const again = `FUZZ_SEED=${details.seed} FUZZ_PATH=${details.counterexamplePath}`;
      throw new Error(
        `${details.errorInstance}\n${await fc.asyncDefaultReportMessage(details)}\nTo send it again: ${again}`,
      );
    },
  });
  await lastRun();
  // Whoever says how many wants as many: a time limit that is reached first is told, and does not pass for it.
  const isInterrupted = FUZZ_RUNS !== undefined && FUZZ_PATH === undefined && sent < runs;
  if (isInterrupted) throw new Error(`${sent} of ${runs} were sent in FUZZ_SECONDS=${mostSeconds}.`);
}

test.beforeEach(() => test.setTimeout((mostSeconds + 60) * 1000));

test("whatever Twilio did not sign is refused, reaches no database and learns nothing", async ({
  office,
  scene,
  secrets,
}) => {
  const { account } = office;
  await untilQuiet(office);
  let refused = 0;
  await assertFor(
    [anyRequest(voiceRoutes), fc.constantFrom(...forgeries)],
    async (request: AnyRequest, forgery) => {
      const sent = inScene(request, scene, account);
      const answer = await send(sent, forgedSignature(forgery, sent, account), account);
      const isRefused = answer.status >= 400 && answer.status < 500;
      // Neither asks a handler of ours: OPTIONS is answered by Next.js, and so is a slash at the end.
      const isNext = (sent.method === "OPTIONS" && answer.status === 204) || answer.status === 308;
      const reached = askedOutside(office);
      const fault =
        (!isRefused && !isNext && `${answer.status}`) ||
        (reached > 0 && "somebody outside was asked") ||
        leakOf(answer, sent, secrets);
      if (fault)
        throw new Error(`${fault}: ${forgery}\n${sent.method} ${sent.path}\n${sent.body}\n${answer.body}`);
      refused += 1;
    },
    Math.floor(mostRuns * 0.3),
  );
  console.log(`Not signed by Twilio: ${refused}, all refused.`);
  expectLogToKeep(office, secrets);
});

test("whatever Twilio signs is answered with TwiML or refused, and nothing is given away", async ({
  office,
  scene,
  secrets,
}) => {
  const { account } = office;
  const statuses = new Map<string, number>();
  const sendSigned = async (request: AnyRequest) => {
    const sent = inScene(request, scene, account);
    const answer = await send(sent, genuineSignature(sent, account), account);
    const fault = faultOfAnswer(request, sent, answer, account) ?? leakOf(answer, sent, secrets);
    if (fault)
      throw new Error(`${fault}\n${sent.method} ${sent.path}\n${sent.body}\n${answer.status} ${answer.body}`);
    const kind = `${answer.status}`;
    statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
  };
  await assertFor([anyRequest(voiceRoutes)], sendSigned, Math.ceil(mostRuns * 0.7));
  console.log(
    `Signed by Twilio: ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(", ")}.`,
  );
  // A generator whose requests were all refused would show nothing.
  expect(statuses.get("200") ?? 0).toBeGreaterThan((statuses.get("403") ?? 0) * 2);
  expect(await office.db.select().from(calls).where(eq(calls.sid, somebodyElse.callSid))).toMatchObject([
    { fromNumber: somebodyElse.from, fromName: somebodyElse.name, status: null, result: null },
  ]);
  expectLogToKeep(office, secrets);
});

/** What the app has asked of anybody since the last call of this. */
const askedOutside = ({ database, twilio }: Office): number =>
  database.takeRequests().length + twilio.takeRequests().length;

/** Once what an earlier test has had recorded is on its way no more. */
async function untilQuiet(office: Office): Promise<void> {
  let quiet = 0;
  await expect
    .poll(() => (quiet = askedOutside(office) === 0 ? quiet + 1 : 0), { intervals: [200] })
    .toBeGreaterThan(2);
}

/** The log of the app is read by more people than its database. */
function expectLogToKeep({ app }: Office, secrets: Secrets): void {
  const printed = app.output();
  for (const [what, secret] of Object.entries(secrets)) {
    // Where it could not reach somebody is what whoever runs it needs to know.
    if (!what.startsWith("the place of")) expect(printed.includes(secret), what).toBe(false);
  }
  expect(printed).not.toContain(fallbackNumber);
  expect(printed).not.toContain("params:");
}
