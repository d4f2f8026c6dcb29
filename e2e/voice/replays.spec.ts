import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { callEvents, calls, voicemailNotices, voicemails } from "@/db/schema";
import { makeScene, type Scene } from "../faults/make-scene";
import { expect, test } from "../fixtures";
import type { Office } from "../office/start-office";
import { callParameters, sid } from "../twilio/twilio";

/** How often a call is told, each of its requests so often, and in which order: a failure names the seed. */
const { REPLAYS, REPLAY_SEED } = process.env;
const replays = Number(REPLAYS || 6);
const sideBySide = 12;

interface Told {
  path: string;
  parameters: Record<string, string>;
  /** Whether the log gets a line of it. */
  isStep: boolean;
}

/** A caller presses 2 and leaves a message, and everything that Twilio tells of it. */
function requestsOfCall({ twilio }: Office, { line, menuId, voicemailId, personId }: Scene): Told[] {
  const callSid = sid("CA");
  const { sid: RecordingSid } = twilio.addRecording({ callSid });
  const call = { ...callParameters({ to: line.number, callSid }), CallStatus: "in-progress" };
  const step = (kind: string, actionId: string, steps: number) =>
    `/api/voice/${kind}/${line.configurationId}/${actionId}/open/-/-/-/0/1/0/${steps}`;
  const recording = {
    ...call,
    RecordingSid,
    RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/AC/Recordings/${RecordingSid}`,
    RecordingDuration: "17",
  };
  const phone = { ...callParameters({ to: "+15552345678", callSid: sid("CA") }), ParentCallSid: callSid };
  const ended = { ...call, CallStatus: "completed", CallDuration: "61" };
  const told = (path: string, parameters: Record<string, string>) => ({ path, parameters, isStep: true });
  return [
    told("/api/voice", { ...call, CallStatus: "ringing" }),
    told(step("menu", menuId, 1), { ...call, Digits: "2" }),
    told(step("go", voicemailId, 2), call),
    told(step("after-record", voicemailId, 3), { ...recording, Digits: "#" }),
    told(step("recorded", voicemailId, 3), { ...recording, RecordingStatus: "completed" }),
    told(step("transcribed", voicemailId, 3), {
      ...recording,
      TranscriptionStatus: "completed",
      TranscriptionText: "Please call back.",
    }),
    // A phone that was rung meanwhile, and pressed nothing.
    told(step("screened", menuId, 2).replace("/-/-/-/", `/0/-/${personId}/`), { ...phone, Digits: "" }),
    { path: "/api/voice/status", parameters: { ...ended, CallStatus: "in-progress" }, isStep: false },
    { path: "/api/voice/status", parameters: ended, isStep: false },
  ];
}

/** The caller's leg: the entry's, which is told first. */
const callOf = ([entry]: readonly Told[]): string => entry?.parameters.CallSid ?? "";

async function sendAll(office: Office, all: readonly Told[], callSid: string): Promise<void> {
  const waiting = [...all];
  const takeNext = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { status } = await office.post(next.path, next.parameters);
      expect([200, 204], next.path).toContain(status);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, takeNext));
  await office.logWrites.untilTried(callSid, all.filter(({ isStep }) => isStep).length);
}

/** What is kept of a call, without what no two calls have in common. */
async function whatIsKept({ db }: Office, callSid: string) {
  const [row, ...others] = await db.select().from(calls).where(eq(calls.sid, callSid));
  expect(others).toEqual([]);
  const steps = await db
    .select({ key: callEvents.stepKey, kind: callEvents.kind, words: callEvents.words })
    .from(callEvents)
    .where(eq(callEvents.callSid, callSid))
    .orderBy(asc(callEvents.words));
  const messages = await db.select().from(voicemails).where(eq(voicemails.callSid, callSid));
  const notices = await db
    .select({ channel: voicemailNotices.channel })
    .from(voicemailNotices)
    .innerJoin(voicemails, eq(voicemails.id, voicemailNotices.voicemailId))
    .where(eq(voicemails.callSid, callSid));
  const { sid: _, receivedAt, endedAt, answeredAt, ...told } = row ?? {};
  return {
    call: { ...told, hasBegun: receivedAt !== undefined, hasEnded: endedAt !== null, answeredAt },
    steps: steps.map(({ key, ...step }) => ({ ...step, key: key.replace(/RE[0-9a-f]{32}/, "RE") })),
    messages: messages.map(({ durationSeconds, transcription, actionId }) => ({
      durationSeconds,
      transcription,
      actionId,
    })),
    notices,
  };
}

test(`one call, told ${replays} times and in any order, leaves what it leaves once and in its own`, async ({
  office,
}) => {
  test.setTimeout(60_000 + replays * 1500);
  const scene = await makeScene(office);
  const orderly = requestsOfCall(office, scene);
  for (const told of orderly) await office.post(told.path, told.parameters);
  await office.logWrites.untilTried(callOf(orderly), orderly.filter(({ isStep }) => isStep).length);

  const again = requestsOfCall(office, scene);
  const seed = REPLAY_SEED ? Number(REPLAY_SEED) : Math.floor(Math.random() * 2 ** 31);
  const all = Array.from({ length: replays }, () => again).flat();
  const [inDisorder = []] = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), {
    numRuns: 1,
    seed,
  });
  await sendAll(office, inDisorder, callOf(again));

  const words = `REPLAY_SEED=${seed} sends them in the same order`;
  const kept = await whatIsKept(office, callOf(again));
  expect(kept, words).toEqual(await whatIsKept(office, callOf(orderly)));
  expect(kept.call, words).toMatchObject({ result: "voicemail", status: "completed", durationSeconds: 61 });
  expect(kept.messages, words).toHaveLength(1);
  expect(kept.steps.length, words).toBe(orderly.filter(({ isStep }) => isStep).length - 1);
});
