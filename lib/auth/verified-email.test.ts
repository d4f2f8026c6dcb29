import { describe, expect, it } from "vitest";
import type { Settings } from "../settings-schema";
import { verifiedEmail } from "./verified-email";

const tenant = "3f2a1b4c-0000-4000-8000-123456789abc";
const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;
const settings: Settings = {
  DATABASE_URL: "postgresql://user:password@db.example/switchboard",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  AUTH_MICROSOFT_ENTRA_ID_ISSUER: issuer,
};
const email = "Olive@Example.com";

describe("verifiedEmail", () => {
  it("takes an address that Google has verified, in lower case", () => {
    expect(verifiedEmail("google", { email, email_verified: true }, settings)).toBe("olive@example.com");
  });

  it.each<[string, Record<string, unknown>]>([
    ["that has not been verified", { email, email_verified: false }],
    ["of which it does not say so", { email }],
    ["of which something else says so", { email, email_verified: "true" }],
    ["that is none", { email_verified: true }],
  ])("takes no address from Google %s", (_, claims) => {
    expect(verifiedEmail("google", claims, settings)).toBeNull();
  });

  it.each<[string, Record<string, unknown>]>([
    ["a member of the tenant", {}],
    ["a member, named as one", { idp: issuer }],
    ["a member whose domain is verified", { xms_edov: true }],
  ])("takes the address of %s from Microsoft", (_, more) => {
    const claims = { email, iss: issuer, tid: tenant, ...more };
    expect(verifiedEmail("microsoft-entra-id", claims, settings)).toBe("olive@example.com");
  });

  it.each<[string, Record<string, unknown>]>([
    ["another tenant", { tid: "00000000-0000-4000-8000-000000000000" }],
    ["another issuer", { iss: "https://login.microsoftonline.com/common/v2.0" }],
    ["a guest", { idp: "https://sts.windows.net/00000000-0000-4000-8000-000000000000/" }],
    ["a domain that nobody has verified", { xms_edov: false }],
    ["no address at all", { email: undefined }],
  ])("takes none of %s", (_, more) => {
    const claims = { email, iss: issuer, tid: tenant, ...more };
    expect(verifiedEmail("microsoft-entra-id", claims, settings)).toBeNull();
  });

  it("takes none where no tenant is set, and none of anybody else", () => {
    const { AUTH_MICROSOFT_ENTRA_ID_ISSUER: _, ...without } = settings;
    expect(verifiedEmail("microsoft-entra-id", { email, iss: issuer, tid: tenant }, without)).toBeNull();
    expect(verifiedEmail("github", { email, email_verified: true }, settings)).toBeNull();
  });
});
