import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { findSignInAccount } from "./find-sign-in-account";
import { findStaffUser } from "./find-staff-user";

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
  expect(await findStaffUser(database.db, user.id)).toEqual({ ...user, isDisabled: true, sessionVersion: 1 });
  expect(await findStaffUser(database.db, randomUUID())).toBeNull();
  expect(await findSignInAccount(database.db, user.email)).toEqual({
    id: user.id,
    passwordHash: "$argon2id$v=19$x",
    isDisabled: true,
    sessionVersion: 1,
  });
  expect(await findSignInAccount(database.db, "nobody@example.com")).toBeNull();
});
