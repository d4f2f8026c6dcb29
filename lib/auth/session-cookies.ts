import type { NextAuthConfig } from "next-auth";
import { hostPrefix } from "./over-https";

/** The session's cookie, before its prefix; also what its key is salted with. */
export const sessionCookie = "authjs.session-token";

const cookies = {
  sessionToken: sessionCookie,
  callbackUrl: "authjs.callback-url",
  csrfToken: "authjs.csrf-token",
  pkceCodeVerifier: "authjs.pkce.code_verifier",
  state: "authjs.state",
  nonce: "authjs.nonce",
} as const;

/**
 * How next-auth's cookies are called and sent: out of reach of scripts and of other sites' forms, as it does by itself;
 * and over https bound to this host, which it does for one of them alone. Another host of the same domain could otherwise
 * plant its own.
 */
export function cookieSettings(isSecure: boolean): Pick<NextAuthConfig, "useSecureCookies" | "cookies"> {
  const prefix = isSecure ? hostPrefix : "";
  return {
    useSecureCookies: isSecure,
    cookies: Object.fromEntries(Object.entries(cookies).map(([use, name]) => [use, { name: prefix + name }])),
  };
}
