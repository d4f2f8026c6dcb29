import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { asc, eq } from "drizzle-orm";
import { findGreeting } from "@/db/queries/greetings/find-greeting";
import { findSound } from "@/db/queries/sounds/find-sound";
import { activity, greetings } from "@/db/schema";
import { readWav } from "@/lib/audio/read-wav";
import { exampleMp3, exampleWav } from "@/lib/audio/testing/example-sounds";
import { givePhone } from "../office/give-phone";
import { makeGreeting } from "../office/make-greeting";
import { anyNumber, makeAction, makeLine } from "../office/make-line";
import type { Office } from "../office/start-office";
import { placedParameters } from "../twilio/rest/calls";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

const file = (name: string, bytes: Uint8Array, mimeType = "audio/mpeg") => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
});
const standing = (page: Page) => page.getByRole("group", { name: "Standing recording", exact: true });
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();

async function greetingNamed({ db }: Office, name: string) {
  const [row] = await db.select({ id: greetings.id }).from(greetings).where(eq(greetings.name, name));
  return row ? await findGreeting(db, row.id) : null;
}

test("a manager uploads a greeting and another one for Christmas, and a refusal loses nothing", async ({
  page,
  office,
  signedInAs,
  expectComplaint,
}) => {
  expectComplaint(/422/);
  await signedInAs("manager");
  const name = `Welcome ${randomUUID().slice(0, 8)}`;
  await page.goto("/greetings/new");
  await standing(page).getByRole("button", { name: "Upload a file" }).click();
  const upload = standing(page).getByLabel("File");
  await upload.setInputFiles(file("song.mp3", Buffer.from("<html>not a sound</html>".repeat(50))));
  await expect(standing(page).getByText(/neither an MP3 nor a WAV file/)).toBeVisible();
  await upload.setInputFiles(file("huge.mp3", new Uint8Array(4 * 1024 * 1024 + 1)));
  await expect(standing(page).getByText(/larger than 4 MB/)).toBeVisible();
  // By its content, not by its name.
  await upload.setInputFiles(file("hello.txt", exampleMp3(), "text/plain"));
  await expect(standing(page).getByText("Standing recording: 0:01")).toBeFocused();

  await page.getByRole("button", { name: "Add a recording for a time" }).click();
  await page.getByLabel("What it is for").fill("Christmas");
  const christmas = page.getByRole("group", { name: "Recording for Christmas" });
  await christmas.getByRole("button", { name: "Upload a file" }).click();
  await christmas.getByLabel("File").setInputFiles(file("christmas.wav", exampleWav(2), "audio/wav"));
  await expect(christmas.getByText("Recording for Christmas: 0:02")).toBeVisible();
  await page.getByLabel("Played from").fill("2030-12-27T09:00");
  await page.getByLabel("Until", { exact: true }).fill("2030-12-24T12:00");
  await save(page);
  await expect(page.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(/give it a name/);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await save(page);
  await expect(page.getByLabel("Until", { exact: true })).toHaveAccessibleDescription(/after the beginning/);
  await page.getByLabel("Played from").fill("2030-12-24T12:00");
  await page.getByLabel("Until", { exact: true }).fill("2030-12-27T09:00");
  await save(page);
  await expect(page.getByText(`“${name}” is saved.`)).toBeVisible();

  // The list by keyboard: searched, listened to, and gone on from.
  await page.getByRole("searchbox").fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("row")).toHaveCount(2);
  const row = page.getByRole("row").filter({ hasText: name });
  await row.getByRole("link", { name }).focus();
  await page.keyboard.press("Tab");
  await expect(row.getByRole("button", { name: /^Listen/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row.getByRole("button", { name: /^Stop/ })).toBeVisible();
  await expect(row).toContainText(/The standing recording, until .*Dec 24, 2030.* EST/);
  const stored = await greetingNamed(office, name);
  expect(stored?.recordings.map(({ label, startsAt }) => [label, startsAt?.toString()])).toEqual([
    ["", undefined],
    ["Christmas", "2030-12-24T17:00:00Z"],
  ]);
  const [made] = await office.db
    .select()
    .from(activity)
    .where(eq(activity.subjectId, stored?.id ?? ""))
    .orderBy(asc(activity.at));
  expect(made).toMatchObject({
    verb: "makeGreeting",
    after: { "Standing recording": expect.stringContaining("hello.txt") },
  });

  await page.keyboard.press("Shift+Tab");
  await expect(row.getByRole("link", { name })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(`Copy of ${name}`);
  await expect(page.getByText("Recording for Christmas: 0:02")).toBeVisible();
  await save(page);
  await expect(page.getByText(`“Copy of ${name}” is saved.`)).toBeVisible();
  expect((await greetingNamed(office, `Copy of ${name}`))?.recordings).toEqual(stored?.recordings);
});

test("two people editing the same one are told, and neither loses work", { tag: "@deep" }, async ({
  page,
  office,
  signedInAs,
  pageOf,
}) => {
  await signedInAs("manager");
  const dates = { label: "Christmas", from: new Date("2030-12-24"), until: new Date("2030-12-27") };
  const { id } = await makeGreeting(office.db, [{}, { dates }]);
  const path = `/greetings/${id}`;
  const [mine, theirs] = [`Mine ${id}`, `Theirs ${id}`];
  await page.goto(path);
  await page.getByLabel("Name", { exact: true }).fill(mine);
  await page.getByLabel("What it is for").fill("New Year");

  const other = await pageOf("owner", "Ben Finch");
  await other.goto(path);
  await other.getByLabel("Name", { exact: true }).fill(theirs);
  await save(other);
  await expect(other.getByText(`“${theirs}” is saved.`)).toBeVisible();

  await save(page);
  const notice = page.getByRole("alert").filter({ hasText: "Ben Finch saved this" });
  await expect(notice).toBeFocused();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(mine);
  await expect(page.getByLabel("What it is for")).toHaveValue("New Year");
  const stored = async () => {
    const greeting = await findGreeting(office.db, id);
    return [greeting?.name, ...(greeting?.recordings.map(({ label }) => label) ?? [])];
  };
  expect(await stored()).toEqual([theirs, "", "Christmas"]);
  await page.getByRole("button", { name: "Save over it" }).click();
  await expect(page.getByText(`“${mine}” is saved.`)).toBeVisible();
  expect(await stored()).toEqual([mine, "", "New Year"]);
});

test("a greeting is recorded in the browser, listened to, made again and kept", async ({
  page,
  context,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  await page.goto("/greetings");
  // By a link: the page is then loaded once more, since the one before may not use the microphone.
  await page.getByRole("link", { name: "New greeting" }).first().click();
  await page.waitForFunction(() =>
    (
      document as unknown as { featurePolicy: { allowsFeature(name: string): boolean } }
    ).featurePolicy.allowsFeature("microphone"),
  );
  await standing(page).getByRole("button", { name: "Record here" }).click();
  const start = standing(page).getByRole("button", { name: "Start recording" });
  await start.click();
  await expect(standing(page).getByText(/Allow it beside the address/)).toBeVisible();
  await context.grantPermissions(["microphone"]);
  await start.click();
  const loudness = () =>
    standing(page)
      .getByLabel("Loudness")
      .evaluate((meter: HTMLMeterElement) => meter.value);
  // It beeps once a second: looking once a second might miss each beep.
  await expect.poll(loudness, { intervals: [130] }).toBeGreaterThan(0.01);
  await expect(standing(page).getByText(/0:(0[1-9]|[1-5]\d) of 2:00/)).toBeVisible();
  await standing(page).getByRole("button", { name: "Stop" }).click();
  await expect(standing(page).getByLabel("What you have recorded")).toBeVisible();
  await standing(page).getByRole("button", { name: "Record again" }).click();
  // It beeps once a second: looking once a second might miss each beep.
  await expect.poll(loudness, { intervals: [130] }).toBeGreaterThan(0.01);
  await standing(page).getByRole("button", { name: "Stop" }).click();
  await standing(page).getByRole("button", { name: "Keep it" }).click();
  await expect(standing(page).getByText(/Standing recording: 0:0/)).toBeVisible();
  const name = `Spoken ${randomUUID().slice(0, 8)}`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await save(page);
  await expect(page.getByText(`“${name}” is saved.`)).toBeVisible();
  const [recording] = (await greetingNamed(office, name))?.recordings ?? [];
  const sound = await findSound(office.db, recording?.soundId ?? "");
  const bytes = sound?.bytes ?? new Uint8Array();
  expect(readWav(bytes)).toMatchObject({ format: 1, bitsPerSample: 16, isWhole: true });
  const samples = new Int16Array(bytes.buffer, 44);
  expect(Math.max(...samples)).toBeGreaterThan(1000);
});

test("a phone rings, is spoken into, and what was said is kept; or the page says why not", async ({
  page,
  office,
  signedInAs,
}) => {
  const { id: staffId } = await signedInAs("manager");
  const line = await makeTwilioLine(office);
  const phone = await givePhone(office.db, staffId);
  await page.goto("/greetings/new");
  await standing(page).getByRole("button", { name: "Ring my phone" }).click();
  const ring = () => standing(page).getByRole("button", { name: "Ring now" }).click();
  office.twilio.fail(/^POST .*\/Calls/, { kind: "status", status: 400, code: 21215 }, 1);
  await ring();
  await expect(standing(page).getByText(/may not call this country .* The phone was not rung/)).toBeVisible();

  const report = async (step: string, parameters: Record<string, string>) => {
    await expect(standing(page).getByText(/Your phone is ringing/)).toBeVisible();
    const call = office.twilio.callsTo(phone).at(-1);
    if (!call) throw new Error("Nobody was rung.");
    const id = call.url.split("/").at(-1);
    const url = step ? `${office.app.baseUrl}/api/voice/${step}/${id}` : call.statusUrl;
    return office.post(url, { ...placedParameters(call), ...parameters });
  };
  await ring();
  await report("", { CallStatus: "no-answer" });
  await expect(standing(page).getByText("Nobody picked up.")).toBeVisible();
  await ring();
  const { sid: RecordingSid } = office.twilio.addRecording({ seconds: 3 });
  const RecordingUrl = `https://api.twilio.com/${RecordingSid}`;
  await report("greeting-recorded", { RecordingStatus: "completed", RecordingSid, RecordingUrl });
  await expect(standing(page).getByLabel("What you have spoken")).toBeVisible();
  await standing(page).getByRole("button", { name: "Keep it" }).click();
  await expect(standing(page).getByText("Standing recording: 0:03")).toBeFocused();

  await standing(page).getByRole("button", { name: "Ring my phone" }).click();
  await standing(page).getByLabel("Phone to ring").selectOption({ label: "Another number" });
  await standing(page).getByLabel("Number to ring").fill(line.number);
  await ring();
  await expect(standing(page).getByLabel("Number to ring")).toHaveAccessibleDescription(
    /work number of yours/,
  );
});

test("an action plays a greeting that is chosen by name, and that one cannot be deleted", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const greeting = await makeGreeting(office.db);
  const action = await makeAction(office.db, "play", { recording: { value: "/sounds/chime.wav" } });
  await page.goto(`/actions/${action.id}`);
  await expect(page.getByLabel("Address of the sound")).toHaveValue("/sounds/chime.wav");
  await page.getByLabel("Recording", { exact: true }).selectOption({ label: "A greeting of the library" });
  await page.getByRole("combobox", { name: "Greeting" }).fill(greeting.name);
  await page.getByRole("option", { name: greeting.name }).click();
  await expect(page.getByText(`Plays the greeting “${greeting.name}”`)).toBeVisible();
  await save(page);
  await expect(page.getByText(`“${action.name}” is saved.`)).toBeVisible();
  const line = await makeLine(office.db, { openActionId: action.id });
  const heard = async () => (await office.call({ to: line.number })).body;
  expect(await heard()).toContain(`/audio/${greeting.soundIds[0]}</Play>`);

  await page.goto(`/greetings/${greeting.id}/delete`);
  await expect(page.getByRole("link", { name: `The action “${action.name}” plays it` })).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);
  const fields = { id: greeting.id, version: "1" };
  const mutations = "app/(office)/greetings/mutations.ts";
  const answer = await callMutation(page, { name: "deleteGreeting", filename: mutations }, fields);
  expect(await answer.text()).toContain("It is in use");

  await page.goto(`/actions/${action.id}`);
  await page
    .getByLabel("Recording", { exact: true })
    .selectOption({ label: "A sound from the web, or our chime" });
  await page.getByLabel("Address of the sound").fill("/sounds/chime.wav");
  await save(page);
  await expect(page.getByText(`“${action.name}” is saved.`)).toBeVisible();
  await page.goto(`/greetings/${greeting.id}/delete`);
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`“${greeting.name}” is deleted.`)).toBeVisible();
  expect(await findGreeting(office.db, greeting.id)).toBeNull();
});

test("staff listen and change nothing, whatever they send; nor does another site", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const greeting = await makeGreeting(office.db);
  await page.goto(`/greetings/${greeting.id}`);
  await expect(page.getByLabel("Standing recording", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  const fields = {
    id: greeting.id,
    version: "1",
    name: "Changed",
    standingSoundId: greeting.soundIds[0] ?? "",
    recordings: "[]",
    number: anyNumber(),
  };
  const folder = "app/(office)/greetings";
  for (const [name, filename] of [
    ["makeGreeting", `${folder}/mutations.ts`],
    ["saveGreeting", `${folder}/mutations.ts`],
    ["deleteGreeting", `${folder}/mutations.ts`],
    ["ringToRecord", `${folder}/_sources/mutations.ts`],
  ] as const) {
    const answer = await callMutation(page, { name, filename, at: "/greetings" }, fields);
    expect(answer.headers()["x-action-redirect"] ?? answer.headers().location, name).toContain(
      "/not-allowed",
    );
  }
  expect(office.twilio.callsTo(fields.number)).toEqual([]);
  expect((await findGreeting(office.db, greeting.id))?.version).toBe(1);
  const send = async (origin: string) =>
    (
      await page.request.post("/greetings/sounds?source=upload", {
        headers: { origin, "content-type": "application/octet-stream" },
        data: Buffer.from(exampleWav()),
      })
    ).json();
  expect(await send(office.app.baseUrl)).toEqual({ fault: expect.stringContaining("Only managers") });
  expect(await send("https://evil.example")).toEqual({
    fault: expect.stringContaining("page of Switchboard"),
  });
});

test("each way to record passes axe and fits in every look", { tag: "@deep" }, async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const dates = { label: "Christmas", from: new Date("2030-12-24"), until: new Date("2030-12-27") };
  const { id } = await makeGreeting(office.db, [{}, { dates }]);
  for (const path of ["/new", `/${id}`]) {
    await page.goto(`/greetings${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    if (path === "/new") {
      for (const way of ["Upload a file", "Ring my phone", "Record here"]) {
        await standing(page).getByRole("button", { name: way }).click();
        await expectToLookWell(page);
      }
    }
    await expectToLookWell(page);
  }
});

test("a sound plays in a tab of its own, whoever opens it", async ({
  page,
  office,
  signedInAs,
  expectComplaint,
}) => {
  // The page that plays it is the browser's own, and needs no picture of ours for its tab.
  expectComplaint(/favicon\.ico.*default-src 'none'/);
  await signedInAs("manager");
  const greeting = await makeGreeting(office.db);
  for (const path of [
    "/sounds/chime.wav",
    `/audio/${greeting.soundIds[0]}`,
    `/greetings/${greeting.id}/sound`,
  ]) {
    await page.goto(path);
    const player = page.locator("video, audio");
    await expect(player, path).toHaveCount(1);
    const readyState = () => player.evaluate((element: HTMLMediaElement) => element.readyState);
    // Enough of it has come to play (HTML, "Ready states": 2 is HAVE_CURRENT_DATA), and no more is asked of a page.
    await expect.poll(readyState, { message: path }).toBeGreaterThanOrEqual(2);
    await player.evaluate((element: HTMLMediaElement) => element.play());
    await expect
      .poll(() => player.evaluate((element: HTMLMediaElement) => element.currentTime), { message: path })
      .toBeGreaterThan(0);
  }
});
