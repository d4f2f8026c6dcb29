import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { signInAttempts } from "@/db/schema";
import { expect, test } from "./fixtures";

const wrong = "E-mail address and password do not match.";

test("a stranger is sent to the sign-in page, and back to where they were going", async ({
  page,
  makeStaff,
}) => {
  const staff = await makeStaff();
  await page.goto("/voicemails?before=nonsense");
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByLabel("E-mail address").fill(staff.email.toUpperCase());
  await page.getByLabel("Password").fill(staff.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Voicemails", exact: true })).toBeVisible();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/voicemails?before=nonsense");
});

test("a link from elsewhere cannot lead on to elsewhere", async ({ page, makeStaff }) => {
  const staff = await makeStaff();
  await page.goto("/sign-in?callbackUrl=https://evil.example/");
  await page.getByLabel("E-mail address").fill(staff.email);
  await page.getByLabel("Password").fill(staff.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
  await page.goto("/sign-in?callbackUrl=//evil.example");
  await expect(page).toHaveURL("/");
});

test("what is missing is said beside its field, and the first one has the focus", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Password").fill("something");
  await page.getByRole("button", { name: "Sign in" }).click();
  const email = page.getByLabel("E-mail address");
  await expect(email).toHaveAccessibleDescription("Enter your e-mail address.");
  await expect(email).toBeFocused();
  await expect(page.getByLabel("Password")).not.toHaveAttribute("aria-invalid");
});

test("a wrong password and an unknown address get the same answer, and the address stays", async ({
  page,
  makeStaff,
}) => {
  const staff = await makeStaff();
  for (const email of [staff.email, "nobody@example.com"]) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill("not it");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: wrong })).toBeVisible();
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    await expect(page.getByLabel("Password")).toHaveValue("");
    await expect(page.getByLabel("Password")).toBeFocused();
  }
});

test("guessing is slowed down, whoever is right in the meantime, and waiting ends it", async ({
  page,
  makeStaff,
  office,
}) => {
  const staff = await makeStaff();
  await page.goto("/sign-in");
  const tryWith = async (password: string, answer: string) => {
    await page.getByLabel("E-mail address").fill(staff.email);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByLabel("Password")).toHaveValue("");
    await expect(page.getByRole("alert").filter({ hasText: answer })).toBeVisible();
  };
  for (let count = 0; count < 8; count++) {
    await tryWith("not it", wrong);
    await letTimePass(office.db, staff.email, "20 minutes");
  }
  await tryWith("not it", wrong);
  await tryWith(staff.password, "Too many tries. Please wait 3 minutes, then try again.");
  await letTimePass(office.db, staff.email, "20 minutes");
  await page.getByLabel("Password").fill(staff.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
});

test("next-auth's own URL slows guessing down too", async ({ request, makeStaff }) => {
  const staff = await makeStaff();
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const post = async (password: string) => {
    const form = { csrfToken, email: staff.email, password };
    const answer = await request.post("/api/auth/callback/credentials", { form, maxRedirects: 0 });
    return new URL(answer.headers().location ?? "", "http://nowhere").searchParams.get("code");
  };
  for (let count = 0; count < 4; count++) expect(await post("not it")).toBe("wrong");
  expect(await post(staff.password)).toBe("tooSoon");
});

test("a form that is sent before the page has come alive is answered, and keeps the address", async ({
  page,
}) => {
  await page.route(/\/_next\/static\/.*\.js/, () => {});
  await page.goto("/sign-in?callbackUrl=/voicemails", { waitUntil: "commit" });
  await page.getByLabel("E-mail address").fill("early@example.com");
  await page.getByLabel("Password").fill("not it");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: wrong })).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue("early@example.com");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("signing in works", async ({ page, makeStaff }) => {
    const staff = await makeStaff();
    await page.goto("/sign-in?callbackUrl=/voicemails");
    await page.getByLabel("E-mail address").fill(staff.email);
    await page.getByLabel("Password").fill(staff.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/voicemails");
  });
});

test("what is typed before the page has come alive is still there afterwards", async ({ page }) => {
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await asleep;
    await route.continue();
  });
  await page.goto("/sign-in", { waitUntil: "commit" });
  await page.getByLabel("E-mail address").fill("early@example.com");
  await page.getByLabel("Password").fill("typed early");
  wake();
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Password").pressSequentially("!");
  await expect(page.getByLabel("E-mail address")).toHaveValue("early@example.com");
  await expect(page.getByLabel("Password")).toHaveValue("typed early!");
});

test("a database that is away is a reference, not a reason, and the address stays", async ({
  page,
  office,
}) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill("someone@example.com");
  await page.getByLabel("Password").fill("not it");
  office.database.setFault("down");
  await page.getByRole("button", { name: "Sign in" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "Something went wrong on our side." });
  await expect(alert).toBeVisible();
  const reference = /Reference: (\w+)/.exec((await alert.textContent()) ?? "")?.[1];
  await expect(page.getByLabel("E-mail address")).toHaveValue("someone@example.com");
  expect(office.app.output()).toContain(`"reference":"${reference}"`);
});

/** Moves the tries on an account into the past. */
async function letTimePass(db: Database, email: string, time: string) {
  await db
    .update(signInAttempts)
    .set({ at: sql`${signInAttempts.at} - ${time}::interval` })
    .where(eq(signInAttempts.email, email));
}
