import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { and, desc, eq } from "drizzle-orm";
import {
  activity,
  blockedCallers,
  calls,
  knownCallers,
  phoneNumbers,
  schedules,
  voicemails,
} from "@/db/schema";
import { anyNumber, makeLine } from "../office/make-line";
import { makeVoicemail } from "../office/make-voicemail";
import { cronSecret } from "../office/start-office";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

async function downloaded(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^switchboard-\d{4}-\d\d-\d\d\.json$/);
  return readFile(await download.path(), "utf8");
}

const choose = (page: Page, text: string) =>
  page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "backup.json", mimeType: "application/json", buffer: Buffer.from(text) });

test("an owner downloads the set-up, sees what another file would change, and brings it in", async ({
  page,
  office,
  signedInAs,
  expectComplaint,
}) => {
  // A browser tells of every answer that is a refusal.
  expectComplaint(/status of 409/);
  const { id: staffId } = await signedInAs("owner");
  const line = await makeLine(office.db);
  const [hours] = await office.db.select().from(schedules).where(eq(schedules.id, line.scheduleId));
  await page.goto("/backup");
  const text = await downloaded(page);
  const file = JSON.parse(text);

  await choose(page, text);
  await page.getByLabel("Make it exactly as in the file").check();
  await page.getByRole("button", { name: "See what would change" }).click();
  await expect(page.getByText("Nothing changes: everything is as in the file already.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Do this now" })).toHaveCount(0);

  // In the account too: other tests call from whatever number the database says is there.
  const { sid: twilioSid, number } = office.twilio.addNumber({ friendlyName: "New line" });
  const blocked = anyNumber();
  const renamed = `Summer ${hours?.name}`;
  file.phoneNumbers.push({ number, name: "New line", twilioSid });
  file.blockedCallers.push({ number: blocked, note: "Sells <b>toner</b>" });
  const [configuration] = file.configurations.filter(
    ({ phoneNumber }: { phoneNumber: string }) => phoneNumber === line.number,
  );
  file.configurations.push({ ...configuration, id: undefined, name: `On ${number}`, phoneNumber: number });
  const changed = JSON.stringify(file).replaceAll(`"${hours?.name}"`, JSON.stringify(renamed));
  await choose(page, changed);
  await page.getByLabel("Add and change only").check();
  await page.getByRole("button", { name: "See what would change" }).click();
  const preview = page.getByRole("region", { name: "What would change" });
  await expect(preview).toContainText(blocked);
  await expect(preview).toContainText(renamed);
  await expect(page.getByRole("list", { name: "Numbers to see to" })).toContainText(
    `New line, ${number}: point it here`,
  );

  // Somebody else saves something meanwhile.
  const other = anyNumber();
  await office.db.insert(blockedCallers).values({ number: other });
  await page.getByRole("button", { name: "Do this now" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Somebody has changed the set-up" })).toBeVisible();
  expect(await office.db.select().from(phoneNumbers).where(eq(phoneNumbers.number, number))).toEqual([]);

  await page.getByRole("button", { name: "See what would change" }).click();
  await page.getByRole("button", { name: "Do this now" }).click();
  await expect(page.getByText("Done: everything is as you saw it.")).toBeVisible();
  const [after] = await office.db.select().from(schedules).where(eq(schedules.id, line.scheduleId));
  expect(after).toMatchObject({ name: renamed, version: (hours?.version ?? 0) + 1 });
  expect((await office.call({ from: blocked, to: line.number })).body).toContain("<Reject");
  expect((await office.call({ from: anyNumber(), to: number })).body).toContain("We are open");
  await page.getByRole("link", { name: `New line, ${number}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("New line");

  const made = await office.db
    .select({ verb: activity.verb, subject: activity.subject })
    .from(activity)
    .where(eq(activity.staffUserId, staffId))
    .orderBy(activity.id);
  expect(made).toEqual([
    { verb: "downloadSetUp", subject: "setUp" },
    { verb: "changeFromFile", subject: "schedule" },
    { verb: "addFromFile", subject: "configuration" },
    { verb: "importSetUp", subject: "setUp" },
  ]);
});

test("a file with faults changes nothing, and each fault is told by place and line", async ({
  page,
  signedInAs,
  expectComplaint,
}) => {
  expectComplaint(/status of 422/);
  await signedInAs("owner");
  await page.goto("/backup");
  const file = JSON.parse(await downloaded(page));
  file.schedules.push({
    name: "Bad hours",
    timeZone: "Europe/Berlin",
    windows: [{ weekday: 1, opensAt: "09:00", closesAt: "26:00" }],
    exceptions: [],
    override: null,
  });
  const text = JSON.stringify(file, null, 2);
  const line = text.split("\n").findIndex((each) => each.includes("26:00")) + 1;
  await choose(page, text);
  await page.getByRole("button", { name: "See what would change" }).click();
  const faults = page.getByRole("list", { name: "What is wrong" });
  await expect(faults).toContainText(`schedules › Bad hours › windows 1 › closes at, line ${line}:`);
  await expect(faults).toContainText("Enter the time at which it closes.");

  await choose(page, "%PDF");
  await expect(faults).toHaveCount(0);
  await page.getByRole("button", { name: "See what would change" }).click();
  await expect(faults).toContainText(/Line 1:\s*This file is no JSON/);
});

test("nobody but an owner gets a backup or brings one in, nor does another site's page", async ({
  page,
  signedInAs,
  pageOf,
}) => {
  await signedInAs("manager");
  await page.goto("/backup");
  await expect(page).toHaveURL(/not-allowed/);
  expect((await page.request.get("/backup/file")).status()).toBe(403);
  expect((await page.request.post("/backup/import?mode=add", { data: "{}" })).status()).toBe(403);
  const owners = await pageOf("owner", "Ben Finch");
  const sent = (site: string, size = 2) =>
    owners.request.post("/backup/import?mode=add", {
      headers: { "sec-fetch-site": site, "content-type": "application/json" },
      data: Buffer.alloc(size, " "),
    });
  expect((await sent("cross-site")).status()).toBe(403);
  expect(await (await sent("same-origin")).json()).toMatchObject({ kind: "faults" });
  expect((await sent("same-origin", 25_000_001)).status()).toBe(413);
});

test("a caller's data is handed out and deleted, here and in the activity", async ({
  page,
  office,
  signedInAs,
}) => {
  const { id: staffId } = await signedInAs("manager");
  const { from } = await makeVoicemail(office.db);
  const line = await makeLine(office.db);
  const theirs = () => office.db.select().from(calls).where(eq(calls.fromNumber, from));
  const [call] = await theirs();
  const [known] = await office.db.insert(knownCallers).values({ number: from, name: "Ana Lima" }).returning();
  await office.db.insert(activity).values({
    byName: "Olive",
    verb: "addKnownCaller",
    subject: "knownCaller",
    subjectId: known?.id ?? "",
    subjectName: "Ana Lima",
    after: { Number: from },
  });
  await page.goto(`/calls/${call?.sid}`);
  await page.getByRole("link", { name: "This caller's data" }).click();
  await expect(page.getByRole("heading", { name: /^Kept about/ })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download" }).click(),
  ]);
  const file = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(file).toMatchObject({
    number: from,
    knownCaller: { name: "Ana Lima" },
    calls: [{ sid: call?.sid }],
  });
  expect(file.voicemails[0].listen).toMatch(/^http.*\/voicemails\/[0-9a-f-]+\/audio$/);

  const confirmation = page.getByLabel(/^Type .* to delete it$/);
  await confirmation.fill("yes");
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(confirmation).toHaveAccessibleDescription(/Type the number/);

  // While a recording is still at Twilio, so is all else here.
  office.twilio.fail(/Recordings/, { kind: "status", status: 403, code: 20003, message: "Forbidden" });
  await confirmation.fill(from);
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "all else is still here" })).toBeVisible();
  expect(await theirs()).toEqual([call]);

  office.twilio.heal();
  // Of another call nothing could be kept here, and Twilio has what was said on it; somebody else's is none of theirs.
  const lost = (by: string) => {
    const startedAt = new Date(Date.now() - 3_600_000);
    const recording = office.twilio.addRecording({ seconds: 30, startedAt });
    office.twilio.addIncomingCall({ sid: recording.callSid, from: by, to: line.number, endedAt: startedAt });
    return recording;
  };
  const [own, another] = [lost(from), lost(anyNumber())];
  await confirmation.fill(from);
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("All that was kept about this caller is deleted.")).toBeVisible();
  expect(office.twilio.hasRecording(own.sid)).toBe(false);
  expect(office.twilio.hasRecording(another.sid)).toBe(true);
  // The regular work, which looks for what was lost, brings nothing of the caller back.
  const { baseUrl } = await office.appOf("mailing");
  const headers = { authorization: `Bearer ${cronSecret}` };
  expect(await (await fetch(`${baseUrl}/api/cron/notices`, { headers })).json()).toMatchObject({ found: 1 });
  expect(await theirs()).toEqual([]);
  expect(
    await office.db
      .select()
      .from(voicemails)
      .where(eq(voicemails.callSid, call?.sid ?? "")),
  ).toEqual([]);
  const about = await office.db
    .select()
    .from(activity)
    .where(eq(activity.subjectId, known?.id ?? ""));
  expect(about).toMatchObject([
    {
      verb: "addKnownCaller",
      subjectName: "a caller whose data was deleted",
      after: { Deleted: "at their request" },
    },
  ]);
  const [last] = await office.db
    .select()
    .from(activity)
    .where(and(eq(activity.staffUserId, staffId)))
    .orderBy(desc(activity.id))
    .limit(1);
  expect(last).toMatchObject({ verb: "deleteCallerData", before: { Calls: "1", Voicemails: "1" } });
  expect(JSON.stringify(last)).not.toContain(from.slice(-7));
});

test("staff neither see nor delete a caller's data", async ({ page, office, signedInAs }) => {
  await signedInAs("staff");
  const { from } = await makeVoicemail(office.db);
  expect(
    (await page.request.get(`/caller-data/file?${new URLSearchParams({ number: from })}`)).status(),
  ).toBe(403);
  await page.goto(`/caller-data?${new URLSearchParams({ number: from })}`);
  await expect(page).toHaveURL(/not-allowed/);
  const answer = await callMutation(
    page,
    { name: "deleteCaller", filename: "app/(office)/caller-data/mutations.ts" },
    { number: from, confirmation: from },
  );
  expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/not-allowed");
  expect(await office.db.select().from(calls).where(eq(calls.fromNumber, from))).toHaveLength(1);
});

test("the pages pass axe and fit in every look", { tag: "@deep" }, async ({
  page,
  office,
  signedInAs,
  expectComplaint,
}) => {
  expectComplaint(/status of 422/);
  await signedInAs("owner");
  const { from } = await makeVoicemail(office.db);
  await makeLine(office.db);
  const looksWell = async () => {
    await expectToLookWell(page);
  };
  await page.goto(`/caller-data?${new URLSearchParams({ number: from })}`);
  await expect(page.getByRole("heading", { name: /^Kept about/ })).toBeVisible();
  await looksWell();
  await page.goto("/backup");
  const file = JSON.parse(await downloaded(page));
  file.firm.textBack = "We shall call you back.";
  file.blockedCallers.push({ number: anyNumber(), note: "" });
  file.schedules[0].windows.push({ weekday: 3, opensAt: "04:05", closesAt: "04:06" });
  await choose(page, JSON.stringify(file));
  await page.getByRole("button", { name: "See what would change" }).click();
  await expect(page.getByRole("button", { name: "Do this now" })).toBeVisible();
  await looksWell();
  await choose(page, "no file");
  await page.getByRole("button", { name: "See what would change" }).click();
  await expect(page.getByRole("list", { name: "What is wrong" })).toBeVisible();
  await looksWell();
});
