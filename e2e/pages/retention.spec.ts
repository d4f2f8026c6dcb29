import { eq } from "drizzle-orm";
import { activity, calls, firmSettings } from "@/db/schema";
import { anyNumber } from "../office/make-line";
import { cronSecret } from "../office/start-office";
import { sid } from "../twilio/twilio";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

const filename = "app/(office)/settings/_retention/mutations.ts";

// There is one firm: these tests leave it as it was.
test.describe.configure({ mode: "serial" });
test.afterEach(async ({ office }) => {
  await office.db.update(firmSettings).set({ keepsCallsDays: null, keepsVoicemailsDays: null });
});

test("what is older than a manager says is deleted at night, and the settings tell of it", async ({
  page,
  request,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  await page.goto("/settings");
  const keepCalls = page.getByLabel("Keep calls for (days)");
  for (const [typed, fault] of [
    ["4000", /Enter from 1 to 3660 days, or nothing/],
    ["soon", /Enter a whole number of days, or nothing/],
  ] as const) {
    await keepCalls.fill(typed);
    await page.getByRole("button", { name: "Set", exact: true }).click();
    await expect(keepCalls).toHaveAccessibleDescription(fault);
    await expect(keepCalls).toHaveValue(typed);
  }
  await expectToLookWell(page);
  await keepCalls.fill("3000");
  await page.getByLabel("Keep voicemails for (days)").fill("");
  await page.getByRole("button", { name: "Set", exact: true }).click();
  await expect(page.getByText("What is older is deleted from the next night on.")).toBeVisible();
  await expect(page.getByText(/CRON_SECRET is not set/)).toBeVisible();
  await page.reload();
  await expect(keepCalls).toHaveValue("3000");

  const [old, young] = [sid("CA"), sid("CA")];
  await office.db.insert(calls).values(
    [old, young].map((callSid) => ({
      sid: callSid,
      fromNumber: anyNumber(),
      toNumber: anyNumber(),
      receivedAt: new Date(callSid === old ? "2012-01-01T12:00:00Z" : Date.now()),
      reasonCode: "open" as const,
      reason: "Open",
    })),
  );
  const app = await office.appOf("mailing");
  const nightly = (authorization?: string) =>
    request.get(`${app.baseUrl}/api/cron/nightly`, {
      headers: authorization === undefined ? {} : { authorization },
    });
  for (const refused of [undefined, "Bearer something else", cronSecret]) {
    expect((await nightly(refused)).status()).toBe(401);
  }
  expect(await office.db.$count(calls, eq(calls.sid, old))).toBe(1);
  const answer = await nightly(`Bearer ${cronSecret}`);
  expect(await answer.json()).toMatchObject({
    calls: 1,
    voicemails: 0,
    failed: 0,
    isUnfinished: false,
    numbers: { drifted: expect.any(Number) },
  });
  expect(await office.db.$count(calls, eq(calls.sid, old))).toBe(0);
  expect(await office.db.$count(calls, eq(calls.sid, young))).toBe(1);

  await page.reload();
  const clearing = page.getByRole("region", { name: "Last night’s clearing" });
  await expect(clearing).toContainText("Calls deleted");
  await expect(clearing.locator("time")).toBeVisible();
  await page.goto("/activity?by=app&subject=firm");
  const row = page.getByRole("listitem").filter({ hasText: "deleted what is old, as asked by" }).first();
  await expect(row).toContainText("Switchboard");
  await office.db.delete(activity).where(eq(activity.subjectId, "clearing"));
});

test("staff may not say how long things are kept, whatever they send", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const [before] = await office.db.select().from(firmSettings);
  const fields = { keepsCallsDays: "1", keepsVoicemailsDays: "1", version: String(before?.version) };
  const answer = await callMutation(page, { name: "saveRetention", filename, at: "/people" }, fields);
  expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/not-allowed");
  expect((await office.db.select().from(firmSettings))[0]).toEqual(before);
});
