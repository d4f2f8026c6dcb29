import { randomUUID } from "node:crypto";
import { and, eq, isNotNull } from "drizzle-orm";
import { findPhoneRecording, startPhoneRecording } from "@/db/queries/phone-recordings/phone-recordings";
import { findSoundFacts } from "@/db/queries/sounds/find-sound";
import { greetingRecordings, phoneRecordings, staffUsers } from "@/db/schema";
import { expect, test } from "../fixtures";
import { makeGreeting } from "../office/make-greeting";
import { anyNumber, makeAction, makeLine } from "../office/make-line";
import type { Office } from "../office/start-office";
import { placedParameters } from "../twilio/rest/calls";
import { sid } from "../twilio/twilio";

const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
const played = (body: string) => /<Play>([^<]+)<\/Play>/.exec(body)?.[1] ?? null;

test("callers hear the recording whose dates hold, then the standing one again, and a text without either", async ({
  office,
}) => {
  const { db, app } = office;
  const greeting = await makeGreeting(db, [
    {},
    { dates: { label: "This week", from: hours(-48), until: hours(48) } },
    { dates: { label: "Today", from: hours(-1), until: hours(1) } },
    { dates: { label: "Tomorrow", from: hours(20), until: hours(44) } },
  ]);
  const [standing, , today] = greeting.soundIds;
  const action = await makeAction(db, "voicemail", {
    recordedGreeting: { greetingId: greeting.id },
    greeting: { value: "Leave a message." },
  });
  const line = await makeLine(db, { openActionId: action.id });
  const call = async () => (await office.call({ to: line.number })).body;
  const end = (label: string) =>
    db
      .update(greetingRecordings)
      .set({ startsAt: hours(-9), endsAt: hours(-8) })
      .where(eq(greetingRecordings.label, label));

  expect(played(await call())).toBe(`${app.baseUrl}/audio/${today}`);
  const team = await makeAction(db, "ring-all", {
    people: { people: [{ number: anyNumber() }] },
    introduction: { value: "One moment." },
    recordedIntroduction: { greetingId: greeting.id },
  });
  const ringing = await office.call({ to: (await makeLine(db, { openActionId: team.id })).number });
  expect(ringing.body).toMatch(new RegExp(`<Play>[^<]*/audio/${today}</Play>\\s*<Dial`));
  expect(ringing.body).not.toContain("One moment.");
  await end("Today");
  await end("This week");
  expect(played(await call())).toBe(`${app.baseUrl}/audio/${standing}`);

  // The sounds are in the database too: without it, the text of the action is spoken.
  office.database.setFault("down");
  expect(await call()).toContain("Leave a message.");
  office.database.setFault("none");
  await db.delete(greetingRecordings).where(eq(greetingRecordings.soundId, standing ?? ""));
  expect(await call()).toContain("Leave a message.");
});

test("a sound is fetched without signing in, whole or in part, and kept for good", async ({ office }) => {
  const { soundIds } = await makeGreeting(office.db);
  const url = `${office.app.baseUrl}/audio/${soundIds[0]}`;
  const whole = await fetch(url);
  expect(whole.status).toBe(200);
  const headers = Object.fromEntries(whole.headers);
  expect(headers).toMatchObject({
    "content-type": "audio/wav",
    "cache-control": expect.stringContaining("immutable"),
    "x-content-type-options": "nosniff",
    etag: `"${soundIds[0]}"`,
  });
  const bytes = new Uint8Array(await whole.arrayBuffer());
  expect(bytes.length).toBe(16_044);
  const part = await fetch(url, { headers: { range: "bytes=40-43" } });
  expect(part.status).toBe(206);
  expect(part.headers.get("content-range")).toBe("bytes 40-43/16044");
  expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([...bytes.subarray(40, 44)]);
  expect((await fetch(url, { headers: { range: "bytes=99999-" } })).status).toBe(416);
  expect((await fetch(url, { headers: { "if-none-match": headers.etag ?? "" } })).status).toBe(304);
  expect((await fetch(url, { method: "HEAD" })).headers.get("content-type")).toBe("audio/wav");
  for (const other of [randomUUID(), "nothing", `${soundIds[0]}x`]) {
    expect((await fetch(`${office.app.baseUrl}/audio/${other}`)).status).toBe(404);
  }
});

async function beginRecording({ db, account }: Office) {
  const [staff] = await db.select({ id: staffUsers.id }).from(staffUsers).limit(1);
  const recording = { id: randomUUID(), madeById: staff?.id ?? "" };
  const number = anyNumber();
  await startPhoneRecording(db, { ...recording, number });
  const path = (step: string) => `${account.baseUrl}/api/voice/${step}`;
  const call = placedParameters({ sid: sid("CA"), to: number, from: anyNumber(), url: "", statusUrl: "" });
  return { recording, call, path };
}

test("a greeting that is spoken into a phone is brought here, once", async ({ office }) => {
  const { recording, call, path } = await beginRecording(office);
  const { id } = recording;
  const asked = (await office.post(path(`record-greeting/${id}`), call)).body;
  const [, action = ""] = /<Record action="([^"]+)"/.exec(asked) ?? [];
  const [, callback = ""] = /recordingStatusCallback="([^"]+)"/.exec(asked) ?? [];
  expect((await office.post(action, { ...call, Digits: "#" })).body).toContain("Thank you");
  expect(await findPhoneRecording(office.db, recording)).toMatchObject({ status: "recorded", sound: null });
  // The end of the call is told before the recording is ready.
  await office.post(path(`greeting-call-ended/${id}`), { ...call, CallStatus: "completed" });

  const { sid: RecordingSid } = office.twilio.addRecording({ seconds: 2 });
  // Twilio tells of it a moment before it hands it out.
  office.twilio.fail(new RegExp(RecordingSid), { kind: "status", status: 404 }, 1);
  const told = {
    ...call,
    RecordingSid,
    RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/AC/Recordings/${RecordingSid}`,
    RecordingStatus: "completed",
    RecordingDuration: "2",
  };
  expect((await office.post(callback, told)).status).toBe(204);
  const kept = await findPhoneRecording(office.db, recording);
  expect(kept).toMatchObject({ status: "recorded", failure: null, sound: { durationSeconds: 2 } });
  expect(await findSoundFacts(office.db, kept?.sound?.id ?? "")).toMatchObject({ contentType: "audio/wav" });
  // Twilio's own is deleted once the sound is here.
  await expect.poll(() => office.twilio.takeRequests(/^DELETE/).length).toBe(1);
  const atTwilio = and(eq(phoneRecordings.id, id), isNotNull(phoneRecordings.recordingSid));
  await expect.poll(() => office.db.$count(phoneRecordings, atTwilio)).toBe(0);
  office.twilio.takeRequests();
  expect((await office.post(callback, told)).status).toBe(204);
  expect(office.twilio.takeRequests()).toEqual([]);
});

test("what came of nothing is told in words", async ({ office }) => {
  const failureAfter = async (step: string, parameters: Record<string, string>) => {
    const { recording, call, path } = await beginRecording(office);
    await office.post(path(`${step}/${recording.id}`), { ...call, ...parameters });
    return (await findPhoneRecording(office.db, recording))?.failure;
  };
  expect(await failureAfter("greeting-call-ended", { CallStatus: "no-answer" })).toBe("Nobody picked up.");
  expect(await failureAfter("greeting-call-ended", { CallStatus: "busy" })).toBe("The phone was busy.");
  expect(await failureAfter("greeting-recorded", { RecordingStatus: "absent" })).toContain(
    "Nothing was recorded",
  );
  const gone = {
    RecordingStatus: "completed",
    RecordingSid: sid("RE"),
    RecordingUrl: "https://api.twilio.com/x",
  };
  expect(await failureAfter("greeting-recorded", gone)).toContain("did not hand the recording out");
});

test("no step of these calls is taken from anybody but Twilio", async ({ office }) => {
  const steps = [
    "record-greeting",
    "greeting-recorded",
    "greeting-call-ended",
    "call-back",
    "call-back-status",
  ];
  for (const step of steps) {
    const url = `${office.account.baseUrl}/api/voice/${step}/${randomUUID()}`;
    const forged = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ AccountSid: office.account.accountSid, CallSid: sid("CA") }),
    });
    expect(forged.status, step).toBe(403);
  }
});
