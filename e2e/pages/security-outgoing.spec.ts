import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { findPhoneRecording, startPhoneRecording } from "@/db/queries/phone-recordings/phone-recordings";
import { templates } from "@/db/schema";
import { sessionCookie } from "@/lib/auth/session-cookies";
import { voicemailsOf } from "../office/call-log";
import { anyNumber, makeAction, makeLine } from "../office/make-line";
import { authSecret, cronSecret, microsoftTenant, ownSecrets } from "../office/start-office";
import { placedParameters } from "../twilio/rest/calls";
import { callParameters, postAsTwilio, sid } from "../twilio/twilio";
import { callMutation } from "./call-mutation";
import { test as base, expect } from "./fixtures";

interface Trap {
  /** Where nothing of ours should ever ask. */
  url: string;
  host: string;
  asked: string[];
}

const test = base.extend<{ trap: Trap }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern.
  trap: async ({}, use) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.end("<Response/>");
    });
    // Also over TLS, which it does not speak.
    server.on("connection", () => void asked.push("a connection"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    await use({ url: `http://${host}`, host, asked });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

test("whatever address a callback names or staff type, the app asks Twilio alone", async ({
  page,
  office,
  trap,
  signedInAs,
}) => {
  const { db, app, account } = office;
  const owner = await signedInAs("owner");
  // A message whose callbacks name another place than Twilio's.
  const taking = await makeAction(db, "voicemail");
  const line = await makeLine(db, { openActionId: taking.id });
  const call = callParameters({ to: line.number });
  const { body } = await office.post("/api/voice", call);
  const urlOf = (name: string) =>
    new RegExp(`<Record[^>]* ${name}="([^"]+)"`).exec(body)?.[1]?.replaceAll("&amp;", "&") ?? "";
  const recording = office.twilio.addRecording();
  const told = {
    ...call,
    RecordingSid: recording.sid,
    RecordingUrl: `${trap.url}/Recordings/${recording.sid}`,
    RecordingDuration: "7",
    RecordingStatus: "completed",
    TranscriptionUrl: `${trap.url}/transcription`,
    TranscriptionStatus: "completed",
    TranscriptionText: "Hello.",
  };
  for (const name of ["action", "recordingStatusCallback", "transcribeCallback"]) {
    const url = urlOf(name);
    if (url) expect((await office.post(url, told)).status, name).toBeLessThan(300);
  }
  await expect.poll(async () => (await voicemailsOf(db, call.CallSid ?? "")).length).toBe(1);
  const [voicemail] = await voicemailsOf(db, call.CallSid ?? "");
  expect(voicemail?.recordingUrl).toContain(trap.host);
  office.twilio.takeRequests();
  const sound = await page.request.get(`/voicemails/${voicemail?.id}/audio`);
  expect(sound.status()).toBe(200);
  expect(sound.headers()["cache-control"]).toBe("private, no-store");
  expect(office.twilio.takeRequests().map(({ path }) => path)).toEqual([
    `/2010-04-01/Accounts/${account.accountSid}/Recordings/${recording.sid}.mp3`,
  ]);

  // A greeting that is spoken into a phone.
  const spoken = { id: randomUUID(), madeById: owner.id };
  await startPhoneRecording(db, { ...spoken, number: anyNumber() });
  const greeting = office.twilio.addRecording();
  const placed = placedParameters({
    sid: sid("CA"),
    to: anyNumber(),
    from: line.number,
    url: "",
    statusUrl: "",
  });
  await office.post(`/api/voice/greeting-recorded/${spoken.id}`, {
    ...placed,
    ...told,
    RecordingSid: greeting.sid,
    RecordingUrl: `${trap.url}/Recordings/${greeting.sid}`,
  });
  expect(await findPhoneRecording(db, spoken)).toMatchObject({
    status: "recorded",
    sound: expect.anything(),
  });

  // What staff write is said to Twilio, which fetches it or does not.
  const playing = await makeAction(db, "play", { recording: { value: `https://${trap.host}/sound.mp3` } });
  const written = { id: randomUUID(), name: `Elsewhere ${randomUUID()}` };
  await db.insert(templates).values({
    ...written,
    body: `<Response><Play>${trap.url}/a.mp3</Play><Redirect>${trap.url}/twiml</Redirect></Response>`,
  });
  const { number } = await makeLine(db, { openActionId: playing.id });
  expect((await office.call({ to: number })).status).toBe(200);
  for (const path of [`/actions/${playing.id}`, `/templates/${written.id}`, `/try?number=${number}`]) {
    expect((await page.request.get(path)).status(), path).toBe(200);
  }
  // The check-up asks the app itself, at the address that is pinned: never at one that a request claims.
  const checked = await page.request.get("/health", {
    headers: { "x-forwarded-host": trap.host, "x-forwarded-proto": "http" },
    timeout: 30_000,
  });
  expect(checked.status()).toBe(200);
  expect(await checked.text()).toContain(app.baseUrl);
  expect(trap.asked).toEqual([]);
});

test("nothing that fails tells of secrets or of people, to the log or to whoever asked", async ({
  page,
  office,
  request,
  signedInAs,
}) => {
  const staff = await signedInAs("owner");
  const { db } = office;
  // Every secret that an installation can have is set there.
  const app = await office.appOf("withProviders");
  const account = { ...office.account, baseUrl: app.baseUrl };
  const typed = { password: "walnut-typed-by-somebody", email: "typed.by.somebody@example.com" };
  const caller = anyNumber();
  const said = "what somebody said in confidence";
  const line = await makeLine(db);
  const session = (await page.context().cookies()).find(({ name }) => name === sessionCookie)?.value ?? "";
  const begun = app.output().length;
  // To look up what goes with a code. It comes no further than this machine, and so to a fault that is logged.
  const issuers = ["accounts.google.com", new URL(microsoftTenant).host];
  app.mayTryToReach(...issuers);
  const bodies: string[] = [];
  const signIn = { filename: "app/sign-in/mutations.ts", at: `${app.baseUrl}/sign-in` };
  const block = {
    name: "blockCaller",
    filename: "app/(office)/blocked-callers/mutations.ts",
    at: `${app.baseUrl}/profile`,
  };
  const ask = {
    name: "askForPasswordLink",
    filename: "app/reset-password/mutations.ts",
    at: `${app.baseUrl}/reset-password`,
  };
  const get = async (
    from: Pick<typeof request, "get">,
    path: string,
    options: { headers?: Record<string, string> } = {},
  ) => {
    const answer = await from.get(app.baseUrl + path, { ...options, maxRedirects: 0 });
    bodies.push(await answer.text());
    return answer;
  };
  const send = async (...asked: Parameters<typeof callMutation>) =>
    bodies.push(await (await callMutation(...asked)).text());
  const post = async (path: string, parameters: Record<string, string>, as = account) =>
    bodies.push((await postAsTwilio(as, app.baseUrl + path, parameters)).body);
  const callSid = sid("CA");
  office.mail.behave("refusing");
  await send({ request }, ask, { email: staff.email });
  await expect.poll(() => app.output().slice(begun)).toMatch(/"event":"mail\.failed".*EAUTH 535/);
  for (const fault of ["none", "down"] as const) {
    office.database.setFault(fault);
    await send({ request }, { ...signIn, name: "signIn" }, typed);
    await send(page, block, { number: caller, note: said });
    await send(page, block, { number: caller, note: said });
    for (const provider of ["google", "microsoft-entra-id"]) {
      await send({ request }, { ...signIn, name: "signInElsewhere" }, { provider });
      await get(request, `/api/auth/callback/${provider}?code=made-up&state=made-up`);
    }
    await get(page.request, "/reset-password/a-token-that-somebody-was-sent");
    await get(page.request, `/caller-data?number=${encodeURIComponent(caller)}`);
    await get(page.request, "/calls?q=typed.by.somebody");
    await get(page.request, "/health");
    const parameters = callParameters({ to: line.number, from: caller, callSid });
    await post("/api/voice", { ...parameters, CallerName: said });
    await post("/api/voice/go/not/a/step", parameters);
    await post("/api/voice/status", { ...parameters, CallStatus: "completed" });
    await post("/api/voice", parameters, { ...account, authToken: "f".repeat(32) });
    for (const path of ["/api/cron/notices", "/api/health/ready", "/api/auth/session", "/api/auth/nothing"]) {
      const headers = { authorization: "Bearer a-guess-at-the-cron", cookie: `${sessionCookie}=${session}x` };
      await get(request, path, { headers });
    }
    const form = await request.post(`${app.baseUrl}/api/auth/callback/credentials`, { form: typed });
    bodies.push(await form.text());
  }
  // Let in, and kept from it: what is due is other tests' as long as the database answers.
  const headers = { authorization: `Bearer ${cronSecret}` };
  expect((await get(request, "/api/cron/notices", { headers })).status()).toBe(503);
  office.database.setFault("none");
  const printed = app.output().slice(begun);
  expect(app.triedToReach().sort(), "it asked who issues a code, and nobody else").toEqual(issuers);
  expect(printed, "something did fail").toMatch(/"level":"error"/);
  const { password: databasePassword } = new URL(office.databaseUrl);
  expect(databasePassword, "the database has a password").not.toBe("");
  const own: Record<string, string> = {
    AUTH_SECRET: authSecret,
    TWILIO_AUTH_TOKEN: account.authToken,
    CRON_SECRET: cronSecret,
    ...ownSecrets,
    databasePassword,
  };
  const others: Record<string, string> = {
    "a password that was typed": typed.password,
    "a session": session,
    "a link's token": "a-token-that-somebody-was-sent",
    "the cron's secret, as guessed": "a-guess-at-the-cron",
    "a caller's number": caller.slice(1),
    "what a caller said": said,
    "an address": typed.email,
    "a member of the team": staff.email,
  };
  for (const [what, value] of Object.entries({ ...own, ...others })) {
    expect(printed.includes(value), `the log tells ${what}`).toBe(false);
  }
  for (const [what, value] of Object.entries(own)) {
    expect(
      bodies.filter((body) => body.includes(value)),
      `an answer tells ${what}`,
    ).toEqual([]);
  }
  for (const body of bodies) expect(body).not.toMatch(/node_modules|Failed query|\bat [\w.]+ \(\//);
});
