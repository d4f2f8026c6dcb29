/**
 * Whether a browser sent a request from a page of ours. For route handlers that change something: Next.js asks the same
 * of server actions. Every browser names the origin of a POST (Fetch Standard, "append a request Origin header").
 */
export function isFromOurPages(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const hosts = [headers.get("x-forwarded-host")?.split(",")[0]?.trim(), headers.get("host")];
  return hosts.includes(new URL(origin).host);
}
