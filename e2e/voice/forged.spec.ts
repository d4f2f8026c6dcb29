import { sign } from "@/lib/twilio/signature/signature";
import { expect, test } from "../fixtures";
import { makeLine } from "../office/make-line";
import { callParameters, postAsTwilio, sid } from "../twilio/twilio";

const paths = [
  "/api/voice",
  "/api/voice/fallback",
  "/api/voice/status",
  ...[
    "go",
    "menu",
    "extension",
    "directory",
    "after-dial",
    "screen",
    "screened",
    "after-record",
    "after-name",
    "recorded",
    "transcribed",
  ].map((kind) => `/api/voice/${kind}/a/b/open/-/1/1/1`),
];

for (const path of paths) {
  test(`${path} refuses what Twilio did not sign, and asks no database`, async ({ office }) => {
    const { number } = await makeLine(office.db);
    const url = office.account.baseUrl + path;
    const parameters = callParameters({ to: number });
    office.database.takeRequests();

    const wrongToken = { ...office.account, authToken: "0".repeat(32) };
    expect((await postAsTwilio(wrongToken, url, parameters)).status).toBe(403);

    const form = new URLSearchParams({ AccountSid: office.account.accountSid, ...parameters });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const missing = await fetch(url, { method: "POST", headers, body: form });
    expect(missing.status).toBe(403);

    const signature = await sign(office.account.authToken, url, form);
    form.set("To", "+15550000000");
    const changed = await fetch(url, {
      method: "POST",
      headers: { ...headers, "x-twilio-signature": signature },
      body: form,
    });
    expect(changed.status).toBe(403);

    const otherAccount = { ...office.account, accountSid: sid("AC") };
    expect((await postAsTwilio(otherAccount, url, parameters)).status).toBe(403);

    expect(office.database.takeRequests()).toEqual([]);
  });

  test(`${path} takes POST alone`, async ({ office }) => {
    for (const method of ["GET", "PUT", "DELETE", "PATCH"]) {
      expect((await fetch(office.account.baseUrl + path, { method })).status, method).toBe(405);
    }
  });

  test(`${path} takes a form alone, and one of reasonable size`, async ({ office }) => {
    const url = office.account.baseUrl + path;
    const json = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    expect(json.status).toBe(415);
    const none = await fetch(url, { method: "POST" });
    expect(none.status).toBe(415);
    const huge = await postAsTwilio(office.account, url, {
      ...callParameters({ to: "+15550000000" }),
      X: "x".repeat(200_000),
    });
    expect(huge.status).toBe(413);
  });
}

test("a second token is taken while one is rotated", async ({ office }) => {
  const { number } = await makeLine(office.db);
  const secondary = "f".repeat(32);
  const rotating = await office.startAnotherApp({ TWILIO_AUTH_TOKEN_SECONDARY: secondary });
  const url = `${rotating.baseUrl}/api/voice`;
  const parameters = callParameters({ to: number });
  for (const authToken of [office.account.authToken, secondary]) {
    expect((await postAsTwilio({ ...office.account, authToken }, url, parameters)).status).toBe(200);
  }
});

test("behind a proxy the signature covers the public address", async ({ office }) => {
  const { number } = await makeLine(office.db);
  const pinned = await office.startAnotherApp({ PUBLIC_BASE_URL: "https://phones.example.com" });
  const form = new URLSearchParams({
    AccountSid: office.account.accountSid,
    ...callParameters({ to: number }),
  });
  const post = (signature: string, headers: Record<string, string> = {}) =>
    fetch(`${pinned.baseUrl}/api/voice`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-twilio-signature": signature,
        ...headers,
      },
      body: form,
    }).then((response) => response.status);
  const { authToken } = office.account;
  expect(await post(await sign(authToken, "https://phones.example.com/api/voice", form))).toBe(200);
  expect(await post(await sign(authToken, `${pinned.baseUrl}/api/voice`, form))).toBe(403);
});

test("without a pinned address the forwarded one counts", async ({ office }) => {
  const { number } = await makeLine(office.db);
  const unpinned = await office.startAnotherApp({ PUBLIC_BASE_URL: "" });
  const form = new URLSearchParams({
    AccountSid: office.account.accountSid,
    ...callParameters({ to: number }),
  });
  const response = await fetch(`${unpinned.baseUrl}/api/voice`, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-forwarded-host": "phones.example.com",
      "x-forwarded-proto": "https",
      "x-twilio-signature": await sign(
        office.account.authToken,
        "https://phones.example.com/api/voice",
        form,
      ),
    },
    body: form,
  });
  expect(response.status).toBe(200);
});
