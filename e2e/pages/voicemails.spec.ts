import { and, asc, eq, isNotNull } from "drizzle-orm";
import { activity, firmSettings, knownCallers, textBacks, voicemailNotices, voicemails } from "@/db/schema";
import { callWithMessage, lineWithMessages, type PostAsTwilio } from "../office/leave-message";
import { makeAction, makeLine, makePerson } from "../office/make-line";
import { makeVoicemail } from "../office/make-voicemail";
import { postAsTwilio, sid } from "../twilio/twilio";
import { choose } from "./choose";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

test("a message is listed with its caller, line, time with its zone, and length", async ({
  page,
  signedInAs,
  office,
}) => {
  const line = await makeLine(office.db);
  await makeVoicemail(office.db, {
    from: "+12125550142",
    to: line.number,
    leftAt: new Date("2031-01-15T19:05:00Z"),
    durationSeconds: 67,
  });
  await makeVoicemail(office.db, {
    from: "anonymous",
    to: line.number,
    leftAt: new Date("2031-01-15T19:04:00Z"),
  });
  await signedInAs("staff");
  await page.goto("/voicemails");
  const rows = page.getByRole("main").getByRole("listitem").filter({ hasText: line.name });
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText("(212) 555-0142");
  await expect(rows.nth(0)).toContainText("2031");
  await expect(rows.nth(0)).toContainText(/2:05\sPM EST/);
  await expect(rows.nth(0)).toContainText("1:07");
  await expect(rows.nth(0)).toContainText("New");
  await expect(rows.nth(1)).toContainText("Withheld number");
});

test("staff mark a message as heard, and as new again, without losing their place on the keyboard", async ({
  page,
  signedInAs,
  office,
}) => {
  const line = await makeLine(office.db);
  const { id } = await makeVoicemail(office.db, { to: line.number });
  const heardAt = async () =>
    (await office.db.select({ at: voicemails.heardAt }).from(voicemails).where(eq(voicemails.id, id)))[0]?.at;
  const staff = await signedInAs("staff");
  await page.goto("/voicemails");
  const row = page.getByRole("listitem").filter({ hasText: line.name });
  await row.getByRole("button", { name: /^Mark as heard/ }).focus();
  await page.keyboard.press("Enter");
  const undo = row.getByRole("button", { name: /^Mark as new/ });
  await expect(undo).toBeFocused();
  await expect(row.getByText("New", { exact: true })).toBeHidden();
  expect(await heardAt()).toBeInstanceOf(Date);
  await page.goto(`/voicemails/${id}`);
  await expect(page.getByText(`by ${staff.name}, `)).toBeVisible();
  await page.goBack();
  await undo.focus();
  await page.keyboard.press("Enter");
  await expect(row.getByRole("button", { name: /^Mark as heard/ })).toBeFocused();
  expect(await heardAt()).toBeNull();
});

test("a message that somebody has deleted meanwhile says so", async ({ page, signedInAs, office }) => {
  const line = await makeLine(office.db);
  const { id } = await makeVoicemail(office.db, { to: line.number });
  await signedInAs("staff");
  await page.goto("/voicemails");
  const row = page.getByRole("listitem").filter({ hasText: line.name });
  await row.getByRole("button", { name: /^Mark as heard/ }).waitFor();
  await office.db.delete(voicemails).where(eq(voicemails.id, id));
  await row.getByRole("button", { name: /^Mark as heard/ }).click();
  await expect(row.getByRole("alert")).toHaveText("This voicemail has been deleted in the meantime.");
});

test("older messages are a page away, and none is shown twice", async ({ page, signedInAs, office }) => {
  const line = await makeLine(office.db);
  // All in one millisecond, so that only the id tells them apart.
  const leftAt = new Date("2001-01-01T00:00:00Z");
  const made = await Promise.all(
    Array.from({ length: 60 }, () => makeVoicemail(office.db, { to: line.number, leftAt })),
  );
  await signedInAs("staff");
  await page.goto("/voicemails");
  const seen: string[] = [];
  for (;;) {
    const heading = page.getByRole("heading", { name: "Voicemails", exact: true });
    await expect(heading).toBeVisible();
    const ids = await page
      .getByRole("main")
      .locator("input[name=id]")
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    seen.push(...ids);
    const older = page.getByRole("link", { name: "Older" });
    if (!(await older.isVisible())) break;
    const href = await older.getAttribute("href");
    await page.goto(href ?? "");
  }
  expect(new Set(seen).size).toBe(seen.length);
  for (const { id } of made) expect(seen).toContain(id);
  await page.getByRole("link", { name: "Newest" }).click();
  await expect(page).toHaveURL("/voicemails");
});

test("the inbox is narrowed by its URL: what is new, whose it is, the archive, and words", async ({
  page,
  signedInAs,
  office,
}) => {
  const line = await makeLine(office.db);
  const ana = await makePerson(office.db, `Ana ${line.name}`);
  const word = crypto.randomUUID();
  const to = line.number;
  await makeVoicemail(office.db, { to, from: "+12125550151", transcription: `About ${word}` });
  await makeVoicemail(office.db, { to, from: "+12125550152", assignedToId: ana.id, note: `See ${word}` });
  await signedInAs("staff");
  await page.goto(`/voicemails?q=${word}`);
  const rows = page.getByRole("main").getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: `“About ${word}”` })).toBeVisible();
  await choose(page, "Assigned to", ana.name);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`person=${ana.id}`));
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(`For ${ana.name}`);
  await page.getByLabel("Show", { exact: true }).selectOption("Archive");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("No voicemail like that")).toBeVisible();
});

test("a voicemail has a page: its sound in parts, its words, who was told, a note, the archive", async ({
  page,
  signedInAs,
  office,
}) => {
  const line = await makeLine(office.db);
  const [caller] = ["+12125550163"];
  await office.db
    .insert(knownCallers)
    .values({ number: caller ?? "", name: "Sam Reed" })
    .onConflictDoNothing();
  const ana = await makePerson(office.db, `Ana ${line.name}`, { email: null });
  const action = await makeAction(office.db, "voicemail", {
    notify: { people: [{ personId: ana.id }] },
    transcribe: { value: true },
  });
  const { sid: recordingSid } = office.twilio.addRecording();
  const { id } = await makeVoicemail(office.db, {
    to: line.number,
    from: caller ?? "",
    recordingSid,
    actionId: action.id,
    transcription: "Please call me back about the roof.",
  });
  await office.db.insert(voicemailNotices).values([
    {
      voicemailId: id,
      channel: "text",
      address: "+12125550164",
      attempts: 6,
      failure: "This number is not a mobile.",
    },
    {
      voicemailId: id,
      channel: "text",
      address: "+12125550165",
      attempts: 1,
      sentAt: new Date(),
      delivery: "undelivered",
      deliveryErrorCode: 30003,
    },
  ]);
  const staff = await signedInAs("staff");
  await page.goto(`/voicemails?q=roof`);
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: line.name });
  await expect(row).toContainText("Notice not received");
  await row.getByRole("link", { name: /Sam Reed/ }).click();
  await expect(page.getByRole("heading", { name: "Sam Reed, (212)\u00a0555-0163" })).toBeVisible();
  await expect(page.getByText("Please call me back about the roof.")).toBeVisible();
  await expect(page.getByText("Given up, after 6 tries. This number is not a mobile.")).toBeVisible();
  await expect(page.getByText(/^Sent .*, but it did not arrive. The phone is switched off/)).toBeVisible();
  await expect(page.getByText(`${ana.name} has no e-mail address.`)).toBeVisible();
  await expect(page.getByRole("link", { name: "Delete" })).toBeHidden();

  const whole = await page.request.get(`/voicemails/${id}/audio`);
  expect([whole.status(), whole.headers()["content-type"]]).toEqual([200, "audio/mpeg"]);
  const sound = await whole.body();
  const part = await page.request.get(`/voicemails/${id}/audio`, { headers: { range: "bytes=417-833" } });
  expect(part.status()).toBe(206);
  expect(part.headers()["content-range"]).toBe(`bytes 417-833/${sound.length}`);
  expect((await part.body()).equals(sound.subarray(417, 834))).toBe(true);
  const beyond = await page.request.get(`/voicemails/${id}/audio`, {
    headers: { range: `bytes=${sound.length}-` },
  });
  expect(beyond.status()).toBe(416);
  const stranger = await fetch(`${office.app.baseUrl}/voicemails/${id}/audio`);
  expect(stranger.status).toBe(401);

  await choose(page, "Assigned to", ana.name);
  await page.getByLabel("Note", { exact: true }).fill("Called back on Monday");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByRole("button", { name: /^Archive:/ }).click();
  await expect(page.getByRole("button", { name: /^Take out of the archive/ })).toBeVisible();
  const changes = await office.db
    .select()
    .from(activity)
    .where(eq(activity.subjectId, id))
    .orderBy(asc(activity.at));
  expect(changes.map(({ verb, byName }) => `${byName} ${verb}`)).toEqual([
    `${staff.name} saveVoicemail`,
    `${staff.name} archiveVoicemail`,
  ]);
  await page.getByRole("button", { name: /^Take out of the archive/ }).click();
  await expect(page.getByRole("button", { name: /^Archive:/ })).toBeVisible();
  await page.getByRole("link", { name: "What happened on it" }).click();
  await expect(page).toHaveURL(/\/calls\/CA/);
});

test("of a notice that may or may not have gone the page says so, and the inbox marks the message", async ({
  page,
  signedInAs,
  office,
}) => {
  const { line, email, mobile } = await lineWithMessages(office);
  const app = await office.appOf("mailing");
  const post: PostAsTwilio = (url, parameters) =>
    postAsTwilio(office.account, new URL(url, app.baseUrl).href, parameters);
  // The mail server and Twilio take what they are given, and break off before they say so.
  office.mail.behave("cut");
  office.twilio.fail(/^POST .*\/Messages/, { kind: "cut" });
  const call = await callWithMessage(office, { post }, line.number);
  await call.recorded();
  await expect
    .poll(() =>
      office.db
        .select()
        .from(voicemailNotices)
        .innerJoin(voicemails, eq(voicemails.id, voicemailNotices.voicemailId))
        .where(and(eq(voicemails.callSid, call.callSid), isNotNull(voicemailNotices.failure))),
    )
    .toHaveLength(3);

  await signedInAs("staff");
  await page.goto("/voicemails");
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: line.name });
  await expect(row).toContainText("Notice may not have gone");
  await row.getByRole("link").first().click();
  const notices = page.getByRole("main").getByRole("listitem");
  await expect(notices.filter({ hasText: `E-mail to Ana Lima, ${email}` })).toContainText(
    "It may not have gone, and is not sent again. The mail server broke off while it took the e-mail. Nobody knows whether it was sent.",
  );
  const text = notices.filter({ hasText: "Text to Ana Lima" });
  await expect(text).toContainText(
    "It may not have gone, and is not sent again. The connection to Twilio broke off in the middle. Nobody knows whether the text was sent.",
  );
  // Nobody can try again, so nobody is told to.
  await expect(page.getByText(/try again/i)).toHaveCount(0);
  await expectToLookWell(page);

  // A carrier that reports the text knows better.
  const [message] = await office.db.select().from(voicemails).where(eq(voicemails.callSid, call.callSid));
  await post(`/api/voice/text-status/notice/${message?.id}`, {
    MessageSid: sid("SM"),
    MessageStatus: "delivered",
    From: line.number,
    To: mobile,
  });
  await page.reload();
  await expect(text).toContainText("It arrived");
});

test("two who write a note at once are told, and neither loses it", async ({
  page,
  signedInAs,
  pageOf,
  office,
}) => {
  const { id } = await makeVoicemail(office.db);
  await signedInAs("staff");
  await page.goto(`/voicemails/${id}`);
  const other = await pageOf("staff", "Ben Ode");
  await other.goto(`/voicemails/${id}`);
  await other.getByLabel("Note", { exact: true }).fill("Ben's note");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Saved.")).toBeVisible();
  await page.getByLabel("Note", { exact: true }).fill("My note");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Ben Ode saved this" })).toBeVisible();
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("My note");
  await page.getByRole("button", { name: "Save over it" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
});

test("a voicemail is deleted at Twilio first, and stays while Twilio fails", async ({
  page,
  signedInAs,
  office,
  expectComplaint,
}) => {
  expectComplaint(/status of (404|502)/);
  const { sid: recordingSid } = office.twilio.addRecording();
  const { id } = await makeVoicemail(office.db, { recordingSid, note: "Done" });
  await signedInAs("manager");
  await page.goto(`/voicemails/${id}`);
  await page.getByRole("link", { name: "Delete" }).click();
  await expect(page.getByText("The recording is deleted at Twilio, for good")).toBeVisible();
  office.twilio.fail(/^DELETE .*Recordings/, { kind: "status", status: 503 });
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Something went wrong at Twilio" })).toContainText(
    "Delete it once more to be sure",
  );
  expect(office.twilio.hasRecording(recordingSid)).toBe(true);
  expect(await office.db.select().from(voicemails).where(eq(voicemails.id, id))).toHaveLength(1);
  office.twilio.heal();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("The voicemail is deleted, at Twilio too.")).toBeVisible();
  expect(office.twilio.hasRecording(recordingSid)).toBe(false);
  expect(await office.db.select().from(voicemails).where(eq(voicemails.id, id))).toEqual([]);

  // One of which Twilio has no recording any more can be deleted all the same, and until then its player says why.
  const gone = await makeVoicemail(office.db);
  await page.goto(`/voicemails/${gone.id}`);
  const player = page.locator("audio");
  const play = () => player.evaluate((audio: HTMLAudioElement) => audio.play().catch(() => {}));
  await play();
  await expect(page.getByText("Twilio no longer has the sound of this voicemail.")).toBeVisible();
  office.twilio.fail(/\.mp3/, { kind: "status", status: 500 });
  await player.evaluate((audio: HTMLAudioElement) => audio.load());
  await play();
  await expect(page.getByText("The sound cannot be had from Twilio just now.")).toBeVisible();
  office.twilio.heal();
  await page.getByRole("link", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("The voicemail is deleted, at Twilio too.")).toBeVisible();
});

test("a manager writes what callers who reach nobody are sent, and the call tells what became of it", async ({
  page,
  signedInAs,
  office,
}) => {
  const textBack = async () =>
    (await office.db.select({ text: firmSettings.textBack }).from(firmSettings))[0]?.text;
  await signedInAs("manager");
  await page.goto("/settings");
  const form = page.locator("form").filter({ hasText: "Text them" });
  await form.getByLabel("Text them").check();
  const text = form.getByLabel("Text", { exact: true });
  await text.fill("");
  await form.getByRole("button", { name: "Save the text" }).click();
  await expect(form.getByText("Write what they are sent.")).toBeVisible();
  await text.fill("Sorry, call again 🙂");
  await expect(form.getByText(/characters beyond the plain ones/)).toBeVisible();
  await text.fill("Sorry. Please call again.");
  await expect(form.getByText(/Twilio charges for one part/)).toBeVisible();
  await form.getByRole("button", { name: "Save the text" }).click();
  await expect(page.getByText("Callers who reach nobody are texted from now on.")).toBeVisible();
  expect(await textBack()).toBe("Sorry. Please call again.");
  await form.getByLabel("Text them").uncheck();
  await form.getByRole("button", { name: "Save the text" }).click();
  await expect(page.getByText("Nobody is texted any more.")).toBeVisible();
  expect(await textBack()).toBeNull();

  const { callSid, from } = await makeVoicemail(office.db);
  await office.db
    .insert(textBacks)
    .values({ number: from, day: "2031-01-15", callSid, failure: "This number is not a mobile." });
  await page.goto(`/calls/${callSid}`);
  await expect(page.getByRole("heading", { name: "Text to the caller" })).toBeVisible();
  await expect(page.getByText("This number is not a mobile.")).toBeVisible();
});
