import type { ConnectionSettings } from "./client";

/** What a statement of the call path is sent through: a Drizzle client is one too. */
export interface StatementClient {
  $client: {
    query(text: string, parameters: StatementParameter[]): PromiseLike<Record<string, unknown>[]>;
  };
}

export type StatementParameter = string | number | boolean | null;

/** As Neon writes it, of which only this is read. A value is text as Postgres prints it. */
interface Answer {
  fields: { name: string; dataTypeID: number }[];
  rows: (string | null)[][];
}

/** Postgres's ids of the types json and jsonb. */
const jsonTypes = [114, 3802];

/**
 * Speaks Neon's HTTP protocol, one statement a request, and no more of it than a call needs. Neon's own driver, which all
 * else goes through, is a fifth of what an edge function may weigh, and takes the connection string apart for each
 * statement. Nothing is sent until the first one.
 *
 * Source: Neon, "Neon serverless driver"; proxy/src/serverless in neondatabase/neon.
 *
 * @throws if `databaseUrl` is not a connection string.
 */
export function openStatementClient(
  settings: ConnectionSettings & { timeoutMilliseconds: number },
): StatementClient {
  // Under a scheme that URL does not know, host and password would be left as they are written.
  const url = new URL(settings.databaseUrl.replace(/^postgres(ql)?:/, "http:"));
  // Neon's API has the first label of the database's host replaced.
  const endpoint = settings.httpEndpoint ?? `https://${url.hostname.replace(/^[^.]+\./, "api.")}/sql`;
  const headers = {
    "Neon-Connection-String": url.href.replace(/^http:/, "postgresql:"),
    "Neon-Raw-Text-Output": "true",
    "Neon-Array-Mode": "true",
  };
  const texts = new Map<string, string>();
  /** The statements are few and long: each is written as JSON once. */
  const asJson = (text: string): string => {
    const json = texts.get(text) ?? JSON.stringify(text);
    texts.set(text, json);
    return json;
  };
  return {
    $client: {
      query: async (text, parameters) => {
        const limit = new AbortController();
        // A timer that is cleared: AbortSignal.timeout would keep each request in memory for the whole of its time.
        const timer = setTimeout(
          () => limit.abort(new Error(`The database took longer than ${settings.timeoutMilliseconds} ms.`)),
          settings.timeoutMilliseconds,
        );
        try {
          const response = await plainFetch()(endpoint, {
            method: "POST",
            headers,
            body: `{"query":${asJson(text)},"params":${JSON.stringify(parameters)}}`,
            cache: "no-store",
            // The signal also ends an answer that stalls after its headers.
            signal: limit.signal,
          });
          if (!response.ok) throw new Error(await complaintOf(response));
          return rowsOf(await response.json());
        } finally {
          clearTimeout(timer);
        }
      },
    },
  };
}

/** Next.js puts a fetch of its own before the runtime's, to trace and to keep answers. A call wants neither, twice over. */
const plainFetch = (): typeof fetch =>
  (fetch as typeof fetch & { _nextOriginalFetch?: typeof fetch })._nextOriginalFetch ?? fetch;

async function complaintOf(response: Response): Promise<string> {
  const text = await response.text();
  if (response.status !== 400) return `The database answered ${response.status}: ${text.slice(0, 500)}`;
  const { message, code } = JSON.parse(text) as { message: string; code?: string | null };
  return code ? `${message} (${code})` : message;
}

/** @throws if it is not what a database answers. */
function rowsOf({ fields, rows }: Answer): Record<string, unknown>[] {
  return rows.map((row) =>
    Object.fromEntries(fields.map(({ name, dataTypeID }, column) => [name, parsed(row[column], dataTypeID)])),
  );
}

const parsed = (text: string | null | undefined, type: number): unknown =>
  typeof text === "string" && jsonTypes.includes(type) ? JSON.parse(text) : (text ?? null);
