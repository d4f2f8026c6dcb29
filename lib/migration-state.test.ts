import { describe, expect, it } from "vitest";
import journal from "../db/migrations/meta/_journal.json";
import { migrationState } from "./migration-state";

const all = journal.entries.map(({ when }) => when);

describe("migrationState", () => {
  it("of a database that has every migration misses none", () => {
    expect(migrationState(all)).toEqual({
      applied: all.length,
      shipped: all.length,
      missing: [],
      isNewer: false,
    });
  });

  it("of an empty database names all of them", () => {
    expect(migrationState([]).missing).toEqual(journal.entries.map(({ tag }) => tag));
  });

  it("of one that is a release behind names the last", () => {
    expect(migrationState(all.slice(0, -1)).missing).toEqual([journal.entries.at(-1)?.tag]);
  });

  it("of one that a newer release has migrated says so", () => {
    expect(migrationState([...all, 9_999_999_999_999])).toMatchObject({ missing: [], isNewer: true });
  });
});
