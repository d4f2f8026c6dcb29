import { parseArgs } from "node:util";
import { defaultFolder } from "./address";
import { FolderInUseError, startEmbeddedDatabase } from "./start";

/** How long a database that was started for others waits for the next one to use it. */
const unusedMilliseconds = 3_000;

/** Enough for the answer to the request that ended it. */
const lastWordsMilliseconds = 200;

/** What a process that starts this one is told: the database is ready, or why not. */
export type ServeReport = { type: "ready" } | { type: "in use" } | { type: "failed"; message: string };

/**
 * The process that owns a database folder. On its own it runs until it is told to stop; with `--while-used`, as
 * scripts start it, until nobody holds a lease on it any more.
 */
async function main() {
  const { values } = parseArgs({
    options: {
      folder: { type: "string", default: defaultFolder },
      port: { type: "string", default: "0" },
      "while-used": { type: "boolean", default: false },
    },
  });
  const database = await startEmbeddedDatabase({
    folder: values.folder,
    port: Number(values.port),
    onLost: (error) => {
      console.error(`The embedded database stops: ${error.message}`);
      setTimeout(() => process.exit(1), lastWordsMilliseconds);
    },
  });
  const stop = () => {
    database.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);

  if (values["while-used"]) database.leases.whenUnusedFor(unusedMilliseconds, stop);
  else console.log(`DATABASE_URL=${database.databaseUrl}\nNEON_HTTP_ENDPOINT=${database.httpEndpoint}`);
  report({ type: "ready" });
}

/** The process that asked may have died in the meantime. */
function report(message: ServeReport) {
  process.send?.(message, () => {});
}

function fail(error: unknown) {
  const message = error instanceof Error ? error.message : String(error);
  report(error instanceof FolderInUseError ? { type: "in use" } : { type: "failed", message });
  if (process.send === undefined) console.error(message);
  process.exitCode = 1;
  if (process.connected) process.disconnect();
}

main().catch(fail);
