import type { RunningApp } from "../office/start-app";
import { microsoftTenant } from "../office/start-office";
import { callMutation } from "./call-mutation";
import { test as base, expect } from "./fixtures";

const test = base.extend<{ app: RunningApp }>({
  app: async ({ office }, use) => use(await office.appOf("withProviders")),
});

const cases = [
  {
    name: "Google",
    id: "google",
    clientId: "google-id",
    url: "https://accounts.google.com/o/oauth2/v2/auth",
  },
  {
    name: "Microsoft",
    id: "microsoft-entra-id",
    clientId: "entra-id",
    url: `${microsoftTenant}/oauth2/v2.0/authorize`,
  },
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "before the page has come alive", () => {
    test.use({ javaScriptEnabled });
    for (const { name, id, clientId, url } of cases) {
      test(`signing in with ${name} leads there, with what keeps the way back safe`, async ({
        page,
        app,
      }) => {
        await page.route(`${new URL(url).origin}/**`, (route) =>
          route.fulfill({ body: "<h1>Who are you?</h1>" }),
        );
        await page.goto(`${app.baseUrl}/sign-in?callbackUrl=/voicemails`);
        await page.getByRole("button", { name: `Sign in with ${name}` }).click();
        await expect(page.getByRole("heading", { name: "Who are you?" })).toBeVisible();
        const { origin, pathname, searchParams } = new URL(page.url());
        expect(origin + pathname).toBe(url);
        expect(Object.fromEntries(searchParams)).toMatchObject({
          client_id: clientId,
          redirect_uri: `${app.baseUrl}/api/auth/callback/${id}`,
          response_type: "code",
          scope: "openid profile email",
          code_challenge_method: "S256",
          state: expect.stringMatching(/./),
          nonce: expect.stringMatching(/./),
        });
      });
    }
  });
}

test("there is no such button where it is not set up, and nothing to send", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in" })).toHaveCount(1);
  const answer = await callMutation(
    page,
    { name: "signInElsewhere", filename: "app/sign-in/mutations.ts", at: "/sign-in" },
    { provider: "google" },
  );
  expect(await answer.text()).toContain("not set up here");
});

test("somebody whom the provider knows and we do not is told so", async ({ page }) => {
  await page.goto("/sign-in?error=AccessDenied");
  await expect(page.getByRole("alert").filter({ hasText: "has been invited here" })).toBeVisible();
});
