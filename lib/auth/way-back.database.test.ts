import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { NextRequest } from "next/server";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { invitations, staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { Settings } from "../settings-schema";

const tenant = "3f2a1b4c-0000-4000-8000-123456789abc";
const microsoft = `https://login.microsoftonline.com/${tenant}/v2.0`;

const here = vi.hoisted(() => ({ db: null as unknown, settings: null as unknown, refused: vi.fn() }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ host: "phones.example" }) }));
vi.mock("./page-database", () => ({ pageDatabase: () => here.db }));
vi.mock("@/lib/env", () => ({ settings: () => here.settings }));
vi.mock("@/lib/log", () => ({ logFault: vi.fn(), logRefusal: here.refused }));

const settings: Settings = {
  DATABASE_URL: "postgresql://owner@db.example/office",
  AUTH_SECRET: "a secret of the tests, long enough to be one",
  AUTH_GOOGLE_ID: "google-id",
  AUTH_GOOGLE_SECRET: "google-secret",
  AUTH_MICROSOFT_ENTRA_ID_ID: "entra-id",
  AUTH_MICROSOFT_ENTRA_ID_SECRET: "entra-secret",
  AUTH_MICROSOFT_ENTRA_ID_ISSUER: microsoft,
};

let test: TestDatabase;
let handlers: typeof import("./auth").handlers;
beforeAll(async () => {
  test = await openTestDatabase();
  Object.assign(here, { db: test.db, settings });
  ({ handlers } = await import("./auth"));
}, 60_000);
afterAll(() => test.close());
afterEach(() => {
  vi.unstubAllGlobals();
  here.refused.mockClear();
});

type Provider = "google" | "microsoft-entra-id";
type Claims = Record<string, unknown>;

const issuers = { google: "https://accounts.google.com", "microsoft-entra-id": microsoft };
const clientIds = { google: "google-id", "microsoft-entra-id": "entra-id" };

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What the provider stands for: its description of itself, and the token that it gives for a code. */
function standIn(provider: Provider, challenge: string, claims: Claims): typeof fetch {
  const issuer = issuers[provider];
  const real = globalThis.fetch;
  return async (input, init) => {
    const { href, hostname, pathname } = new URL(input instanceof Request ? input.url : String(input));
    // The database of the test.
    if (hostname === "127.0.0.1") return real(input, init);
    if (pathname.endsWith("/.well-known/openid-configuration")) {
      return Response.json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/person`,
        jwks_uri: `${issuer}/keys`,
      });
    }
    if (href !== `${issuer}/token`) throw new Error(`${href} was asked.`);
    const form = new URLSearchParams(String(init?.body));
    // As a provider does: RFC 7636, 4.6.
    const answered = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (answered !== challenge) return Response.json({ error: "invalid_grant" }, { status: 400 });
    const now = Math.floor(Date.now() / 1000);
    const token = { iss: issuer, aud: clientIds[provider], sub: "42", iat: now, exp: now + 600, ...claims };
    // Its signature is not looked at: it comes from the provider itself, over TLS (OpenID Connect Core, 3.1.3.7).
    const idToken = [base64url({ alg: "RS256", typ: "JWT" }), base64url(token), base64url("signature")];
    return Response.json({
      access_token: "of no use here",
      token_type: "Bearer",
      expires_in: 600,
      id_token: idToken.join("."),
    });
  };
}

const own = (path: string) => `https://phones.example${path}`;

/** As a browser keeps them, for the next request. */
class Cookies {
  readonly #kept = new Map<string, string>();

  take(response: Response): string[] {
    const set = response.headers.getSetCookie().flatMap((line) => {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#kept.set(name, value);
      return value === "" ? [] : [name];
    });
    return set;
  }

  forget(part: string) {
    for (const name of this.#kept.keys()) if (name.includes(part)) this.#kept.delete(name);
  }

  get header(): string {
    return [...this.#kept].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}

interface Way {
  provider: Provider;
  claims: Claims;
  /** What happens on the way. */
  meanwhile?: (way: { back: URL; cookies: Cookies; challenge: string }) => { challenge?: string } | undefined;
}

/** Signs in at a provider and comes back: where that leads, and whether a session begins. */
async function signIn({
  provider,
  claims,
  meanwhile,
}: Way): Promise<{ leadsTo: string; hasSession: boolean }> {
  const cookies = new Cookies();
  const ask = async (path: string, init: { method?: string; body?: URLSearchParams } = {}) => {
    const request = new NextRequest(own(path), { ...init, headers: { cookie: cookies.header } });
    const response = await (init.method === "POST" ? handlers.POST : handlers.GET)(request);
    return { response, set: cookies.take(response) };
  };
  const { csrfToken } = await (await ask("/api/auth/csrf")).response.json();
  const begun = await ask(`/api/auth/signin/${provider}`, {
    method: "POST",
    body: new URLSearchParams({ csrfToken, callbackUrl: own("/voicemails") }),
  });
  const { searchParams } = new URL(begun.response.headers.get("location") ?? "");
  const challenge = searchParams.get("code_challenge") ?? "";
  const back = new URL(searchParams.get("redirect_uri") ?? "");
  back.searchParams.set("code", "a-code");
  back.searchParams.set("state", searchParams.get("state") ?? "");
  const changed = meanwhile?.({ back, cookies, challenge });
  const given = { nonce: searchParams.get("nonce"), ...claims };
  vi.stubGlobal("fetch", standIn(provider, changed?.challenge ?? challenge, given));
  const { response, set } = await ask(back.pathname + back.search);
  return {
    leadsTo: (response.headers.get("location") ?? "").replace(own(""), ""),
    hasSession: set.some((name) => name.includes("session-token")),
  };
}

async function makeStaff(given: Partial<typeof staffUsers.$inferInsert> = {}): Promise<string> {
  const email = `${randomUUID()}@example.com`;
  await test.db.insert(staffUsers).values({ email, name: "Ana", role: "owner", ...given });
  return email;
}

const members = { google: { email_verified: true }, "microsoft-entra-id": { tid: tenant } };

describe.each(["google", "microsoft-entra-id"] as const)("the way back from %s", (provider) => {
  const member = members[provider];

  it("begins a session of whoever is on the staff, and leads on to where they were going", async () => {
    const email = (await makeStaff()).toUpperCase();
    expect(await signIn({ provider, claims: { ...member, email } })).toEqual({
      leadsTo: "/voicemails",
      hasSession: true,
    });
  });

  it("makes a staff user of somebody who has been invited", async () => {
    const email = `${randomUUID()}@example.com`;
    const expiresAt = new Date(Date.now() + 3_600_000);
    await test.db.insert(invitations).values({ email, role: "manager", tokenHash: randomUUID(), expiresAt });
    expect(await signIn({ provider, claims: { ...member, email } })).toMatchObject({ hasSession: true });
    const [made] = await test.db.select().from(staffUsers).where(eq(staffUsers.email, email));
    expect(made).toMatchObject({ role: "manager", passwordHash: null });
  });

  it.each([
    ["has no account and no invitation", async () => ({ email: `${randomUUID()}@example.com` })],
    ["is disabled", async () => ({ email: await makeStaff({ isDisabled: true }) })],
    ["brings no address", async () => ({ email: undefined })],
    [
      "brings an address that nobody vouches for",
      async () => ({ email: await makeStaff(), email_verified: false, tid: randomUUID() }),
    ],
  ])("lets in nobody who %s, and puts it into the log without saying who", async (_, claims) => {
    const given = await claims();
    expect(await signIn({ provider, claims: { ...member, ...given } })).toEqual({
      leadsTo: "/sign-in?error=AccessDenied",
      hasSession: false,
    });
    expect(here.refused).toHaveBeenCalledWith("access.refused", { provider, reason: expect.any(String) });
    expect(JSON.stringify(here.refused.mock.calls)).not.toContain("@");
  });

  const foreign: [string, Partial<Way> & { more?: Claims }][] = [
    ["another state", { meanwhile: ({ back }) => void back.searchParams.set("state", "made-up") }],
    ["no state", { meanwhile: ({ back }) => void back.searchParams.delete("state") }],
    ["the state of another browser", { meanwhile: ({ cookies }) => void cookies.forget("state") }],
    ["the verifier of another browser", { meanwhile: ({ cookies }) => void cookies.forget("pkce") }],
    ["a code that was given to another", { meanwhile: () => ({ challenge: "another" }) }],
    ["a token made for another way", { more: { nonce: "another" } }],
    ["a token for another app", { more: { aud: "another-app" } }],
    ["a token of another issuer", { more: { iss: "https://issuer.example" } }],
    ["a token of yesterday", { more: { exp: Math.floor(Date.now() / 1000) - 86_400 } }],
  ];
  it.each(foreign)("refuses %s", async (_, { more, meanwhile }) => {
    const claims = { ...member, email: await makeStaff(), ...more };
    const { leadsTo, hasSession } = await signIn({ provider, claims, ...(meanwhile && { meanwhile }) });
    expect(hasSession).toBe(false);
    expect(leadsTo).toMatch(/^\/sign-in\?error=/);
  });
});
