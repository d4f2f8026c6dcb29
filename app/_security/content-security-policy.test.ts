import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, makeNonce } from "./content-security-policy";

const sourcesOf = (policy: string, directive: string) =>
  policy
    .split("; ")
    .find((words) => words.startsWith(`${directive} `))
    ?.split(" ")
    .slice(1);

describe("contentSecurityPolicy", () => {
  it("runs no script without the nonce", () => {
    expect(sourcesOf(contentSecurityPolicy("abc="), "script-src")).toEqual([
      "'nonce-abc='",
      "'strict-dynamic'",
    ]);
  });

  it("allows eval while developing alone", () => {
    expect(contentSecurityPolicy("abc=")).not.toContain("eval");
    expect(contentSecurityPolicy("abc=", { isDevelopment: true })).toContain("'unsafe-eval'");
  });

  it("can be framed by nobody and sends forms nowhere else", () => {
    const policy = contentSecurityPolicy("abc=");
    expect(sourcesOf(policy, "frame-ancestors")).toEqual(["'none'"]);
    expect(sourcesOf(policy, "form-action")).toEqual(["'self'"]);
  });

  it("lets a form lead on to where people sign in, where there is such a place", () => {
    const policy = contentSecurityPolicy("abc=", { formOrigins: ["https://accounts.google.com"] });
    expect(sourcesOf(policy, "form-action")).toEqual(["'self'", "https://accounts.google.com"]);
  });
});

describe("makeNonce", () => {
  it("is 128 random bits in base64, which Next.js can find in the policy", () => {
    const nonces = new Set(Array.from({ length: 100 }, makeNonce));
    expect(nonces.size).toBe(100);
    for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  });
});
