import { afterEach, expect, test, vi } from "vitest";
import { ensureLocalDatabase, withLocalDatabase } from "./local-database";

const folder = "never made";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("a database that is named comes first, and is not ours to stop", async () => {
  vi.stubEnv("DATABASE_URL", "postgres://a@example.com/b");
  vi.stubEnv("NEON_HTTP_ENDPOINT", "http://127.0.0.1:9/sql");
  const named = { databaseUrl: "postgres://a@example.com/b", httpEndpoint: "http://127.0.0.1:9/sql" };
  expect(await ensureLocalDatabase(folder)).toMatchObject(named);
  expect(await withLocalDatabase(async ({ databaseUrl }) => databaseUrl)).toBe(named.databaseUrl);
});

test("Vercel has no embedded database", async () => {
  vi.stubEnv("DATABASE_URL", undefined);
  vi.stubEnv("VERCEL", "1");
  await expect(ensureLocalDatabase(folder)).rejects.toThrow(/DATABASE_URL is not set/);
});
