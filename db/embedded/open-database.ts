import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";

/** How Postgres plans a prepared statement: once for all values, or anew for those of each time, as behind Neon's pool. */
export type PlanCacheMode = "force_generic_plan" | "force_custom_plan";

const optionsFor = (planCacheMode: PlanCacheMode) => ({
  extensions: { btree_gist, pg_trgm },
  // A write-ahead log in pieces of 1 MB instead of 16 makes a new database smaller and quicker to copy.
  initDbStartParams: ["--wal-segsize=1"],
  // PGlite does not survive an overflow of the JavaScript stack. Postgres watches another stack, which WebAssembly
  // uses much less: with the smallest limit it gives up first on most things that are nested too deep.
  startParams: [
    ...PGlite.defaultStartParams,
    "-c",
    "max_stack_depth=100kB",
    // Left to itself Postgres plans a prepared statement anew each time once a table has statistics, and planning
    // in WebAssembly costs several times what running does.
    "-c",
    `plan_cache_mode=${planCacheMode}`,
  ],
});

/** Opens the database in a folder, and makes it first if there is none. Without a folder it is made in memory. */
export async function openDatabase(
  folder: string | undefined,
  contents: Blob | undefined,
  planCacheMode: PlanCacheMode = "force_generic_plan",
): Promise<PGlite> {
  const options = optionsFor(planCacheMode);
  if (folder === undefined) {
    return await PGlite.create({ ...options, ...(contents && { loadDataDir: contents }) });
  }
  if (!existsSync(join(folder, "PG_VERSION"))) await makeFolder(folder, options);
  try {
    return await PGlite.create({ ...options, dataDir: folder });
  } catch (cause) {
    const advice =
      "If it is from an earlier version of PGlite, move it away and start again with an empty one";
    throw new Error(`The database in ${folder} does not open. ${advice}.`, { cause });
  }
}

/** Made beside its place and then moved there, so that nothing half made is left where it will be looked for. */
async function makeFolder(folder: string, options: ReturnType<typeof optionsFor>) {
  if (existsSync(folder)) {
    if (readdirSync(folder).length > 0) throw new Error(`${folder} holds something else than a database.`);
    rmdirSync(folder);
  }
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const database = await PGlite.create({ ...options, dataDir: draft });
  await database.close();
  renameSync(draft, folder);
}
