import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { z } from "zod";

const journalSchema = z.object({ entries: z.array(z.object({ tag: z.string() })) });

export interface Migration {
  /** As drizzle-kit named it: the file's name without its ending. */
  name: string;
  statements: string[];
  /** Drizzle's time stamp of the migration, in milliseconds, which is also its identity. */
  createdAt: number;
  /** SHA-256 of the file. */
  hash: string;
}

/** The migrations of a folder that drizzle-kit writes, oldest first. */
export function readMigrations(folder: string): Migration[] {
  const { entries } = journalSchema.parse(
    JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")),
  );
  const files = readMigrationFiles({ migrationsFolder: folder });
  return files.map(({ sql, folderMillis, hash }, index) => ({
    name: entries[index]?.tag ?? hash,
    statements: sql.map((statement) => statement.trim()).filter((statement) => statement !== ""),
    createdAt: folderMillis,
    hash,
  }));
}
