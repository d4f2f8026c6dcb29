import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, makeNonce, nonceHeader } from "@/app/_security/content-security-policy";
import { providerOrigins } from "@/lib/auth/provider-list";
import { requestedPathHeader } from "@/lib/auth/requested-path";
import { settings } from "@/lib/env";

/** The compiler writes the value in: it is no setting. */
// biome-ignore lint/style/noProcessEnv: see above.
const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Gives each page its content security policy, and tells it its own path. It lets nobody in and keeps nobody out: every
 * page and every mutation checks for itself who is signed in.
 */
export function proxy(request: NextRequest): NextResponse {
  // Postgres stores no such character, so nothing has one in its address; a search for it would be our own failure.
  if (/%00/.test(request.nextUrl.href))
    return new NextResponse("This address cannot be read.\n", { status: 400 });
  const nonce = makeNonce();
  const policy = contentSecurityPolicy(nonce, {
    isDevelopment,
    formOrigins: providerOrigins(settings()),
  });
  const { pathname, search } = request.nextUrl;

  const headers = new Headers(request.headers);
  headers.set(nonceHeader, nonce);
  headers.set(requestedPathHeader, pathname + search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Pages: not what Twilio and next-auth call, and no files. Prefetched pages too, since one of them may be shown. */
export const config = {
  matcher: ["/((?!api/|_next/|icons/|sounds/|audio/|worklets/|favicon\\.ico$|manifest\\.webmanifest$).*)"],
};
