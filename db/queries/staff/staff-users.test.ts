import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it } from "vitest";
import { people, staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { endOneSession } from "./ended-sessions";
import { findSignInAccount } from "./find-sign-in-account";
import { findStaffUser } from "./find-staff-user";
import { searchLinkablePeople } from "./search-linkable-people";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("finds what a session is checked against, and never the password's hash", async () => {
  const user = {
    id: randomUUID(),
    email: "olive@example.com",
    name: "Olive Alder",
    role: "manager" as const,
  };
  await database.db
    .insert(staffUsers)
    .values({ ...user, passwordHash: "$argon2id$v=19$x", isDisabled: true });
  const [sessionId, other] = [randomUUID(), randomUUID()];
  const found = { ...user, isDisabled: true, sessionVersion: 1, hasSessionEnded: false };
  expect(await findStaffUser(database.db, { id: user.id, sessionId })).toEqual(found);
  expect(await findStaffUser(database.db, { id: randomUUID(), sessionId })).toBeNull();
  const at = Temporal.Instant.from("2026-11-23T09:00:00Z");
  for (const _ of ["signed out", "and once more"]) await endOneSession(database.db, { sessionId, at });
  expect(await findStaffUser(database.db, { id: user.id, sessionId })).toEqual({
    ...found,
    hasSessionEnded: true,
  });
  expect(await findStaffUser(database.db, { id: user.id, sessionId: other })).toEqual(found);
  expect(await findSignInAccount(database.db, user.email)).toEqual({
    id: user.id,
    passwordHash: "$argon2id$v=19$x",
    isDisabled: true,
    sessionVersion: 1,
  });
  expect(await findSignInAccount(database.db, "nobody@example.com")).toBeNull();
});

it("finds the people that somebody can be: those whom nobody else is, themselves among them", async () => {
  const { db } = database;
  const [mine, free, taken] = ["Ana Mine", "Ana Free", "Ana Taken"].map((name, index) => ({
    id: randomUUID(),
    name,
    extension: `90${index}`,
  }));
  if (!mine || !free || !taken) throw new Error("Three people are wanted.");
  await db.insert(people).values([mine, free, taken]);
  const user = (personId: string) => ({
    id: randomUUID(),
    email: `${personId}@example.com`,
    name: "Somebody",
    role: "staff" as const,
    personId,
  });
  const [me, other] = [user(mine.id), user(taken.id)];
  await db.insert(staffUsers).values([me, other]);
  const search = (text: string) => searchLinkablePeople(db, { staffUserId: me.id, search: text });
  expect(await search("ana")).toEqual([free, mine]);
  expect(await search("901")).toEqual([free]);
  expect(await search("%")).toEqual([]);
});
