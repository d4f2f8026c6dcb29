import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { ownMigrations } from "./migrate-to-latest";
import { MigrationError } from "./migration-errors";
import { readMigrations } from "./read-migrations";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "switchboard-journal-"));
  mkdirSync(join(folder, "meta"));
  return () => rmSync(folder, { recursive: true });
});

/** @param when of each entry of the journal, in its order, where it is not the place in it */
function write(tags: string[], files: string[], when: number[] = tags.map((_, place) => place + 1)) {
  const entries = tags.map((tag, idx) => ({ idx, version: "7", when: when[idx], tag, breakpoints: true }));
  writeFileSync(join(folder, "meta", "_journal.json"), JSON.stringify({ version: "7", entries }));
  for (const file of files) writeFileSync(join(folder, `${file}.sql`), "SELECT 1");
}

const read = () => readMigrations(folder);

test("our own folder is in order", () => {
  expect(ownMigrations().length).toBeGreaterThan(0);
});

test("a journal and its files are read in the journal's order", () => {
  write(["0001_trees", "0002_birds"], ["0002_birds", "0001_trees"]);
  expect(read().map(({ name }) => name)).toEqual(["0001_trees", "0002_birds"]);
});

test("a journal that is ahead of its files stops", () => {
  write(["0001_trees", "0002_birds"], ["0001_trees"]);
  expect(read).toThrow(MigrationError);
  expect(read).toThrow(/0002_birds.sql is listed .* and is not there.*run `npm run db:migrate` again/);
});

test("a journal that is behind its files stops", () => {
  write(["0001_trees"], ["0001_trees", "0002_birds"]);
  expect(read).toThrow(/0002_birds.sql is not listed .* would never be applied/);
});

test("a journal that is not in the order of time stops", () => {
  write(["0001_trees", "0002_birds"], ["0001_trees", "0002_birds"], [2000, 1000]);
  expect(read).toThrow(/0002_birds.sql comes after 0001_trees.sql .* merge of two branches/);
});

test.each([
  ["half of one", '{"version": "7", "entries": [{"tag"'],
  ["another file", '{"name": "switchboard"}'],
])("%s in its place stops", (_, text) => {
  writeFileSync(join(folder, "meta", "_journal.json"), text);
  expect(read).toThrow(/meta\/_journal.json, cannot be read/);
});

test("no journal stops", () => {
  expect(read).toThrow(/cannot be read: ENOENT/);
});
