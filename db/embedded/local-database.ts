import { once } from "node:events";
import { get } from "node:http";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type DatabaseAddress, defaultFolder } from "./address";
import { findRunning } from "./find-running";
import { forkServing } from "./fork-serving";
import type { ServeReport } from "./serve";

const patienceMilliseconds = 60_000;
const pauseMilliseconds = 100;

export interface LocalDatabase {
  databaseUrl: string;
  httpEndpoint?: string;
  /** Gives the database back; it stops when nobody else uses it. */
  close(): void;
}

/**
 * The database that a script on this machine works on: the one that DATABASE_URL names or, failing that, the embedded
 * one, which is started when it is not running and shared when it is.
 *
 * @throws on Vercel, if DATABASE_URL is missing
 */
export async function ensureLocalDatabase(folder: string = defaultFolder): Promise<LocalDatabase> {
  const { DATABASE_URL, NEON_HTTP_ENDPOINT, VERCEL } = process.env;
  if (DATABASE_URL) {
    return {
      databaseUrl: DATABASE_URL,
      ...(NEON_HTTP_ENDPOINT && { httpEndpoint: NEON_HTTP_ENDPOINT }),
      close() {},
    };
  }
  if (VERCEL) throw new Error("DATABASE_URL is not set, and there is no embedded database on Vercel.");
  return await shareEmbeddedDatabase(resolve(folder));
}

/** Runs one task on the local database. */
export async function withLocalDatabase<T>(task: (database: LocalDatabase) => Promise<T>): Promise<T> {
  const database = await ensureLocalDatabase();
  try {
    return await task(database);
  } finally {
    database.close();
  }
}

async function shareEmbeddedDatabase(folder: string): Promise<LocalDatabase> {
  const givesUpAt = Date.now() + patienceMilliseconds;
  for (;;) {
    const running = await findRunning(folder);
    if (running === null) await startServing(folder);
    else if (running.state === "ready") {
      const lease = await takeLease(running);
      if (lease !== null)
        return { databaseUrl: running.databaseUrl, httpEndpoint: running.httpEndpoint, ...lease };
    } else if (Date.now() > givesUpAt) {
      const { pid, machine } = running.holder;
      throw new Error(
        `The database in ${folder} is in use by process ${pid} on ${machine}, which does not answer. End it first; ` +
          `if there is no such process any more, delete ${folder}.lock.`,
      );
    }
    await sleep(pauseMilliseconds);
  }
}

async function startServing(folder: string) {
  const child = forkServing(folder);
  const [report] = (await Promise.race([once(child, "message"), once(child, "exit")])) as [
    ServeReport | number,
  ];
  if (child.connected) child.disconnect();
  child.unref();
  if (typeof report !== "object") throw new Error("The embedded database stopped before it was ready.");
  if (report.type === "failed") throw new Error(report.message);
}

async function takeLease({ httpEndpoint }: DatabaseAddress): Promise<{ close(): void } | null> {
  const request = get(new URL("/lease", httpEndpoint), { agent: false });
  try {
    const [response] = await once(request, "response");
    // The other end is gone when this fires, and so is the database: the next query says so.
    request.on("error", () => {});
    response.resume();
    return response.statusCode === 200 ? { close: () => request.destroy() } : null;
  } catch {
    return null;
  }
}
