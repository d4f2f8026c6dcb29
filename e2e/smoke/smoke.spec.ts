import { expect, test } from "@playwright/test";
import { isMeantAsPreview, smokeOrigin } from "./deployment";

test.beforeAll(() => {
  const help = "Set SMOKE_URL to the address of a deployment, such as https://phones.example.com.";
  expect(smokeOrigin(), help).not.toBeNull();
});

test("the sign-in page is shown, under a policy that lets in no foreign script", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const response = await page.goto("/sign-in");
  // A deployment that nobody has used yet leads to its first run.
  await expect(page.getByRole("heading", { name: /^(Sign in|Welcome) to Switchboard$/ })).toBeVisible();
  await expect(page.getByLabel("Password", { exact: true })).toBeEditable();
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src [^;]*'nonce-/);
  expect(policy).not.toMatch(/script-src [^;]*'unsafe-inline'/);
  const banner = page.getByRole("complementary", { name: "Preview" });
  await expect(banner).toHaveCount(isMeantAsPreview() ? 1 : 0);
  expect(complaints).toEqual([]);
});

test("the database answers, and has every migration of this release", async ({ request }) => {
  const response = await request.get("/api/health/ready");
  expect(await response.json()).toMatchObject({
    isReady: true,
    database: "reachable",
    migrations: { missing: [] },
  });
  expect(response.status()).toBe(200);
});

test("a forged call is turned away", async ({ request }) => {
  const response = await request.post("/api/voice", {
    form: { AccountSid: `AC${"0".repeat(32)}`, CallSid: `CA${"0".repeat(32)}`, To: "+12125550100" },
    headers: { "x-twilio-signature": "Zm9yZ2VkIGZvcmdlZCBmb3JnZQ==" },
  });
  expect(response.status()).toBe(403);
});

test("nobody gets in without signing in", async ({ page }) => {
  await page.goto("/voicemails");
  await expect(page).toHaveURL(/\/(sign-in|setup)/);
});
