import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { constraintOf } from "@/db/errors";
import { staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { StaffRole } from "@/lib/auth/roles";
import { listNamesOfManagers } from "./list-names-of-managers";
import { hasOwner, keepAnOwner, lastOwner, lockOwners, ownerExists, refuseSecondFirstOwner } from "./owners";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.db.delete(staffUsers));

const person = (role: "owner" | "staff") => {
  const id = randomUUID();
  return { id, email: `${id}@example.com`, name: "Olive Alder", role };
};
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error) => constraintOf(error),
  );
const makeFirst = () =>
  database.db.batch([
    lockOwners(database.db),
    refuseSecondFirstOwner(database.db),
    database.db.insert(staffUsers).values(person("owner")),
  ]);
const demote = (id: string) =>
  database.db.batch([
    lockOwners(database.db),
    database.db.update(staffUsers).set({ role: "staff" }).where(eq(staffUsers.id, id)),
    keepAnOwner(database.db),
  ]);

describe("the first owner", () => {
  it("is one, however many try at the same time", async () => {
    expect(await hasOwner(database.db)).toBe(false);
    const refusals = await Promise.all(Array.from({ length: 4 }, () => refusalOf(makeFirst())));
    expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(refusals.filter((refusal) => refusal === ownerExists)).toHaveLength(3);
    expect(await database.db.$count(staffUsers)).toBe(1);
    expect(await hasOwner(database.db)).toBe(true);
  });

  it("is still to come while there are only others", async () => {
    await database.db.insert(staffUsers).values(person("staff"));
    expect(await hasOwner(database.db)).toBe(false);
  });
});

describe("the last owner", () => {
  it("stays one, however many are demoted at the same time", async () => {
    const owners = [person("owner"), person("owner"), person("owner")];
    await database.db.insert(staffUsers).values(owners);
    const refusals = await Promise.all(owners.map(({ id }) => refusalOf(demote(id))));
    expect(refusals.filter((refusal) => refusal === lastOwner)).toHaveLength(1);
    expect(await database.db.$count(staffUsers, eq(staffUsers.role, "owner"))).toBe(1);
  });

  it("is the last who may sign in", async () => {
    const [one, other] = [person("owner"), person("owner")];
    await database.db.insert(staffUsers).values([one, { ...other, isDisabled: true }]);
    expect(await refusalOf(demote(one.id))).toBe(lastOwner);
    expect(await refusalOf(demote(other.id))).toBeNull();
  });
});

describe("whom to ask", () => {
  it("are owners before managers, and nobody who has been disabled", async () => {
    const named = (name: string, role: StaffRole, isDisabled = false) => ({
      ...person("staff"),
      name,
      role,
      isDisabled,
    });
    await database.db
      .insert(staffUsers)
      .values([
        named("Ana", "manager"),
        named("Ben", "manager"),
        named("Zoe", "owner"),
        named("Yann", "owner", true),
        named("Aaron", "staff"),
      ]);
    expect(await listNamesOfManagers(database.db, 2)).toEqual(["Zoe", "Ana"]);
  });
});
