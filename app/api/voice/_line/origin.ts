import type { Settings } from "@/lib/settings-schema";

/**
 * The origin under which Twilio knows this app: what it signed, and what step URLs begin with. Behind a proxy the
 * request's own URL is an inner one. A preview takes its own address, since the pinned one is production's.
 */
export function publicOrigin(
  request: Request,
  settings: Pick<Settings, "PUBLIC_BASE_URL" | "VERCEL_ENV">,
): string {
  if (settings.PUBLIC_BASE_URL && settings.VERCEL_ENV !== "preview") return settings.PUBLIC_BASE_URL;
  const inner = new URL(request.url);
  const first = (header: string) => request.headers.get(header)?.split(",")[0]?.trim();
  const protocol = first("x-forwarded-proto") ?? inner.protocol.replace(":", "");
  const host = first("x-forwarded-host") ?? request.headers.get("host") ?? inner.host;
  return `${protocol}://${host}`;
}

/** The segments of a step's path, as the folder `[...step]` names them, with and without the prefix Next.js may add. */
const addedByNext = /^(nxtP)?step(=|$)/;

/**
 * Path and query as they were asked for. Next.js adds the parameters of a dynamic route to an edge request's query; they
 * are cut out as text, since a query that is parsed and put together again is not always what was signed.
 */
export function requestedPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  const pairs = search.slice(1).split("&");
  const own = pairs.filter((pair) => !addedByNext.test(pair));
  return own.length === pairs.length
    ? pathname + search
    : pathname + (own.length > 0 ? `?${own.join("&")}` : "");
}
