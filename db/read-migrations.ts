import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { z } from "zod";
import { fileMissing, journalUnreadable, notInJournal, notInOrder } from "./migration-errors";

const journalSchema = z.object({ entries: z.array(z.object({ tag: z.string(), when: z.number() })) });

type Journal = z.infer<typeof journalSchema>;

export interface Migration {
  /** As drizzle-kit named it: the file's name without its ending. */
  name: string;
  statements: string[];
  /** Drizzle's time stamp of the migration, in milliseconds, which is also its identity. */
  createdAt: number;
  /** SHA-256 of the file. */
  hash: string;
}

/**
 * The migrations of a folder that drizzle-kit writes, oldest first.
 *
 * @throws MigrationError if its journal cannot be read, or the files are not those that the journal lists in its order: a
 *   merge of two branches, or half of a copy, and a database that had them applied would have another history than ours.
 */
export function readMigrations(folder: string): Migration[] {
  const { entries } = readJournal(folder);
  const files = new Set(readdirSync(folder).filter((name) => name.endsWith(".sql")));
  for (const [index, { tag, when }] of entries.entries()) {
    if (!files.delete(`${tag}.sql`)) throw fileMissing(tag);
    const before = entries[index - 1];
    if (before && before.when >= when) throw notInOrder(tag, before.tag);
  }
  const [unlisted] = files;
  if (unlisted !== undefined) throw notInJournal(unlisted);
  return readListed(folder, entries);
}

function readJournal(folder: string): Journal {
  try {
    return journalSchema.parse(JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")));
  } catch (cause) {
    throw journalUnreadable(cause);
  }
}

function readListed(folder: string, entries: Journal["entries"]): Migration[] {
  const files = readMigrationFiles({ migrationsFolder: folder });
  return files.map(({ sql, folderMillis, hash }, index) => ({
    name: entries[index]?.tag ?? hash,
    statements: sql.map((statement) => statement.trim()).filter((statement) => statement !== ""),
    createdAt: folderMillis,
    hash,
  }));
}
