import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { PGlite } from "@electric-sql/pglite";
import { addressOf, type DatabaseAddress } from "./address";
import { askHolder, type HolderState } from "./ask-holder";
import type { SessionLostError } from "./exchange";
import { openEndpoint } from "./http-endpoint";
import type { Leases } from "./leases";
import { type Holder, readHolder, releaseLock, tryLock } from "./lock-file";
import { openDatabase, type PlanCacheMode } from "./open-database";
import { openSession } from "./session";

export interface EmbeddedDatabase extends DatabaseAddress {
  readonly leases: Leases;
  /** Everything in it, for `contents` of another one. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
}

export interface EmbeddedDatabaseOptions {
  /** Where the files are. Left out, the database lives in memory. */
  folder?: string;
  /** Left out, any free port. */
  port?: number;
  /** What a database in memory begins with. */
  contents?: Blob;
  /** Left out, once for all values: planning in WebAssembly costs more than running. */
  planCacheMode?: PlanCacheMode;
  /** Told once when no more can be asked of the database. */
  onLost?: (error: SessionLostError) => void;
}

/** Another process owns the folder. */
export class FolderInUseError extends Error {
  override name = "FolderInUseError";

  constructor(
    folder: string,
    readonly holder: Holder,
    readonly state: HolderState,
  ) {
    const who = `process ${holder.pid} on ${holder.machine}, port ${holder.port}`;
    super(`The database in ${folder} is in use by ${who} (${state}). Use that one, or end it first.`);
  }
}

/**
 * Starts Postgres inside this process and serves it on this machine, over the HTTP protocol that Neon speaks.
 *
 * @throws FolderInUseError if another process has the folder: two would destroy it.
 */
export async function startEmbeddedDatabase({
  folder,
  port = 0,
  contents,
  planCacheMode,
  onLost,
}: EmbeddedDatabaseOptions = {}): Promise<EmbeddedDatabase> {
  const instanceId = randomUUID();
  const endpoint = await openEndpoint(instanceId, port);
  const holder = { instanceId, pid: process.pid, port: endpoint.port, machine: hostname() };
  let database: PGlite;
  try {
    if (folder !== undefined) await takeLock(folder, holder);
    database = await openDatabase(folder, contents, planCacheMode);
  } catch (error) {
    await letGo();
    throw error;
  }

  let isLost = false;
  endpoint.serve(
    openSession(database, (error) => {
      isLost = true;
      onLost?.(error);
    }),
  );

  async function letGo() {
    try {
      if (folder !== undefined) releaseLock(folder, holder);
    } finally {
      // Last, since a port that answers is what tells others that the lock is not stale.
      await endpoint.close();
    }
  }

  async function close() {
    endpoint.stopServing();
    // Closing would write what is left in a memory that cannot be trusted. The log has everything that was saved.
    if (!isLost) await database.close();
    await letGo();
  }

  let closing: Promise<void> | undefined;

  return {
    ...addressOf(endpoint.port),
    leases: endpoint.leases,
    async dump() {
      await database.exec("CHECKPOINT");
      return await database.dumpDataDir("none");
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

async function takeLock(folder: string, own: Holder) {
  for (;;) {
    const holder = readHolder(folder);
    if (holder !== null) {
      const state = await askHolder(holder);
      if (state !== "gone") throw new FolderInUseError(folder, holder, state);
    }
    if (tryLock(folder, holder, own)) return;
  }
}
