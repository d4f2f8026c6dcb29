/**
 * Whether a request was sent by a page of this app. Server actions are checked by Next.js; a route handler that changes
 * something asks this. Browsers say it themselves (Fetch Metadata, "Sec-Fetch-Site"); one that does not yet is judged by
 * the origin that it names.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? headers.get("host");
  return origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host;
}
