import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signInAttempts } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { beginSignInAttempt } from "./begin-sign-in-attempt";
import { markSignInSucceeded, withdrawSignInAttempt } from "./end-sign-in-attempt";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const start = Temporal.Instant.from("2026-11-23T09:00:00Z");
const home = "203.0.113.9";
const elsewhere = "198.51.100.7";

const tryAt = (email: string, address: string, seconds: number) =>
  beginSignInAttempt(database.db, { email, address, at: start.add({ seconds }) });

describe("beginSignInAttempt", () => {
  it("counts the failures before it, and when the last one was", async () => {
    const first = await tryAt("counts@example.com", "192.0.2.1", 0);
    expect(first.failures).toEqual({
      ofAccount: { count: 0, lastAt: null },
      fromAddress: { count: 0, lastAt: null },
    });
    await tryAt("counts@example.com", "192.0.2.1", 1);
    const third = await tryAt("counts@example.com", "192.0.2.1", 2);
    expect(third.failures.ofAccount.count).toBe(2);
    expect(third.failures.ofAccount.lastAt?.toString()).toBe("2026-11-23T09:00:01Z");
    expect(third.failures.fromAddress.count).toBe(2);
  });

  it("counts by account whatever the address, and by address whatever the account", async () => {
    await tryAt("one@example.com", "192.0.2.2", 0);
    const otherAddress = await tryAt("one@example.com", "192.0.2.3", 1);
    expect(otherAddress.failures).toMatchObject({ ofAccount: { count: 1 }, fromAddress: { count: 0 } });
    const otherAccount = await tryAt("two@example.com", "192.0.2.2", 2);
    expect(otherAccount.failures).toMatchObject({ ofAccount: { count: 0 }, fromAddress: { count: 1 } });
  });

  it("numbers attempts that come at the same time", async () => {
    const begun = await Promise.all(
      Array.from({ length: 8 }, () => tryAt("parallel@example.com", "192.0.2.4", 0)),
    );
    const counts = begun.map(({ failures }) => failures.ofAccount.count);
    expect(counts.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("starts afresh after a success", async () => {
    await tryAt("afresh@example.com", "192.0.2.5", 0);
    const { attemptId } = await tryAt("afresh@example.com", "192.0.2.5", 1);
    await markSignInSucceeded(database.db, { attemptId, at: start.add({ seconds: 1 }) });
    const next = await tryAt("afresh@example.com", "192.0.2.5", 2);
    expect(next.failures.ofAccount.count).toBe(0);
  });

  it("forgets failures of an account after a day, and of an address after an hour", async () => {
    const hour = 3600;
    await tryAt("forgets@example.com", "192.0.2.6", 0);
    const soon = await tryAt("forgets@example.com", "192.0.2.6", hour - 1);
    expect(soon.failures).toMatchObject({ ofAccount: { count: 1 }, fromAddress: { count: 1 } });
    await withdrawSignInAttempt(database.db, soon.attemptId);
    const later = await tryAt("forgets@example.com", "192.0.2.6", hour);
    expect(later.failures).toMatchObject({ ofAccount: { count: 1 }, fromAddress: { count: 0 } });
    await withdrawSignInAttempt(database.db, later.attemptId);
    const nextDay = await tryAt("forgets@example.com", "192.0.2.6", 24 * hour);
    expect(nextDay.failures.ofAccount.count).toBe(0);
  });

  it("lets nobody lock an owner out of the place where they sign in", async () => {
    const { attemptId } = await tryAt("owner@example.com", home, 0);
    await markSignInSucceeded(database.db, { attemptId, at: start });
    for (let count = 1; count <= 5; count++) await tryAt("owner@example.com", elsewhere, count);
    const stranger = await tryAt("owner@example.com", elsewhere, 6);
    expect(stranger.failures.ofAccount.count).toBe(5);
    const owner = await tryAt("owner@example.com", home, 7);
    expect(owner.failures.ofAccount.count).toBe(0);
    const ownerAgain = await tryAt("owner@example.com", home, 8);
    expect(ownerAgain.failures.ofAccount.count).toBe(1);
  });
});

describe("withdrawSignInAttempt", () => {
  it("takes back an attempt that came too soon", async () => {
    const { attemptId } = await tryAt("soon@example.com", "192.0.2.8", 0);
    await withdrawSignInAttempt(database.db, attemptId);
    const next = await tryAt("soon@example.com", "192.0.2.8", 1);
    expect(next.failures).toMatchObject({ ofAccount: { count: 0 }, fromAddress: { count: 0 } });
  });
});

describe("markSignInSucceeded", () => {
  it("drops attempts that are older than 90 days", async () => {
    const old = await tryAt("old@example.com", "192.0.2.9", -91 * 86_400);
    const recent = await tryAt("old@example.com", "192.0.2.9", -89 * 86_400);
    const { attemptId } = await tryAt("old@example.com", "192.0.2.9", 0);
    await markSignInSucceeded(database.db, { attemptId, at: start });
    const ids = (await database.db.select({ id: signInAttempts.id }).from(signInAttempts)).map(
      ({ id }) => id,
    );
    expect(ids).not.toContain(old.attemptId);
    expect(ids).toContain(recent.attemptId);
  });
});
