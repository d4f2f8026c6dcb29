import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signInAttempts, staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { findTeamMember } from "./find-team-member";
import { listStaffUsers, type staffUserSorts } from "./list-staff-users";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.db.insert(staffUsers).values([
    { id: ids.ana, email: "ana@example.com", name: "ana lima", role: "staff" },
    { id: ids.ben, email: "zoe@example.com", name: "Ben Finch", role: "owner", isDisabled: true },
    { id: ids.cat, email: "cat@other.example", name: "Cat 100%", role: "manager" },
  ]);
  await database.db
    .insert(signInAttempts)
    .values([
      attempt("ana@example.com", "2026-11-20T09:00:00Z", true),
      attempt("ana@example.com", "2026-11-21T09:00:00Z", true),
      attempt("ana@example.com", "2026-11-22T09:00:00Z", false),
      attempt("zoe@example.com", "2026-11-19T09:00:00Z", true),
    ]);
});
afterAll(() => database.close());

const ids = { ana: randomUUID(), ben: randomUUID(), cat: randomUUID() };
const attempt = (email: string, at: string, hasSucceeded: boolean) => ({
  email,
  address: "192.0.2.1",
  at: new Date(at),
  hasSucceeded,
});
const list = async (
  sort: (typeof staffUserSorts)[number],
  more: { search?: string; isDescending?: boolean } = {},
) => {
  const request = { search: "", isDescending: false, page: 1, sort, ...more };
  const { rows, total } = await listStaffUsers(database.db, request);
  expect(total).toBe(rows.length);
  return rows.map(({ id }) => Object.entries(ids).find(([, one]) => one === id)?.[0]);
};

describe("listStaffUsers", () => {
  it("tells of each when they signed in last, and not when they only tried", async () => {
    const request = { search: "", sort: "name", isDescending: false, page: 1 } as const;
    const { rows } = await listStaffUsers(database.db, request);
    expect(rows.map(({ lastSignInAt }) => lastSignInAt?.toISOString() ?? null)).toEqual([
      "2026-11-21T09:00:00.000Z",
      "2026-11-19T09:00:00.000Z",
      null,
    ]);
    expect(rows[1]).toEqual({
      id: ids.ben,
      name: "Ben Finch",
      email: "zoe@example.com",
      role: "owner",
      isDisabled: true,
      lastSignInAt: new Date("2026-11-19T09:00:00Z"),
    });
    expect((await findTeamMember(database.db, ids.cat))?.lastSignInAt).toBeNull();
  });

  it.each([
    ["name", ["ana", "ben", "cat"]],
    ["email", ["ana", "cat", "ben"]],
    ["role", ["ben", "cat", "ana"]],
    ["signedIn", ["cat", "ben", "ana"]],
  ] as const)("is sorted by %s, both ways", async (sort, order) => {
    expect(await list(sort)).toEqual(order);
    expect(await list(sort, { isDescending: true })).toEqual(order.toReversed());
  });

  it("is searched by name and address, as it was typed", async () => {
    expect(await list("name", { search: "FINCH" })).toEqual(["ben"]);
    expect(await list("name", { search: "other.ex" })).toEqual(["cat"]);
    expect(await list("name", { search: "100%" })).toEqual(["cat"]);
    expect(await list("name", { search: "%" })).toEqual(["cat"]);
  });
});
