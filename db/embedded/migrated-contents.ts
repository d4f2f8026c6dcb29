import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { applyMigrations } from "../apply-migrations";
import { connect } from "../client";
import type { Migration } from "../read-migrations";
import { startEmbeddedDatabase } from "./start";

const packages = fileURLToPath(new URL("../../node_modules/", import.meta.url));
const cacheFolder = join(packages, ".cache/switchboard");
const keptMilliseconds = 7 * 24 * 60 * 60 * 1_000;

/**
 * The contents of a database in memory that has these migrations. Making one takes seconds and every test suite needs
 * one, so it is kept on disk until the migrations or PGlite change.
 */
export async function migratedContents(migrations: readonly Migration[]): Promise<Blob> {
  const key = createHash("sha256").update(readFileSync(join(packages, "@electric-sql/pglite/package.json")));
  for (const { hash } of migrations) key.update(hash);
  const name = `migrated-${key.digest("hex").slice(0, 16)}.tar`;
  return readKept(name) ?? (await keep(name, await makeContents(migrations)));
}

async function makeContents(migrations: readonly Migration[]): Promise<Blob> {
  const database = await startEmbeddedDatabase();
  try {
    await applyMigrations(connect(database).$client, migrations);
    return await database.dump();
  } finally {
    await database.close();
  }
}

function readKept(name: string): Blob | null {
  try {
    return new Blob([readFileSync(join(cacheFolder, name))]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Moved into place whole: suites that start at the same time make the same contents. */
async function keep(name: string, contents: Blob): Promise<Blob> {
  mkdirSync(cacheFolder, { recursive: true });
  const draft = join(cacheFolder, `draft-${randomUUID()}`);
  writeFileSync(draft, Buffer.from(await contents.arrayBuffer()));
  renameSync(draft, join(cacheFolder, name));
  removeOld();
  return contents;
}

function removeOld() {
  for (const path of readdirSync(cacheFolder).map((name) => join(cacheFolder, name))) {
    const madeAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (madeAt < Date.now() - keptMilliseconds) rmSync(path, { force: true });
  }
}
