import { Temporal } from "temporal-polyfill";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import journal from "@/db/migrations/meta/_journal.json";
import { databaseMark } from "@/lib/database-mark";
import { checkDatabase } from "./check-database";

const DATABASE_URL = "postgresql://owner:secret@ep-calm-lake-123.neon.tech/office";
const state = {
  now: Temporal.Instant.from("2026-11-23T14:00:00Z"),
  postgresVersion: "17.5",
  migrationsApplied: journal.entries.map(({ when }) => when),
  productionMark: databaseMark(DATABASE_URL),
};

describe("checkDatabase", () => {
  let logged: MockInstance<typeof console.error>;
  beforeEach(() => {
    logged = vi.spyOn(console, "error").mockImplementation(() => {});
  });
  afterEach(() => logged.mockRestore());

  it.each([
    ["has everything", {}, "well", "answers, with all"],
    ["lacks a migration", { migrationsApplied: [] }, "fault", "behind this release: 0 of"],
    [
      "knows one more",
      { migrationsApplied: [...state.migrationsApplied, 4_102_444_800_000] },
      "attention",
      "A newer release",
    ],
  ])("of production, one that %s", async (_, more, expected, words) => {
    const asked = Promise.resolve({ ...state, ...more });
    const result = await checkDatabase(asked, { VERCEL_ENV: "production", DATABASE_URL });
    expect(result).toMatchObject({ state: expected, found: expect.stringContaining(words) });
  });

  it("says so when a preview is on production's own, and not when it is on a branch of it", async () => {
    const VERCEL_ENV = "preview";
    const onProductions = await checkDatabase(Promise.resolve(state), { VERCEL_ENV, DATABASE_URL });
    expect(onProductions).toMatchObject({
      state: "fault",
      found: expect.stringContaining("production's own database"),
    });
    const branch = DATABASE_URL.replace("calm-lake", "shy-field");
    expect((await checkDatabase(Promise.resolve(state), { VERCEL_ENV, DATABASE_URL: branch })).state).toBe(
      "well",
    );
  });

  it("says so when nothing shows that a preview's database is a copy, and asks that of no production", async () => {
    const unmarked = { ...state, productionMark: null };
    const onUnmarked = await checkDatabase(Promise.resolve(unmarked), {
      VERCEL_ENV: "preview",
      DATABASE_URL,
    });
    expect(onUnmarked).toMatchObject({
      state: "fault",
      found: expect.stringContaining("nothing shows that its database is a copy"),
      advice: expect.stringContaining("Deploy production first"),
    });
    const production = { VERCEL_ENV: "production", DATABASE_URL } as const;
    expect((await checkDatabase(Promise.resolve(unmarked), production)).state).toBe("well");
  });

  it("says that it did not answer, and what that means for calls, but not what was said to the log", async () => {
    const away = Promise.reject(new Error("connect ECONNREFUSED 127.0.0.1"));
    const result = await checkDatabase(away, { VERCEL_ENV: undefined, DATABASE_URL });
    expect(result).toMatchObject({ state: "fault", found: expect.stringContaining("did not answer") });
    expect(JSON.stringify(result)).not.toContain("ECONNREFUSED");
    expect(logged.mock.calls[0]?.[0]).toContain("health.databaseAway");
  });
});
