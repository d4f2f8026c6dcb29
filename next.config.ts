import type { NextConfig } from "next";
import { PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER } from "next/constants";
import { announceFirstRun } from "./lib/auth/announce-first-run";
import { readSettings } from "./lib/settings-schema";

/** What a page may ask the browser for. */
function permissionsPolicy(microphone: "()" | "(self)"): string {
  return `camera=(), microphone=${microphone}, geolocation=(), payment=(), usb=()`;
}

/** For every answer. */
const headersOfAll = {
  "X-Content-Type-Options": "nosniff",
  // Two years, in seconds; of this host and those below it, not of those beside it.
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
};

/** For pages; what Twilio calls is read by no browser. The content security policy, which is new each time, is in `proxy.ts`. */
const pageHeaders = {
  "Referrer-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Permissions-Policy": permissionsPolicy("()"),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** One character of an address: itself, or the bytes that UTF-8 makes of it (RFC 3986, 2.1; RFC 3629, 4). */
const anyCharacter = [
  "[^%]",
  "%[0-7][0-9a-fA-F]",
  "%(?:[cC][2-9a-fA-F]|[dD][0-9a-fA-F])%[89abAB][0-9a-fA-F]",
  "%[eE][0-9a-fA-F](?:%[89abAB][0-9a-fA-F]){2}",
  "%[fF][0-4](?:%[89abAB][0-9a-fA-F]){3}",
].join("|");

/** For what `proxy.ts` leaves alone: files and what scripts ask. Should one be shown as a page, it can do nothing. */
const filePolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** For sounds: opened in a tab of its own, one is played by a page that the browser makes, under the sound's own policy. */
const soundPolicy = `${filePolicy}; media-src 'self'`;

const list = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` and `vercel-build` do it, and once is enough.
  typescript: { ignoreBuildErrors: true },
  // Next.js would answer 500 to an address that cannot be decoded: `app/api/[...unknown]/route.ts` answers 404.
  rewrites: async () => ({
    beforeFiles: [{ source: `/((?!(?:${anyCharacter})*$).*)`, destination: "/api/not-an-address" }],
  }),
  headers: async () => [
    { source: "/(.*)", headers: list(headersOfAll) },
    { source: "/((?!api/voice).*)", headers: list(pageHeaders) },
    {
      source: "/(api/(?!voice).*|icons/.*|worklets/.*|_next/.*|favicon.ico|manifest.webmanifest)",
      headers: list({ "Content-Security-Policy": filePolicy }),
    },
    { source: "/(sounds/.*|audio/.*)", headers: list({ "Content-Security-Policy": soundPolicy }) },
    // Next.js would have browsers ask for a page's icon again with each page; an icon that changes may take a day to.
    { source: "/icons/(.*)", headers: list({ "Cache-Control": "public, max-age=86400" }) },
    // Where greetings are recorded; of two headers of one name the last counts.
    {
      source: "/greetings/:form",
      headers: [{ key: "Permissions-Policy", value: permissionsPolicy("(self)") }],
    },
  ],
};

/**
 * A missing or malformed setting stops the start, and on Vercel the build, rather than the first call. Elsewhere a
 * build needs no settings: it is the start that does.
 *
 * @throws SettingsError naming each variable.
 */
export default function configFor(phase: string): NextConfig {
  const isBuildOnVercel = phase === PHASE_PRODUCTION_BUILD && process.env.VERCEL !== undefined;
  if (phase === PHASE_PRODUCTION_SERVER || isBuildOnVercel) {
    const settings = readSettings(process.env);
    // Here and not in `instrumentation.ts`, which every edge function would carry.
    if (phase === PHASE_PRODUCTION_SERVER) void announceFirstRun(settings);
  }
  return config;
}
