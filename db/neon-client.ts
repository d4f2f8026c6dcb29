import { type NeonQueryFunction, neon, neonConfig } from "@neondatabase/serverless";

export interface ConnectionSettings {
  databaseUrl: string;
  /** Another place that speaks Neon's HTTP protocol. Left out, Neon's own is derived from `databaseUrl`. */
  httpEndpoint?: string | undefined;
  /** How long one request may take, to the last byte of its answer. */
  timeoutMilliseconds?: number | undefined;
  /** What sends a request, where it is not the global one. */
  fetch?: typeof fetch | undefined;
}

const defaultTimeoutMilliseconds = 10_000;

type OwnSettings = Omit<ConnectionSettings, "databaseUrl">;
type RequestOptions = RequestInit & { switchboard?: OwnSettings };

// Neon's driver takes a fetch function and an endpoint for the whole process alone, but hands each
// client's `fetchOptions` on to that function: so our settings travel in them, one set a client.
neonConfig.fetchFunction = (neonEndpoint: string, { switchboard, ...options }: RequestOptions) =>
  switchboard ? askWithin(switchboard, neonEndpoint, options) : fetch(neonEndpoint, options);

/** What the driver asks of an answer. The driver has no time limit of its own. */
async function askWithin(
  { httpEndpoint, timeoutMilliseconds = defaultTimeoutMilliseconds, fetch: send = fetch }: OwnSettings,
  neonEndpoint: string,
  options: RequestInit,
): Promise<Pick<Response, "ok" | "status" | "text" | "json">> {
  // A timer that is cleared: AbortSignal.timeout keeps each request in memory for the whole of its time, and took a sixth
  // of what a call costs.
  const limit = new AbortController();
  const giveUp = () => limit.abort(new Error(`The database took longer than ${timeoutMilliseconds} ms.`));
  const timer = setTimeout(giveUp, timeoutMilliseconds);
  try {
    const response = await send(httpEndpoint ?? neonEndpoint, { ...options, signal: limit.signal });
    const { ok, status } = response;
    // Within the limit as well: an answer may stall after its headers.
    const text = await response.text();
    return { ok, status, text: async () => text, json: async () => JSON.parse(text) };
  } finally {
    clearTimeout(timer);
  }
}

type Client = NeonQueryFunction<false, false>;

/**
 * What a statement that is text already is sent through. Drizzle's database is one; a call has the client alone, without
 * the fifth of Drizzle that makes statements of everything else.
 */
export interface HasClient {
  readonly $client: Client;
}

/**
 * Neon's client, with Web APIs alone. Nothing is sent until the first statement, so it never throws for a database that is
 * away.
 *
 * @throws if `databaseUrl` is not a connection string.
 */
export function openClient({ databaseUrl, ...settings }: ConnectionSettings): Client {
  // Without "no-store" Next.js may answer a page from the day it was built.
  const fetchOptions = { cache: "no-store", switchboard: settings };
  return neon(databaseUrl, { fetchOptions });
}
