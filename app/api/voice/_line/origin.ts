import type { Settings } from "@/lib/env";

/**
 * The origin under which Twilio knows this app: what it signed, and what step URLs begin with. Behind a proxy the
 * request's own URL is an inner one. A preview takes its own address, since the pinned one is production's.
 */
export function publicOrigin(request: Request, settings: Settings): string {
  if (settings.PUBLIC_BASE_URL && settings.VERCEL_ENV !== "preview") return settings.PUBLIC_BASE_URL;
  const inner = new URL(request.url);
  const first = (header: string) => request.headers.get(header)?.split(",")[0]?.trim();
  const protocol = first("x-forwarded-proto") ?? inner.protocol.replace(":", "");
  const host = first("x-forwarded-host") ?? request.headers.get("host") ?? inner.host;
  return `${protocol}://${host}`;
}
