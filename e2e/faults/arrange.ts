import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { calls, phoneNumbers, phoneRecordings, textBacks, voicemailNotices, voicemails } from "@/db/schema";
import { anyNumber, makeAction, makePerson, makeSaying } from "../office/make-line";
import { makeVoicemail } from "../office/make-voicemail";
import type { RunningApp } from "../office/start-app";
import type { Office } from "../office/start-office";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";
import { callParameters, sid } from "../twilio/twilio";
import { contextOf, makeOwner } from "./ask-office";
import type { Fault } from "./fault";
import { makeScene } from "./make-scene";
import { ask, cronHeaders, expect } from "./matrix";
import { restRows } from "./rest-rows";
import { voiceRows } from "./voice-rows";

/** Makes something that a route will have Twilio do, before anything is wrong; what it answers does it, and looks. */
type Arrange = (office: Office, app: RunningApp, fault: Fault) => Promise<() => Promise<void>>;

const arrangePlaying: Arrange = async (office, app, fault) => {
  const { sid: recordingSid } = office.twilio.addRecording({ seconds: 5 });
  const { id } = await makeVoicemail(office.db, { recordingSid });
  const context = await contextOf(await makeOwner(office), app.baseUrl);
  return async () => {
    const outcome = restRows.playing.outcome(fault);
    const asked = context.get(`/voicemails/${id}/audio`);
    if (outcome === "breaksOff") await expect(asked.then((answer) => answer.body())).rejects.toThrow();
    else {
      const answer = await asked;
      expect(answer.status()).toBe(outcome === "late" ? 200 : 502);
      if (outcome === "words") expect(await answer.text()).toContain("cannot be had from Twilio just now");
    }
    await context.dispose();
  };
};

const arrangeGreeting: Arrange = async (office, app, fault) => {
  const scene = await makeScene(office);
  const row = voiceRows.find(({ route }) => route === restRows.greeting.route);
  const request = row?.ask(scene, office);
  if (!request) throw new Error("There is no such row.");
  return async () => {
    expect((await ask(office, app, request)).status).toBe(204);
    const [kept] = await office.db
      .select()
      .from(phoneRecordings)
      .where(eq(phoneRecordings.id, scene.phoneRecordingId));
    if (restRows.greeting.outcome(fault) === "late") expect(kept?.soundId).not.toBeNull();
    else
      expect(kept).toMatchObject({
        status: "failed",
        failure: expect.stringContaining("hand the recording out"),
      });
  };
};

const arrangeWritingDown: Arrange = async (office, app, fault) => {
  const scene = await makeScene(office);
  const row = voiceRows.find(({ route }) => route === restRows.writingDown.route);
  const request = row?.ask(scene, office);
  if (!request?.countKept) throw new Error("There is no such row.");
  return async () => {
    expect(["late", "keptAnyway"]).toContain(restRows.writingDown.outcome(fault));
    expect((await ask(office, app, request)).status).toBe(204);
    expect(await request.countKept?.()).toBe(1);
  };
};

/** A number that may be a mobile's, as far as anybody knows, and is nobody's. */
const anyMobile = () => `+1${randomInt(201, 209)}555${String(randomInt(9999)).padStart(4, "0")}`;

async function textingLine(office: Office, openActionId: string) {
  const line = await makeTwilioLine(office, {}, { openActionId });
  await office.db.update(phoneNumbers).set({ canSms: true }).where(eq(phoneNumbers.id, line.phoneNumberId));
  return line;
}

const arrangeNoticing: Arrange = async (office, app, fault) => {
  const ana = await makePerson(office.db, "Ana Lima", { isToldByText: true, numbers: [anyMobile()] });
  const action = await makeAction(office.db, "voicemail", { notify: { people: [{ personId: ana.id }] } });
  const line = await textingLine(office, action.id);
  const [callSid, recordingSid] = [sid("CA"), sid("RE")];
  const call = callParameters({ to: line.number, callSid });
  await ask(office, app, { path: "/api/voice", parameters: call, usually: null });
  const notice = async () => {
    const [found] = await office.db
      .select({ notice: voicemailNotices })
      .from(voicemailNotices)
      .innerJoin(voicemails, eq(voicemails.id, voicemailNotices.voicemailId))
      .where(eq(voicemails.recordingSid, recordingSid));
    return found?.notice;
  };
  return async () => {
    const { status } = await ask(office, app, {
      path: `/api/voice/recorded/${line.configurationId}/${action.id}/open/-/-/-/0/1/0/1`,
      parameters: {
        CallSid: callSid,
        RecordingSid: recordingSid,
        RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/AC/Recordings/${recordingSid}`,
        RecordingStatus: "completed",
        RecordingDuration: "17",
      },
      usually: null,
    });
    expect(status).toBe(204);
    const isSent = restRows.noticing.outcome(fault) === "late";
    const settled = async () => ((await notice())?.sentAt ?? (await notice())?.failure ?? null) !== null;
    await expect.poll(settled, { timeout: 30_000 }).toBe(true);
    if (isSent) {
      expect(await notice()).toMatchObject({ nextAttemptAt: null, failure: null });
      return;
    }
    const isUnsure = restRows.noticing.outcome(fault) === "notAgain";
    const due = isUnsure ? null : expect.any(Date);
    expect(await notice()).toMatchObject({ sentAt: null, nextAttemptAt: due, attempts: 1 });
    if (isUnsure) return;
    await office.db
      .update(voicemailNotices)
      .set({ nextAttemptAt: new Date(0) })
      .where(eq(voicemailNotices.voicemailId, (await notice())?.voicemailId ?? ""));
    const cron = await fetch(`${app.baseUrl}/api/cron/notices`, { headers: cronHeaders });
    expect(cron.status).toBe(200);
    expect(await notice()).toMatchObject({ sentAt: null, nextAttemptAt: expect.any(Date), attempts: 2 });
  };
};

const arrangeTextBack: Arrange = async (office, app, fault) => {
  const says = await makeSaying(office.db, "Nobody is there.");
  const line = await textingLine(office, says.id);
  const call = callParameters({ to: line.number, from: anyMobile(), callSid: sid("CA") });
  await ask(office, app, { path: "/api/voice", parameters: call, usually: null });
  await office.logWrites.untilTried(call.CallSid ?? "", 1);
  return async () => {
    const ended = { ...call, CallStatus: "completed", CallDuration: "5" };
    expect(
      (await ask(office, app, { path: "/api/voice/status", parameters: ended, usually: null })).status,
    ).toBe(204);
    const isCall = eq(calls.sid, call.CallSid ?? "");
    await office.db
      .update(calls)
      .set({ endedAt: new Date(Date.now() - 3 * 60_000) })
      .where(isCall);
    expect((await fetch(`${app.baseUrl}/api/cron/notices`, { headers: cronHeaders })).status).toBe(200);
    const isSent = restRows.textingBack.outcome(fault) === "late";
    expect(office.twilio.textsTo(call.From ?? "")).toHaveLength(isSent ? 1 : 0);
    // Nobody is told that they were missed while Twilio cannot say whether they left a message.
    expect(await office.db.$count(textBacks, eq(textBacks.callSid, call.CallSid ?? ""))).toBe(isSent ? 1 : 0);
  };
};

const arrangeClearing: Arrange = async (office, app, fault) => {
  const { sid: recordingSid } = office.twilio.addRecording();
  const { id } = await makeVoicemail(office.db, { recordingSid, leftAt: new Date("2012-01-01T12:00:00Z") });
  return async () => {
    const changes = /^(POST|DELETE) .*IncomingPhoneNumbers/;
    office.twilio.takeRequests(changes);
    const answer = await fetch(`${app.baseUrl}/api/cron/nightly`, { headers: cronHeaders });
    expect(answer.status).toBe(200);
    const isCleared = restRows.clearing.outcome(fault) === "late";
    const night = await answer.json();
    expect(night.failed > 0).toBe(!isCleared);
    // One part of the work does not wait for the other, and only looks: the numbers stay as Twilio last told them.
    expect(night.numbers).toEqual(isCleared ? expect.any(Object) : "failed");
    expect(office.twilio.takeRequests(changes)).toEqual([]);
    expect(await office.db.$count(voicemails, eq(voicemails.id, id))).toBe(isCleared ? 0 : 1);
  };
};

/** What a page says of Twilio while it is at fault, and what it shows otherwise. */
const arrangePage =
  (row: keyof typeof restRows, path: string, says: RegExp, shows: (office: Office) => RegExp): Arrange =>
  async (office, app, fault) => {
    const context = await contextOf(await makeOwner(office), app.baseUrl);
    const shown = shows(office);
    return async () => {
      const answer = await context.get(path);
      const html = await answer.text();
      expect(answer.status(), path).toBe(200);
      const isLate = restRows[row].outcome(fault) === "late";
      expect(html, path).toMatch(isLate ? shown : says);
      expect(html, path).not.toMatch(isLate ? says : shown);
      await context.dispose();
    };
  };

const arrangeSearching = arrangePage(
  "searching",
  "/phone-numbers/buy?country=US&type=local",
  /Twilio[^<]*\. So there is nothing to show\./,
  ({ twilio }) => {
    twilio.offer({ number: anyNumber(), country: "US", type: "Local" });
    return /aria-label="Numbers for sale"/;
  },
);

const arrangeCheckingUp = arrangePage(
  "checkingUp",
  "/health",
  /Twilio[^<]*\. Nothing could be read\./,
  () => /Twilio takes our credentials: the account has/,
);

export const arrangements: readonly Arrange[] = [
  arrangePlaying,
  arrangeGreeting,
  arrangeWritingDown,
  arrangeNoticing,
  arrangeTextBack,
  arrangeClearing,
  arrangeSearching,
  arrangeCheckingUp,
];
