import { type HasClient, openClient } from "@/db/neon-client";
import { settings } from "@/lib/env";

/** A caller waits: Twilio gives 15 seconds in all, and after two of silence people wonder. */
const mostMilliseconds = 2000;

let database: HasClient | undefined;

/** The call path's own connection: over HTTP, with its time limit on every request. */
export function callPathDatabase(): HasClient {
  const { DATABASE_URL, NEON_HTTP_ENDPOINT } = settings();
  database ??= {
    $client: openClient({
      databaseUrl: DATABASE_URL,
      httpEndpoint: NEON_HTTP_ENDPOINT,
      timeoutMilliseconds: mostMilliseconds,
      fetch: plainFetch,
    }),
  };
  return database;
}

/**
 * A database that redirects is none of ours, and would be sent our password. Refusing also spares the runtime the copy of a
 * request that it keeps in case it has to be sent again. A runtime that cannot refuse says so of any request.
 */
function redirectMode(): RequestRedirect {
  try {
    return new Request("https://db.invalid", { redirect: "error" }).redirect;
  } catch {
    return "follow";
  }
}

const redirect = redirectMode();

/**
 * Next.js puts a fetch of its own before the runtime's, to trace and to keep answers. A call wants neither, and pays for it
 * twice. Where Next.js no longer names the runtime's, its own is used as it is.
 */
const plainFetch: typeof fetch = (input, init) =>
  ((fetch as typeof fetch & { _nextOriginalFetch?: typeof fetch })._nextOriginalFetch ?? fetch)(input, {
    ...init,
    redirect,
  });
