import { eq } from "drizzle-orm";
import { staffUsers, voicemails } from "@/db/schema";
import { makeVoicemail } from "../office/make-voicemail";
import { expect, test } from "./fixtures";

test("signing out ends the session of this browser", async ({ page, signedInAs }) => {
  const staff = await signedInAs("staff");
  await page.goto("/");
  await page.getByRole("button", { name: `Menu of ${staff.name}` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to Switchboard" })).toBeVisible();
  await page.goto("/voicemails");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("somebody who is disabled is out at the next request, and cannot come back", async ({
  page,
  signedInAs,
  office,
}) => {
  const staff = await signedInAs("owner");
  await page.goto("/");
  await office.db.update(staffUsers).set({ isDisabled: true }).where(eq(staffUsers.id, staff.id));
  await page.getByRole("link", { name: "Voicemails", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Sign in to Switchboard" })).toBeVisible();
  await page.getByLabel("E-mail address").fill(staff.email);
  await page.getByLabel("Password").fill(staff.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "do not match" })).toBeVisible();
});

test("raising the session version signs out everywhere", async ({ page, signedInAs, office }) => {
  const staff = await signedInAs("owner");
  await office.db.update(staffUsers).set({ sessionVersion: 2 }).where(eq(staffUsers.id, staff.id));
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Sign in to Switchboard" })).toBeVisible();
});

test("a mutation that is sent by itself does nothing for somebody who is not signed in", async ({
  page,
  signedInAs,
  office,
  playwright,
  baseURL,
}) => {
  const { id } = await makeVoicemail(office.db);
  await signedInAs("staff");
  await page.goto("/voicemails");
  const sent = page.waitForRequest((request) => request.method() === "POST");
  const row = page.getByRole("listitem").filter({ has: page.locator(`[value="${id}"]`) });
  await row.getByRole("button", { name: /Mark as heard/ }).click();
  const request = await sent;
  await expect(row.getByRole("button", { name: /Mark as new/ })).toBeVisible();
  await office.db
    .update(voicemails)
    .set({ heardAt: null, heardById: null, heardByName: null })
    .where(eq(voicemails.id, id));

  const { cookie: _, "content-length": __, ...headers } = await request.allHeaders();
  const stranger = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  // A mutation can be sent to any page, the sign-in page too.
  for (const path of ["/voicemails", "/sign-in"]) {
    const answer = await stranger.post(path, {
      headers,
      data: request.postDataBuffer() ?? Buffer.alloc(0),
      maxRedirects: 0,
    });
    expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/sign-in");
  }
  await stranger.dispose();
  const [voicemail] = await office.db.select().from(voicemails).where(eq(voicemails.id, id));
  expect(voicemail?.heardAt).toBeNull();
});
