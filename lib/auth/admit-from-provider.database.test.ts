import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activity, invitations, signInAttempts, staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { admitFromProvider } from "./admit-from-provider";

let database: TestDatabase;
// An embedded Postgres takes a few seconds to create.
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

const at = Temporal.Instant.from("2026-11-23T09:00:00Z");
const admit = (email: string, name = "Ben Finch") =>
  admitFromProvider(database.db, { email, name, address: "192.0.2.1", at });

const invite = async (expiresAt: string) => {
  const email = `${randomUUID()}@example.com`;
  await database.db.insert(invitations).values({
    email,
    role: "manager",
    tokenHash: randomUUID(),
    createdAt: new Date("2026-11-01T00:00:00Z"),
    expiresAt: new Date(expiresAt),
  });
  return email;
};

describe("admitFromProvider", () => {
  it("lets a staff user in, with the sessions that count, and remembers when", async () => {
    const user = { id: randomUUID(), email: "known@example.com", name: "Ana", role: "staff" as const };
    await database.db.insert(staffUsers).values({ ...user, sessionVersion: 4 });
    expect(await admit(user.email)).toEqual({ staffUserId: user.id, sessionVersion: 4 });
    const succeeded = and(eq(signInAttempts.email, user.email), signInAttempts.hasSucceeded);
    expect(await database.db.$count(signInAttempts, succeeded)).toBe(1);
  });

  it("keeps somebody out who is disabled, and everybody who has not been invited", async () => {
    const email = "disabled@example.com";
    await database.db.insert(staffUsers).values({ email, name: "Ana", role: "owner", isDisabled: true });
    expect(await admit(email)).toBeNull();
    expect(await admit("stranger@example.com")).toBeNull();
    expect(await database.db.$count(staffUsers, eq(staffUsers.email, "stranger@example.com"))).toBe(0);
  });

  it("makes a staff user of somebody who has been invited, once, and puts it on record", async () => {
    const email = await invite("2026-11-24T00:00:00Z");
    const admitted = await admit(email);
    expect(admitted).toMatchObject({ sessionVersion: 1 });
    const [made] = await database.db.select().from(staffUsers).where(eq(staffUsers.email, email));
    expect(made).toMatchObject({
      id: admitted?.staffUserId,
      name: "Ben Finch",
      role: "manager",
      passwordHash: null,
    });
    const [recorded] = await database.db
      .select()
      .from(activity)
      .where(eq(activity.subjectId, made?.id ?? ""));
    expect(recorded).toMatchObject({ verb: "acceptInvitation", byName: "Ben Finch" });
    expect(await admit(email)).toEqual(admitted);
    expect(await database.db.$count(staffUsers, eq(staffUsers.email, email))).toBe(1);
  });

  it("calls somebody by their address when the provider has no name for them", async () => {
    const email = await invite("2026-11-24T00:00:00Z");
    await admit(email, " ");
    const [made] = await database.db.select().from(staffUsers).where(eq(staffUsers.email, email));
    expect(made?.name).toBe(email);
  });

  it("takes no invitation that has expired", async () => {
    expect(await admit(await invite("2026-11-23T08:00:00Z"))).toBeNull();
  });
});
