import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Database } from "@/db/client";
import { startEmbeddedDatabase } from "@/db/embedded/start";
import { migrateToLatest } from "@/db/migrate-to-latest";
import { type FaultProxy, startFaultProxy } from "../office/fault-proxy";

export interface DeepDatabase {
  db: Database;
  /** The same database, by a way on which the statements are seen. */
  watched: Database;
  watch: FaultProxy;
  close(): Promise<void>;
}

const minutesOfPatience = 5;

/** A migrated database in files, since a million calls are more than a memory should hold. */
export async function openDeepDatabase(): Promise<DeepDatabase> {
  const home = mkdtempSync(join(tmpdir(), "switchboard-deep-"));
  // As at Neon each statement is planned for the values that it is sent with; the embedded database otherwise is not.
  const server = await startEmbeddedDatabase({
    folder: join(home, "db"),
    planCacheMode: "force_custom_plan",
  });
  await migrateToLatest(connect(server));
  const watch = await startFaultProxy(server.httpEndpoint);
  const connection = {
    databaseUrl: server.databaseUrl,
    timeoutMilliseconds: minutesOfPatience * 60_000,
  };
  return {
    db: connect({ ...connection, httpEndpoint: server.httpEndpoint }),
    watched: connect({ ...connection, httpEndpoint: watch.endpoint }),
    watch,
    close: async () => {
      await watch.close();
      await server.close();
      rmSync(home, { recursive: true });
    },
  };
}
