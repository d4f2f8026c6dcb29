import type { APIRequestContext } from "@playwright/test";
import { eq } from "drizzle-orm";
import { decode, encode } from "next-auth/jwt";
import { Temporal } from "temporal-polyfill";
import { passwordResetTokens, signInAttempts, staffUsers } from "@/db/schema";
import { sessionCookie } from "@/lib/auth/session-cookies";
import { beginLife } from "@/lib/auth/session-life";
import { authSecret } from "../office/start-office";
import { callMutation } from "./call-mutation";
import { expect, type MadeStaff, test } from "./fixtures";

const signIn = { name: "signIn", filename: "app/sign-in/mutations.ts", at: "/sign-in" };
const signOut = { name: "signOut", filename: "app/(office)/mutations.ts", at: "/profile" };
const overHttps = { "x-forwarded-proto": "https" };

/** What an answer sets, whole, by the cookie's name. */
const cookiesSet = (answer: { headersArray(): { name: string; value: string }[] }): Map<string, string> =>
  new Map(
    answer
      .headersArray()
      .filter(({ name }) => name.toLowerCase() === "set-cookie")
      .map(({ value }) => [value.slice(0, value.indexOf("=")), value]),
  );

const tokenIn = (cookie = ""): string => cookie.slice(cookie.indexOf("=") + 1).split(";")[0] ?? "";

async function enter(
  request: APIRequestContext,
  { email, password }: MadeStaff,
  headers: Record<string, string> = {},
) {
  const answer = await callMutation({ request }, signIn, { email, password }, headers);
  return { answer, cookies: cookiesSet(answer) };
}

/** Where somebody who brings a session is, at a page that asks who they are: the page itself, or the sign-in page. */
async function isLetIn(request: APIRequestContext, token: string, name = sessionCookie, headers = {}) {
  const answer = await request.get("/profile", {
    maxRedirects: 0,
    headers: { cookie: `${name}=${token}`, ...headers },
  });
  expect([200, 307]).toContain(answer.status());
  return answer.status() === 200;
}

test("a session is out of reach of scripts and other sites, and over https bound to its host", async ({
  request,
  makeStaff,
}) => {
  const staff = await makeStaff();
  const { cookies } = await enter(request, staff);
  expect(cookies.get(sessionCookie)).toMatch(/; Path=\/;.*HttpOnly; SameSite=lax$/i);

  const { cookies: secure } = await enter(request, staff, overHttps);
  const name = `__Host-${sessionCookie}`;
  expect([...secure.keys()].filter((key) => !key.startsWith("__Host-"))).toEqual([]);
  for (const cookie of secure.values()) {
    expect(cookie).toMatch(/; Path=\/;/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=lax/i);
    expect(cookie).not.toMatch(/; Domain=/i);
    expect(cookie.length).toBeLessThan(4096);
  }
  const token = tokenIn(secure.get(name));
  expect(await isLetIn(request, token, name, overHttps)).toBe(true);
  // Planted without the prefix, as a page of a neighbouring host could, it is nobody's.
  expect(await isLetIn(request, token, sessionCookie, overHttps)).toBe(false);
  const csrf = cookiesSet(await request.get("/api/auth/csrf", { headers: overHttps }));
  expect(csrf.get("__Host-authjs.csrf-token")).toMatch(/HttpOnly; Secure; SameSite=Lax/i);
});

test("signing in makes a new session, whatever was brought, and signing out ends it and no other", async ({
  request,
  makeStaff,
  baseURL,
}) => {
  const [staff, other] = [await makeStaff(), await makeStaff("staff", "Ben Finch")];
  const theirs = tokenIn((await enter(request, other)).cookies.get(sessionCookie));
  // Somebody else's session is brought along to the sign-in form, as whoever plants one does.
  const brought = { cookie: `${sessionCookie}=${theirs}` };
  const here = tokenIn((await enter(request, staff, brought)).cookies.get(sessionCookie));
  const there = tokenIn((await enter(request, staff, brought)).cookies.get(sessionCookie));
  expect(new Set([theirs, here, there]).size).toBe(3);
  const read = async (token: string) => decode({ token, secret: authSecret, salt: sessionCookie });
  expect((await read(here))?.sub).toBe(staff.id);
  expect((await read(theirs))?.sub).toBe(other.id);
  expect((await read(here))?.sessionId).not.toBe((await read(there))?.sessionId);
  for (const token of [theirs, here, there]) expect(await isLetIn(request, token)).toBe(true);

  const answer = await callMutation({ request }, signOut, {}, { cookie: `${sessionCookie}=${here}` });
  expect(cookiesSet(answer).get(sessionCookie)).toMatch(/Max-Age=0|Expires=Thu, 01 Jan 1970/i);
  // A copy of the cookie is no way back, and other browsers go on.
  expect(await isLetIn(request, here)).toBe(false);
  expect(await isLetIn(request, there)).toBe(true);
  expect(await isLetIn(request, theirs)).toBe(true);

  // The same at next-auth's own URL, which asks for its own proof that a page of ours sent it.
  const csrf = await request.get("/api/auth/csrf");
  const { csrfToken } = await csrf.json();
  const cookie = `${sessionCookie}=${there}; authjs.csrf-token=${tokenIn(cookiesSet(csrf).get("authjs.csrf-token"))}`;
  const post = (form: Record<string, string>) =>
    request.post("/api/auth/signout", { form, maxRedirects: 0, headers: { cookie, origin: baseURL ?? "" } });
  await post({ csrfToken: "0".repeat(64) });
  expect(await isLetIn(request, there)).toBe(true);
  await post({ csrfToken });
  expect(await isLetIn(request, there)).toBe(false);
});

test("a session ends after thirty days however often it is renewed, and no token is made up", async ({
  request,
  makeStaff,
}) => {
  const staff = await makeStaff("owner");
  const now = Temporal.Now.instant();
  const own = { sub: staff.id, sessionVersion: 1 };
  const made = (token: Record<string, unknown>, secret = authSecret, salt = sessionCookie) =>
    encode({ token, secret, salt });
  const begun = (days: number) => beginLife(now.subtract({ hours: days * 24 }));
  expect(await isLetIn(request, await made({ ...own, ...begun(29) }))).toBe(true);
  const refused: [string, string][] = [
    ["too old", await made({ ...own, ...begun(31) })],
    ["without a life", await made(own)],
    ["of another secret", await made({ ...own, ...begun(0) }, "another secret, as long as the right one is")],
    ["of another cookie", await made({ ...own, ...begun(0) }, authSecret, "authjs.csrf-token")],
    ["of nobody", await made({ ...own, sub: "", ...begun(0) }).catch(() => "")],
    // Header {"alg":"none"} and claims that would do, unsigned.
    [
      "not encrypted",
      `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ ...own, ...begun(0) }))}.`.replaceAll("=", ""),
    ],
    ["nonsense", "nonsense"],
  ];
  for (const [what, token] of refused) expect(await isLetIn(request, token), what).toBe(false);

  // next-auth renews whatever it is shown: the beginning stays.
  const renew = async (days: number) => {
    const cookie = `${sessionCookie}=${await made({ ...own, ...begun(days) })}`;
    return cookiesSet(await request.get("/api/auth/session", { headers: { cookie } })).get(sessionCookie);
  };
  const renewed = await decode({
    token: tokenIn(await renew(29)),
    secret: authSecret,
    salt: sessionCookie,
  });
  expect(renewed?.startedAt).toBeLessThan(now.subtract({ hours: 28 * 24 }).epochMilliseconds);
  expect(tokenIn(await renew(31))).toBe("");
});

test("no link or form leads on to another site after signing in, however it is written", async ({
  request,
  page,
  makeStaff,
  signIn: begin,
  baseURL,
}) => {
  const staff = await makeStaff();
  const elsewhere = [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "/%09/evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "///evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http://evil.example@127.0.0.1",
    "/api/auth/signout",
  ];
  const { host } = new URL(baseURL ?? "");
  const staysHere = (target: string) => {
    const url = new URL(target.split(";")[0] ?? "", baseURL);
    expect([host, host.replace("127.0.0.1", "localhost")], target).toContain(url.host);
    expect(url.pathname, target).not.toMatch(/^\/\/|^\/api\//);
  };
  for (const callbackUrl of elsewhere) {
    const { email, password } = staff;
    const entered = await callMutation({ request }, signIn, { email, password, callbackUrl });
    staysHere(entered.headers()["x-action-redirect"] ?? "nowhere://");
    await begin(staff);
    const shown = await page.request.get(`/sign-in?${new URLSearchParams({ callbackUrl })}`, {
      maxRedirects: 0,
    });
    staysHere(shown.headers().location ?? "nowhere://");
    // next-auth's own URL, past our form.
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    const form = { csrfToken, email, password, callbackUrl };
    const past = await request.post("/api/auth/callback/credentials", { form, maxRedirects: 0 });
    const target = past.headers().location ?? "nowhere://";
    expect([host, host.replace("127.0.0.1", "localhost")], `${callbackUrl}: ${target}`).toContain(
      new URL(target, baseURL).host,
    );
  }
});

test("nobody learns from an answer whether somebody has an account", async ({
  request,
  office,
  makeStaff,
}) => {
  const [known, disabled] = [await makeStaff(), await makeStaff()];
  const unknown = { ...known, email: "nobody-at-all@example.com" };
  await office.db.update(staffUsers).set({ isDisabled: true }).where(eq(staffUsers.id, disabled.id));
  await office.db.delete(signInAttempts).where(eq(signInAttempts.email, unknown.email));
  const bodies = new Set<string>();
  for (const { email, password } of [
    { email: known.email, password: "not it" },
    unknown,
    // Whoever is disabled is told nothing by the right one either.
    disabled,
  ]) {
    const answer = await callMutation({ request }, signIn, { email, password });
    expect(answer.status()).toBe(200);
    expect([...cookiesSet(answer).keys()].filter((name) => name.includes("session-token"))).toEqual([]);
    bodies.add((await answer.text()).replaceAll(email, "…"));
    // Whoever has no account waits like whoever has one.
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    const post = () =>
      request.post("/api/auth/callback/credentials", {
        form: { csrfToken, email, password: "not it" },
        maxRedirects: 0,
      });
    const codes: (string | null)[] = [];
    for (let count = 0; count < 4; count++) {
      codes.push(new URL((await post()).headers().location ?? "", "http://nowhere").searchParams.get("code"));
    }
    expect(codes, email).toEqual(["wrong", "wrong", "wrong", "tooSoon"]);
  }
  expect([...bodies]).toHaveLength(1);
  // Without a mail server nobody is sent a link, whoever asks; with one, see the spec of forgotten passwords.
  const links = await office.db.$count(passwordResetTokens, eq(passwordResetTokens.staffUserId, known.id));
  const ask = {
    name: "askForPasswordLink",
    filename: "app/reset-password/mutations.ts",
    at: "/reset-password",
  };
  const asked = await Promise.all(
    [known, unknown].map(async ({ email }) =>
      (await (await callMutation({ request }, ask, { email })).text()).replaceAll(email, "…"),
    ),
  );
  expect(asked[0]).toBe(asked[1]);
  expect(await office.db.$count(passwordResetTokens, eq(passwordResetTokens.staffUserId, known.id))).toBe(
    links,
  );
});
