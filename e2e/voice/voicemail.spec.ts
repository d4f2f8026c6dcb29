import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { calls, firmSettings, phoneNumbers, textBacks, voicemailNotices, voicemails } from "@/db/schema";
import { test as base, expect } from "../fixtures";
import type { MailServer } from "../mail/start-mail-server";
import { callInLog, stepsInLog, voicemailsOf } from "../office/call-log";
import { anyMobile, callWithMessage, lineWithMessages, type PostAsTwilio } from "../office/leave-message";
import { makeLine, makeSaying } from "../office/make-line";
import type { RunningApp } from "../office/start-app";
import { cronSecret, type Office } from "../office/start-office";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";
import { callParameters, postAsTwilio, sid } from "../twilio/twilio";

interface Mailing {
  mail: MailServer;
  app: RunningApp;
  post: PostAsTwilio;
  cron(authorization?: string): Promise<Response>;
}

async function mailingOf(office: Office, kind: "mailing" | "preview"): Promise<Mailing> {
  const app = await office.appOf(kind);
  return {
    mail: office.mail,
    app,
    post: (url, parameters) => postAsTwilio(office.account, new URL(url, app.baseUrl).href, parameters),
    cron: (authorization = `Bearer ${cronSecret}`) =>
      fetch(`${app.baseUrl}/api/cron/notices`, { headers: { authorization } }),
  };
}

const test = base.extend<{ mailing: Mailing }>({
  mailing: async ({ office }, use) => use(await mailingOf(office, "mailing")),
});

const noticesOf = async (office: Office, callSid: string) =>
  (
    await office.db
      .select({ notice: voicemailNotices })
      .from(voicemailNotices)
      .innerJoin(voicemails, eq(voicemails.id, voicemailNotices.voicemailId))
      .where(eq(voicemails.callSid, callSid))
      .orderBy(voicemailNotices.channel, voicemailNotices.address)
  ).map(({ notice }) => notice);

/** The notices of a call's message once each of them has been tried. */
async function triedNotices(office: Office, callSid: string, count: number) {
  await expect
    .poll(async () => {
      const notices = await noticesOf(office, callSid);
      return notices.filter(({ sentAt, failure }) => sentAt !== null || failure !== null).length;
    })
    .toBe(count);
  return noticesOf(office, callSid);
}

const makeDue = async (office: Office, callSid: string) => {
  for (const { voicemailId } of await noticesOf(office, callSid)) {
    await office.db
      .update(voicemailNotices)
      .set({ nextAttemptAt: new Date(), begunAt: null })
      .where(and(eq(voicemailNotices.voicemailId, voicemailId)));
  }
};

test("whom an action names is told of a message by e-mail and text, once however often Twilio tells", async ({
  office,
  mailing,
}) => {
  const { line, email, mobile, bare } = await lineWithMessages(office);
  const call = await callWithMessage(office, mailing, line.number);
  const answers = await Promise.all([call.afterRecord(), call.recorded(), call.recorded(), mailing.cron()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 204, 204, 200]);
  const { subject, text } = await mailing.mail.next(email);
  expect(subject).toContain("Voicemail from (212) 555-0142");
  const [message] = await voicemailsOf(office.db, call.callSid);
  expect(text).toContain(`(212) 555-0142 left a message for ${line.name}.`);
  expect(text).toMatch(/When: .* E[SD]T/);
  expect(text).toContain("Length: 1:07");
  expect(text).toContain(`${mailing.app.baseUrl}/voicemails/${message?.id}`);
  expect(await triedNotices(office, call.callSid, 3)).toMatchObject([
    { channel: "email", address: email, attempts: 1, failure: null, nextAttemptAt: null },
    ...[mobile, bare].toSorted().map((address) => ({ channel: "text", address, attempts: 1, failure: null })),
  ]);
  await call.recorded();
  expect(await (await mailing.cron()).json()).toEqual({ sent: 0, failed: 0 });
  for (const number of [mobile, bare]) {
    const [sent, ...more] = office.twilio.textsTo(number);
    expect(more).toEqual([]);
    expect(sent?.from).toBe(line.number);
    expect(sent?.text).toContain("Voicemail from (212) 555-0142");
    expect(sent?.text).toContain(`${mailing.app.baseUrl}/voicemails/${message?.id}`);
  }
  expect(mailing.mail.received.filter(({ to }) => to.includes(email))).toHaveLength(1);
  // The story tells it once, though two requests told of it.
  expect(await stepsInLog(office.db, call.callSid, 2)).toContain("A message of 67 s was left");
});

test("a recording whose step was lost still becomes a voicemail, with the transcript that came before it", async ({
  office,
  mailing,
}) => {
  const { line, email } = await lineWithMessages(office, { transcribe: { value: true } });
  const call = await callWithMessage(office, mailing, line.number);
  await callInLog(office.db, call.callSid);
  const said = `Please call ${randomUUID()} back.`;
  expect((await call.transcribed(said)).status).toBe(204);
  expect((await call.recorded()).status).toBe(204);
  expect((await call.transcribed(null)).status).toBe(204);
  expect(await voicemailsOf(office.db, call.callSid)).toMatchObject([
    { recordingSid: call.recordingSid, durationSeconds: 67, transcription: said },
  ]);
  expect((await mailing.mail.next(email)).text).toContain(said);
  expect(mailing.app.output()).not.toContain(said);
});

test("Twilio is not asked to write messages down unless that is wanted, and a silence is no message", async ({
  office,
  mailing,
}) => {
  const { line } = await lineWithMessages(office);
  const call = await callWithMessage(office, mailing, line.number);
  expect(call.body).not.toContain("transcribe");
  const url = /recordingStatusCallback="([^"]+)"/.exec(call.body)?.[1] ?? "";
  const absent = { CallSid: call.callSid, RecordingSid: call.recordingSid, RecordingStatus: "absent" };
  expect((await mailing.post(url, absent)).status).toBe(204);
  expect(await voicemailsOf(office.db, call.callSid)).toEqual([]);
});

test("what could not be sent is kept with its reason, and tried again by the cron, by one of two", async ({
  office,
  mailing,
}) => {
  const { line, email, mobile, bare } = await lineWithMessages(office);
  mailing.mail.behave("busy");
  office.twilio.fail(/^POST .*\/Messages/, { kind: "status", status: 503 });
  const call = await callWithMessage(office, mailing, line.number);
  await call.recorded();
  for (const { failure, nextAttemptAt, sentAt } of await triedNotices(office, call.callSid, 3)) {
    expect(failure).toMatch(/451|Something went wrong at Twilio/);
    expect(nextAttemptAt?.getTime()).toBeGreaterThan(Date.now());
    expect(sentAt).toBeNull();
  }
  mailing.mail.behave("well");
  office.twilio.heal();
  expect(await (await mailing.cron()).json()).toEqual({ sent: 0, failed: 0 });
  await makeDue(office, call.callSid);
  const counts = await Promise.all([mailing.cron(), mailing.cron()].map(async (cron) => (await cron).json()));
  expect(counts[0].sent + counts[1].sent).toBe(3);
  expect(await noticesOf(office, call.callSid)).toMatchObject(
    Array.from({ length: 3 }, () => ({ attempts: 2, failure: null, nextAttemptAt: null })),
  );
  await mailing.mail.next(email);
  expect(mailing.mail.received.filter(({ to }) => to.includes(email))).toHaveLength(1);
  for (const number of [mobile, bare]) expect(office.twilio.textsTo(number)).toHaveLength(1);
  // The log names the fault, and nobody.
  for (const personal of [email, mobile, bare, "Ana Lima"]) {
    expect(mailing.app.output()).not.toContain(personal);
  }
});

test("what may have gone out, for all that anybody knows, is not sent again", async ({ office, mailing }) => {
  const { line, mobile, bare } = await lineWithMessages(office);
  office.twilio.fail(/^POST .*\/Messages/, { kind: "cut" });
  const call = await callWithMessage(office, mailing, line.number);
  await call.recorded();
  const notices = await triedNotices(office, call.callSid, 3);
  expect(notices.filter(({ channel }) => channel === "text")).toMatchObject(
    Array.from({ length: 2 }, () => ({
      sentAt: null,
      nextAttemptAt: null,
      begunAt: expect.any(Date),
      failure: expect.stringContaining("Nobody knows whether the text was sent."),
    })),
  );
  office.twilio.heal();
  expect(await (await mailing.cron()).json()).toEqual({ sent: 0, failed: 0 });
  // Twilio had carried it out, and its answer was lost.
  for (const number of [mobile, bare]) expect(office.twilio.textsTo(number).length).toBeLessThan(2);
});

test("what Twilio or the mail server refuses for good is given up at once", async ({ office, mailing }) => {
  const { line } = await lineWithMessages(office);
  mailing.mail.behave("refusing");
  const message = "The 'To' number is not a mobile.";
  office.twilio.fail(/^POST .*\/Messages/, { kind: "status", status: 400, code: 21614, message });
  const call = await callWithMessage(office, mailing, line.number);
  await call.recorded();
  const notices = await triedNotices(office, call.callSid, 3);
  expect(notices.map(({ nextAttemptAt }) => nextAttemptAt)).toEqual([null, null, null]);
  expect(notices[0]?.failure).toContain("refused the e-mail");
  expect(notices[1]?.failure).toContain("This number is not a mobile");
});

test("a message of which Twilio's callback was lost is told of by the cron", async ({ office, mailing }) => {
  const { line, email } = await lineWithMessages(office);
  const call = await callWithMessage(office, mailing, line.number);
  await call.afterRecord();
  await expect.poll(async () => (await voicemailsOf(office.db, call.callSid)).length).toBe(1);
  expect(await noticesOf(office, call.callSid)).toEqual([]);
  expect((await mailing.cron()).status).toBe(200);
  await mailing.mail.next(email);
});

test("nobody but the cron can start it", async ({ office, mailing }) => {
  for (const wrong of ["Bearer wrong", "", `Basic ${cronSecret}`]) {
    expect((await mailing.cron(wrong)).status).toBe(401);
  }
  const withoutSecret = `${office.app.baseUrl}/api/cron/notices`;
  expect((await fetch(withoutSecret, { headers: { authorization: "Bearer " } })).status).toBe(401);
});

test("a preview tells nobody, and says so", async ({ office, mailing }) => {
  const { line, email, mobile } = await lineWithMessages(office);
  const preview = await mailingOf(office, "preview");
  const call = await callWithMessage(office, preview, line.number);
  await call.recorded();
  const notices = await triedNotices(office, call.callSid, 3);
  for (const { failure, nextAttemptAt } of notices) {
    expect(failure).toContain("This is a preview, which sends no");
    expect(nextAttemptAt).toBeNull();
  }
  await makeDue(office, call.callSid);
  expect(await (await preview.cron()).json()).toEqual({ sent: 0, failed: 0, isReadOnly: true });
  expect(mailing.mail.received.filter(({ to }) => to.includes(email))).toEqual([]);
  expect(office.twilio.textsTo(mobile)).toEqual([]);
});

test("a caller who reached nobody is texted once a day, and nobody else is", async ({ office, mailing }) => {
  const says = await makeSaying(office.db, "Nobody is there.");
  const line = await makeTwilioLine(office, {}, { openActionId: says.id });
  await office.db.update(phoneNumbers).set({ canSms: true }).where(eq(phoneNumbers.id, line.phoneNumberId));
  await office.db.update(firmSettings).set({ textBack: "Sorry that we missed you." });
  const callAndEnd = async (from: string, to = line.number) => {
    const call = callParameters({ to, from, callSid: sid("CA") });
    await mailing.post("/api/voice", call);
    await callInLog(office.db, call.CallSid ?? "");
    const ended = { ...call, CallStatus: "completed", CallDuration: "5" };
    expect((await mailing.post("/api/voice/status", ended)).status).toBe(204);
    // Everything has been told of it since.
    const endedAt = new Date(Date.now() - 3 * 60_000);
    await office.db
      .update(calls)
      .set({ endedAt })
      .where(eq(calls.sid, call.CallSid ?? ""));
    return { callSid: call.CallSid ?? "", again: () => mailing.post("/api/voice/status", ended) };
  };
  const [mobile, onMuteLine, refused, spoke] = [anyMobile(), anyMobile(), anyMobile(), anyMobile()];
  // A British landline.
  const landline = "+442079460142";
  const mute = await makeLine(office.db, { openActionId: says.id });
  await callAndEnd(onMuteLine, mute.number);
  await callAndEnd(landline);
  const first = await callAndEnd(mobile);
  await Promise.all([first.again(), first.again(), callAndEnd(mobile)]);
  // Of a message that nothing could be kept of, Twilio knows.
  office.twilio.addRecording({ callSid: (await callAndEnd(spoke)).callSid });
  office.twilio.fail(/^GET .*\/Recordings/, { kind: "status", status: 500 });
  await mailing.cron();
  expect(office.twilio.textsTo(mobile)).toEqual([]);
  office.twilio.heal();
  await Promise.all([mailing.cron(), mailing.cron()]);
  await mailing.cron();
  expect(office.twilio.textsTo(spoke)).toEqual([]);
  expect(office.twilio.textsTo(mobile)).toMatchObject([
    { from: line.number, to: mobile, text: "Sorry that we missed you." },
  ]);
  // Twilio has taken it; that it did not arrive is told later, and told again.
  const statusUrl = office.twilio.textsTo(mobile)[0]?.statusUrl ?? "";
  const told = { MessageSid: sid("SM"), From: line.number, To: mobile };
  const tell = (MessageStatus: string, more = {}) =>
    mailing.post(statusUrl, { ...told, MessageStatus, ...more });
  expect((await tell("undelivered", { ErrorCode: "30003" })).status).toBe(204);
  expect((await tell("sent")).status).toBe(204);
  expect(await office.db.select().from(textBacks).where(eq(textBacks.number, mobile))).toMatchObject([
    { delivery: "undelivered", deliveryErrorCode: 30003 },
  ]);
  expect((await postAsTwilio({ ...office.account, authToken: "0".repeat(32) }, statusUrl, told)).status).toBe(
    403,
  );

  office.twilio.fail(/^POST .*\/Messages/, { kind: "status", status: 400, code: 21610 });
  const stopped = await callAndEnd(refused);
  await mailing.cron();
  const [row] = await office.db.select().from(textBacks).where(eq(textBacks.callSid, stopped.callSid));
  expect(row?.failure).toContain("has answered STOP");
  for (const number of [onMuteLine, landline, refused]) expect(office.twilio.textsTo(number)).toEqual([]);
  expect(office.twilio.textsTo(mobile)).toHaveLength(1);
  await office.db.update(firmSettings).set({ textBack: null });
});
