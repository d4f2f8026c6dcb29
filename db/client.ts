import { neon, neonConfig } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/neon-http";

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

type RequestOptions = RequestInit & { switchboard?: Omit<ConnectionSettings, "databaseUrl"> };

// Neon's driver takes a fetch function and an endpoint for the whole process alone, but hands each
// client's `fetchOptions` on to that function: so our settings travel in them, one set a client.
neonConfig.fetchFunction = (neonEndpoint: string, { switchboard, ...options }: RequestOptions) =>
  switchboard === undefined
    ? fetch(neonEndpoint, options)
    : (switchboard.fetch ?? fetch)(switchboard.httpEndpoint ?? neonEndpoint, {
        ...options,
        // The signal also ends an answer that stalls after its headers. The driver has no limit of its own.
        signal: AbortSignal.timeout(switchboard.timeoutMilliseconds ?? defaultTimeoutMilliseconds),
      });

/**
 * A Drizzle client that speaks to Postgres over HTTP, with Web APIs alone. Nothing is sent until the first
 * query, so it never throws for a database that is away.
 *
 * @throws if `databaseUrl` is not a connection string.
 */
export function connect({ databaseUrl, ...settings }: ConnectionSettings) {
  // Without "no-store" Next.js may answer a page from the day it was built.
  const fetchOptions = { cache: "no-store", switchboard: settings };
  const client = neon(databaseUrl, { fetchOptions });
  return drizzle({ client });
}

export type Database = ReturnType<typeof connect>;
